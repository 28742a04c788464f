"""Taking in files with pages: pictures are read, kept with their places, and compared by a person."""

import pytest

from haidang.apps.directives import queries
from haidang.apps.directives.models import Layout
from haidang.domain.terms.refusal import Refusal
from haidang.flows.check_directive import check_directive
from haidang.flows.confirm_duties import confirm_duties
from haidang.flows.page_picture import page_picture
from haidang.flows.register_directive import register_directive
from haidang.flows.settle_doubts import settle_doubts
from tests.factories.cast import NOW, TODAY, Cast
from tests.factories.directives import seen
from tests.factories.scans import scanned_plan
from tests.formats import papers


def taken_in(cast: Cast, data: bytes, label: str):
    return register_directive(actor=cast["standing"], at=NOW, today=TODAY, data=data, label=label)


def test_a_pdf_is_kept_byte_for_byte_with_its_kind_and_its_places(cast: Cast) -> None:
    data = papers.as_pdf(papers.typed(papers.plan()))
    uuid = taken_in(cast, data, "ke-hoach.pdf")
    view = seen(cast, uuid)
    assert view.encoding == "pdf"
    assert len(view.duties) == 3
    assert queries.source(cast["standing"], uuid) == (data, "ke-hoach.pdf")
    laid = queries.layout(cast["standing"], uuid)
    assert laid is not None
    assert not laid.scanned
    duty = view.duties[0]
    words = [
        view.text[place.start : place.end] for place in laid.places if place.start < duty.end and place.end > duty.start
    ]
    assert duty.text[:40] in words[0]
    assert len(words) > 1


def test_duties_of_a_scan_must_be_compared_one_by_one_whatever_else_is_accepted(cast: Cast) -> None:
    officer = cast["standing"]
    uuid = taken_in(cast, scanned_plan(), "quet.pdf")
    duties = seen(cast, uuid).duties
    assert len(duties) == 3
    assert all("scan.compare" in {doubt.code for doubt in duty.doubts} for duty in duties)
    for left in (3, 2, 1):
        revision = queries.view(officer, uuid).revision
        with pytest.raises(Refusal) as refused:
            confirm_duties(actor=officer, at=NOW, directive_uuid=uuid, revision=revision, accept_doubts=True)
        assert (refused.value.code, refused.value.values_by_name) == ("directive.scan_unread", {"count": left})
        duty = duties[3 - left].uuid
        settle_doubts(actor=officer, at=NOW, directive_uuid=uuid, duty_uuid=duty, revision=revision)
    revision = queries.view(officer, uuid).revision
    assert confirm_duties(actor=officer, at=NOW, directive_uuid=uuid, revision=revision) == uuid


def test_pages_are_shown_to_those_who_may_read_the_document_and_missing_to_others(cast: Cast) -> None:
    uuid = taken_in(cast, papers.as_pdf(papers.typed(papers.plan())), "ke-hoach.pdf")
    assert page_picture(actor=cast["standing"], directive_uuid=uuid, page=1).startswith(b"\x89PNG")
    for who, page in (("standing", 0), ("standing", 2), ("stranger", 1)):
        with pytest.raises(Refusal) as refused:
            page_picture(actor=cast[who], directive_uuid=uuid, page=page)
        assert refused.value.code == "not_found"
    assert queries.layout(cast["stranger"], uuid) is None


def test_a_text_has_no_pages_to_show(cast: Cast) -> None:
    uuid = taken_in(cast, papers.plan_text().encode(), "ke-hoach.txt")
    assert not Layout.objects.exists()
    with pytest.raises(Refusal) as refused:
        page_picture(actor=cast["standing"], directive_uuid=uuid, page=1)
    assert refused.value.code == "not_found"


def test_a_scan_checked_again_is_still_not_judged_by_what_the_recogniser_sets(cast: Cast) -> None:
    uuid = taken_in(cast, scanned_plan(), "quet.pdf")
    first = queries.last_check(cast["standing"], uuid)
    check_directive(actor=cast["standing"], at=NOW, today=TODAY, directive_uuid=uuid)
    again = queries.last_check(cast["standing"], uuid)
    assert again.outcomes == first.outcomes
    assert again.outcomes["form.spacing"] == "not_evaluated"
