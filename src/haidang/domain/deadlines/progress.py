"""How far a task has come, from the entries made on it."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

DONE = 100


@dataclass(frozen=True, slots=True)
class Standing:
    """The percentage of the newest entry, and the day on which the work was finished when it is."""

    percent: int
    done_on: dt.date | None


def standing(entries: Iterable[tuple[int, dt.date]]) -> Standing:
    """From entries (percent, day) in the order they were made. An entry below 100 after the end reopens the task; more
    evidence at 100 leaves the day of finishing as it was."""
    percent, done_on = 0, None
    for percent, day in entries:
        done_on = (done_on or day) if percent >= DONE else None
    return Standing(percent, done_on)
