"""What the reading view shows: one sheet of the text and the duties that begin on it."""

from collections import Counter

from django.http import HttpRequest

from haidang.apps.directives.queries import DirectiveView, DutyRow
from haidang.domain.access.viewer import Act, may
from haidang.domain.directives.reading import Due, DueKind
from haidang.domain.terms.dates import from_iso
from haidang.domain.terms.refusal import Refusal
from haidang.sites.office.directives.cards import cards, marks
from haidang.sites.office.directives.sheets import Sheet, lines, sheet_of_line, sheets
from haidang.sites.office.directives.wording import ACTS, PERIODS, doubt_words, kind_words, target_words
from haidang.sites.office.frame.asking import page_number


def reading_context(request: HttpRequest, view: DirectiveView) -> dict[str, object]:
    """Everything the template needs; costs one query beside that of the view."""
    all_sheets = sheets(view.text)
    sheet = all_sheets[_wanted(request, view, all_sheets) - 1]
    here = [duty for duty in view.duties if _on(duty, sheet)]
    standing = [duty for duty in view.duties if not duty.deleted]
    shown = cards(request.viewer, sorted(here, key=lambda duty: (duty.deleted, not duty.in_doubt, duty.position)))
    unsure = Counter(_sheet_of(duty, all_sheets) for duty in standing if duty.in_doubt)
    return {
        "view": view,
        "kind": kind_words(view.head.kind),
        "issued_on": printed_day(view.head.issued_on),
        "doubts": doubt_words(view.doubts),
        "sheet": sheet,
        "sheets": [(other.number, unsure.get(other.number, 0)) for other in all_sheets],
        "lines": lines(view.text, sheet, marks(view)),
        "cards": [card for card in shown if not card.duty.deleted],
        "gone": [card for card in shown if card.duty.deleted],
        "standing": len(standing),
        "unsure": sum(unsure.values()),
        "last_edit": ACTS.get(view.last_edit, view.last_edit),
        "drafts": view.confirmed and may(request.viewer, Act.DRAFT_PLAN),
        **_facts(view),
    }


def printed_day(iso: str) -> str:
    """A day, or what is known of it, as 16/3/2026; what is no day stays as it is."""
    try:
        return from_iso(iso).printed() if iso else ""
    except Refusal:
        return iso


def _facts(view: DirectiveView) -> dict[str, object]:
    return {
        "reports": [
            (
                report,
                Due(DueKind.DATE, report.due, report.before),
                PERIODS.get(report.period, report.period),
                doubt_words(report.doubts),
            )
            for report in view.reports
        ],
        "windows": [(window, printed_day(window.start), printed_day(window.end)) for window in view.windows],
        "targets": [(target, target_words(target)) for target in view.targets],
        "citations": [(c, kind_words(c.kind), printed_day(c.date or "")) for c in view.citations],
    }


def _wanted(request: HttpRequest, view: DirectiveView, all_sheets: tuple[Sheet, ...]) -> int:
    """The sheet asked for: by a duty, by a line, by its number, else the first."""
    asked = request.GET.get("noi-dung", "")
    for duty in view.duties:
        if asked and str(duty.uuid) == asked:
            return _sheet_of(duty, all_sheets)
    line = request.GET.get("dong", "")
    if line.isascii() and line.isdigit() and len(line) < 9:
        return sheet_of_line(all_sheets, int(line))
    return min(page_number(request), len(all_sheets))


def _sheet_of(duty: DutyRow, all_sheets: tuple[Sheet, ...]) -> int:
    return next((sheet.number for sheet in all_sheets if _on(duty, sheet)), all_sheets[-1].number)


def _on(duty: DutyRow, sheet: Sheet) -> bool:
    """Where the duty begins; one that stands nowhere in the text (0) is shown with the first sheet."""
    return sheet.start <= duty.start < sheet.end or (sheet.number == 1 and duty.line == 0)
