import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from haidang.domain.deadlines.progress import standing
from haidang.domain.deadlines.state import TaskState, is_soon, state_of

DAYS = st.dates(dt.date(2020, 1, 1), dt.date(2030, 12, 31))
MAYBE = st.none() | DAYS
TODAY = dt.date(2026, 3, 11)


def test_the_last_day_itself_is_still_in_time() -> None:
    assert state_of(TODAY, None, TODAY) is TaskState.NOT_DUE
    assert state_of(TODAY - dt.timedelta(days=1), None, TODAY) is TaskState.LATE


def test_done_on_the_last_day_is_in_time_and_a_day_later_is_late() -> None:
    assert state_of(TODAY, TODAY, TODAY) is TaskState.DONE_IN_TIME
    assert state_of(TODAY - dt.timedelta(days=1), TODAY, TODAY) is TaskState.DONE_LATE


@given(MAYBE, DAYS)
def test_without_a_last_day_nothing_is_ever_late(done_on: dt.date | None, as_of: dt.date) -> None:
    assert state_of(None, done_on, as_of) in {TaskState.NOT_DUE, TaskState.DONE_IN_TIME}


@given(DAYS, DAYS, DAYS)
def test_a_finished_state_never_changes_afterwards(last_day: dt.date, done_on: dt.date, later: dt.date) -> None:
    if later >= done_on:
        assert state_of(last_day, done_on, later) is state_of(last_day, done_on, done_on)


@given(DAYS, DAYS, DAYS)
def test_once_late_a_task_stays_late_until_it_is_done(last_day: dt.date, first: dt.date, second: dt.date) -> None:
    early, late = sorted((first, second))
    if state_of(last_day, None, early) is TaskState.LATE:
        assert state_of(last_day, None, late) is TaskState.LATE


@given(MAYBE, MAYBE, DAYS)
def test_what_is_due_soon_is_never_late_or_done(
    last_day: dt.date | None, done_on: dt.date | None, as_of: dt.date
) -> None:
    if is_soon(last_day, done_on, as_of):
        assert state_of(last_day, done_on, as_of) is TaskState.NOT_DUE


def test_soon_takes_in_the_seventh_day_and_not_the_eighth() -> None:
    assert is_soon(TODAY + dt.timedelta(days=7), None, TODAY)
    assert not is_soon(TODAY + dt.timedelta(days=8), None, TODAY)


def test_a_task_without_entries_stands_at_nothing() -> None:
    assert standing([]) == standing([(0, TODAY)])


def test_more_evidence_after_the_end_leaves_the_day_of_finishing() -> None:
    assert standing([(100, TODAY), (100, TODAY + dt.timedelta(days=3))]).done_on == TODAY


def test_an_entry_below_a_hundred_reopens_a_finished_task() -> None:
    now = standing([(100, TODAY), (80, TODAY)])
    assert (now.percent, now.done_on) == (80, None)
