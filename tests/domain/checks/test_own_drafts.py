"""What the programme drafts itself passes its own check; what the records clerk has to give is all that is missing."""

import datetime as dt

from haidang.domain.checks.checker import check
from haidang.domain.directives.reader import read
from haidang.domain.drafting.blocks import Document
from haidang.domain.drafting.plan import compose_plan
from haidang.domain.drafting.report import compose_report
from haidang.formats import registry
from haidang.formats.opening import open_file
from tests.domain.drafting.examples import PLAN, REPORT

TODAY = dt.date(2026, 11, 2)


def findings(document: Document) -> list[tuple[str, str]]:
    laid = open_file(registry.writer("docx")(document), "du-thao.docx")
    return [(finding.rule, finding.found) for finding in check(read(laid.text), today=TODAY).findings]


def test_a_drafted_plan_lacks_only_its_number_and_day() -> None:
    assert findings(compose_plan(PLAN)) == [
        ("form.blanks", "Số: /KH-UBND"),
        ("form.blanks", "ngày tháng năm 2026"),
    ]


def test_a_drafted_report_has_no_finding() -> None:
    assert findings(compose_report(REPORT)) == []
