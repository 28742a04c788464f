"""A long text is shown sheet by sheet, and nothing of it is lost on the way."""

from uuid import uuid4

from hypothesis import given
from hypothesis import strategies as st

from haidang.sites.office.directives.sheets import (
    MOST_CHARACTERS,
    MOST_LINES,
    Layers,
    Marked,
    Noted,
    lines,
    sheet_of_line,
    sheets,
)

PARTS = st.sampled_from(
    ["a", "bến cá ", "\n", "\n\n", "\n" * 150, "dài" * 3, "x" * (MOST_CHARACTERS - 1), "y" * 40_000]
)
TEXTS = st.lists(PARTS, max_size=12).map("".join)


@given(TEXTS, st.integers(0, 60), st.integers(0, 50_000))
def test_all_sheets_together_show_every_line_once_with_its_number(text: str, start: int, length: int) -> None:
    mark = Marked(start, start + length, "duty", uuid4())
    shown: list[str] = []
    numbers: list[int] = []
    for sheet in sheets(text):
        rows = lines(text, sheet, Layers((mark,)))
        assert sum(len(piece.text) for row in rows for piece in row.pieces) <= MOST_CHARACTERS
        assert len(rows) <= MOST_LINES + 1
        for row in rows:
            words = "".join(piece.text for piece in row.pieces)
            if row.goes_on:
                shown[-1] += words
            else:
                shown.append(words)
                numbers.append(row.number)
    assert "\n".join(shown) == text
    assert numbers == list(range(1, len(numbers) + 1))


@given(TEXTS, st.data())
def test_a_line_is_found_on_the_sheet_it_begins_on(text: str, data: st.DataObject) -> None:
    every = sheets(text)
    line = data.draw(st.integers(1, text.count("\n") + 1))
    sheet = every[sheet_of_line(every, line) - 1]
    assert any(row.number == line and not row.goes_on for row in lines(text, sheet, Layers()))


def test_a_duty_is_marked_over_a_note_and_the_inner_of_two_duties_over_the_outer() -> None:
    outer, inner = uuid4(), uuid4()
    text = "một hai ba bốn năm"
    marked = [Marked(0, 14, "duty", outer), Marked(4, 7, "doubt", inner), Marked(8, 18, "note")]
    (line,) = lines(text, sheets(text)[0], Layers(tuple(marked)))
    assert [(p.text, p.kind, p.duty, p.opens) for p in line.pieces] == [
        ("một ", "duty", outer, True),
        ("hai", "doubt", inner, True),
        (" ", "duty", outer, False),
        ("ba bốn", "duty", outer, False),
        (" năm", "note", None, False),
    ]


def test_a_text_that_ends_with_its_sheet_shows_its_last_empty_line_once() -> None:
    text = "\n" * (3 * MOST_LINES)
    assert sum(len(lines(text, sheet, Layers())) for sheet in sheets(text)) == 3 * MOST_LINES + 1


def test_what_was_found_lies_over_duties_and_its_number_stands_once_where_it_ends() -> None:
    duty, finding = uuid4(), Noted(4, 14, uuid4(), 7, "warning")
    text = "một hai ba\nbốn năm"
    layers = Layers((Marked(0, 7, "duty", duty),), (finding,), ((8, 10),))
    one, two = lines(text, sheets(text)[0], layers)
    shown = [(p.text, p.kind, p.finding is finding, p.closes, p.unsure) for row in (one, two) for p in row.pieces]
    assert shown == [
        ("một ", "duty", False, (), False),
        ("hai", "duty", True, (), False),
        (" ", "", True, (), False),
        ("ba", "", True, (), True),
        ("bốn", "", True, (finding,), False),
        (" năm", "", False, (), False),
    ]
