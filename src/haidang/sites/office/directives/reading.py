"""What the reading view shows: one sheet of the text and the duties that begin on it."""

from collections import Counter
from collections.abc import Sequence
from uuid import UUID

from django.http import HttpRequest

from haidang.apps.directives import queries
from haidang.apps.directives.queries import DirectiveView, DutyRow, Place
from haidang.domain.access.viewer import Act, may
from haidang.domain.directives.reading import Due, DueKind
from haidang.domain.terms.dates import from_iso
from haidang.domain.terms.refusal import Refusal
from haidang.sites.office.directives.cards import cards, marks
from haidang.sites.office.directives.sheets import Sheet, lines, sheet_of_line, sheets
from haidang.sites.office.directives.wording import ACTS, PERIODS, doubt_words, kind_words, target_words
from haidang.sites.office.frame.asking import page_number

# Of more facts of one kind than these the page tells how many there are; all of them are marked in the text.
MOST_FACTS = 30
# Sheets offered round the one that is shown, and further ones with something to look at.
_AROUND, _AHEAD = 3, 3


def reading_context(request: HttpRequest, view: DirectiveView) -> dict[str, object]:
    """Everything the template needs; costs two queries beside that of the view."""
    all_sheets = sheets(view.text)
    sheet = all_sheets[_wanted(request, view, all_sheets) - 1]
    touching = queries.duties(request.viewer, view.head.uuid, sheet.start, sheet.end)
    here = sorted(
        (duty for duty in touching if _on(duty, sheet, all_sheets)),
        # Doubts come first until a person has answered for all of them.
        key=lambda duty: (duty.deleted, view.confirmed or not duty.in_doubt, duty.position),
    )
    shown = cards(request.viewer, here)
    unsure = _unsure_by_sheet(view.places, all_sheets)
    return {
        "view": view,
        "kind": kind_words(view.head.kind),
        "issued_on": printed_day(view.head.issued_on),
        "doubts": doubt_words(view.doubts),
        "sheet": sheet,
        "sheets": _offered(len(all_sheets), sheet.number, unsure),
        "lines": lines(view.text, sheet, marks(view, touching)),
        "cards": [card for card in shown if not card.duty.deleted],
        "gone": [card for card in shown if card.duty.deleted],
        "standing": len(view.places),
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
        "most_facts": MOST_FACTS,
        "reports": [
            (
                report,
                Due(DueKind.DATE, report.due, report.before),
                PERIODS.get(report.period, report.period),
                doubt_words(report.doubts),
            )
            for report in view.reports[:MOST_FACTS]
        ],
        "windows": [(w, printed_day(w.start), printed_day(w.end)) for w in view.windows[:MOST_FACTS]],
        "targets": [(target, target_words(target)) for target in view.targets[:MOST_FACTS]],
        "citations": [(c, kind_words(c.kind), printed_day(c.date or "")) for c in view.citations[:MOST_FACTS]],
    }


def _wanted(request: HttpRequest, view: DirectiveView, all_sheets: Sequence[Sheet]) -> int:
    """The sheet asked for: by a duty, by a line, by its number, else the first."""
    if asked := request.GET.get("noi-dung", ""):
        try:
            duty = queries.duty(request.viewer, view.head.uuid, UUID(asked))
        except (Refusal, ValueError):
            return 1
        return next(sheet.number for sheet in all_sheets if _on(duty, sheet, all_sheets))
    line = request.GET.get("dong", "")
    if line.isascii() and line.isdigit() and len(line) < 9:
        return sheet_of_line(all_sheets, int(line))
    return min(page_number(request), len(all_sheets))


def _on(duty: DutyRow | Place, sheet: Sheet, all_sheets: Sequence[Sheet]) -> bool:
    """Where the duty begins; one that stands nowhere in the text (0) is shown with the first sheet."""
    last = sheet.number == len(all_sheets)
    return sheet.start <= duty.start and (last or duty.start < sheet.end)


def _unsure_by_sheet(places: Sequence[Place], all_sheets: Sequence[Sheet]) -> Counter[int]:
    unsure = sorted(place.start for place in places if place.in_doubt)
    found: Counter[int] = Counter()
    at = 0
    for start in unsure:
        while at < len(all_sheets) - 1 and start >= all_sheets[at].end:
            at += 1
        found[all_sheets[at].number] += 1
    return found


def _offered(count: int, here: int, unsure: Counter[int]) -> list[tuple[int, int]]:
    """Sheets to go to: the first, the last, those round this one, and the next ones with something to look at."""
    ahead = sorted(number for number, doubted in unsure.items() if doubted and number > here)[:_AHEAD]
    behind = sorted(number for number, doubted in unsure.items() if doubted and number < here)[:1]
    around = range(max(1, here - _AROUND), min(count, here + _AROUND) + 1)
    return [(number, unsure[number]) for number in sorted({1, count, *around, *ahead, *behind})]
