"""The state of a task as of a day: the four states that official follow-up tables know."""

import datetime as dt
from enum import StrEnum

# How long before its last day a task counts as due soon on the desk.
SOON_DAYS = 7


class TaskState(StrEnum):
    """Chưa đến hạn · quá hạn chưa hoàn thành · hoàn thành đúng hạn · hoàn thành quá hạn."""

    NOT_DUE = "not_due"
    LATE = "late"
    DONE_IN_TIME = "done_in_time"
    DONE_LATE = "done_late"


def state_of(last_day: dt.date | None, done_on: dt.date | None, as_of: dt.date) -> TaskState:
    """The state on `as_of`. Without a last day nothing is ever late; work done after `as_of` does not count yet."""
    if done_on is not None and done_on <= as_of:
        return TaskState.DONE_LATE if last_day is not None and done_on > last_day else TaskState.DONE_IN_TIME
    return TaskState.LATE if last_day is not None and last_day < as_of else TaskState.NOT_DUE


def is_soon(last_day: dt.date | None, done_on: dt.date | None, as_of: dt.date) -> bool:
    """Not done, and the last day is today or within the next `SOON_DAYS` days."""
    if last_day is None or state_of(last_day, done_on, as_of) is not TaskState.NOT_DUE:
        return False
    return last_day <= as_of + dt.timedelta(days=SOON_DAYS)
