"""PDF files with letters: columns one after the other, paragraphs whole again, tables as rows, places on the page."""

import json

import pytest

from haidang.domain.terms.refusal import Refusal
from haidang.formats import registry
from tests.formats import papers


def paragraphs(data: bytes) -> list[str]:
    return registry.read("pdf", data).text.strip().split("\n\n")


def test_the_head_is_read_left_block_first_then_the_right_block_then_the_title() -> None:
    read = paragraphs(papers.as_pdf(papers.typed(papers.plan())))
    assert read[0].split("\n") == list(papers.HEAD.left)
    assert read[1].split("\n") == list(papers.HEAD.right)
    assert read[2:4] == ["KẾ HOẠCH", "Bảo đảm an toàn cho người dân đi biển năm 2026"]


def test_every_paragraph_is_one_line_also_across_the_page_break_and_page_numbers_are_gone() -> None:
    laid = registry.read("pdf", papers.as_pdf(papers.typed(papers.plan(8))))
    assert len(laid.sheets) > 1
    read = laid.text.split("\n\n")
    for number, text in enumerate(papers.BODY * 8, 1):
        assert f"{number}. {text}" in read
    assert "\n2\n" not in laid.text


def test_the_foot_is_read_recipients_first_then_the_signature() -> None:
    read = paragraphs(papers.as_pdf(papers.typed(papers.plan())))
    assert read[-3].split("\n") == list(papers.FOOT.left)
    assert read[-2].split("\n") == ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]
    assert read[-1] == "Lê Thị Hải Yến"


def test_every_line_has_a_place_on_its_page_and_the_places_follow_the_text() -> None:
    laid = registry.read("pdf", papers.as_pdf(papers.typed(papers.plan(8))))
    assert [place.start for place in laid.places] == sorted(place.start for place in laid.places)
    assert {place.page for place in laid.places} == set(range(1, len(laid.sheets) + 1))
    for place in laid.places:
        left, top, right, bottom = place.box
        assert 0 <= left < right <= 10_000
        assert 0 <= top < bottom <= 10_000
        assert laid.text[place.start : place.end].strip() == laid.text[place.start : place.end] != ""
    assert not laid.scanned


def test_pages_read_one_by_one_and_kept_as_json_join_to_the_same_text() -> None:
    data = papers.as_pdf(papers.typed(papers.plan(8)))
    count = registry.pages_in("pdf", data)
    heard: list[tuple[int, int]] = []
    kept = [
        json.dumps(page)
        for number in range(1, count + 1)
        for page in registry.read_pages("pdf", data, number, number, lambda done, of: heard.append((done, of)))
    ]
    assert registry.join_pages("pdf", [json.loads(page) for page in kept]) == registry.read("pdf", data)
    assert heard == [(1, 1)] * count


@pytest.mark.parametrize(("first", "last"), [(0, 1), (2, 1), (1, 99)])
def test_pages_that_are_not_there_are_refused(first: int, last: int) -> None:
    data = papers.as_pdf(papers.typed(papers.plan()))
    with pytest.raises(Refusal) as refused:
        registry.read_pages("pdf", data, first, last)
    assert refused.value.code == "file.no_such_page"


def test_a_damaged_and_an_empty_file_are_refused() -> None:
    data = papers.as_pdf(papers.typed(papers.plan()))
    for bad, code in ((b"%PDF-1.7\n" + data[5000:9000], "file.damaged"), (b"", "file.empty")):
        with pytest.raises(Refusal) as refused:
            registry.read("pdf", bad)
        assert refused.value.code == code


def test_a_page_is_drawn_as_png_in_the_width_asked_for() -> None:
    data = papers.as_pdf(papers.typed(papers.plan()))
    made = registry.picture("pdf", data, 1, 640)
    assert made.startswith(b"\x89PNG")
    assert int.from_bytes(made[16:20], "big") == 640
