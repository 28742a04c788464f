"""What the reading view shows: one sheet of the text and the duties that begin on it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from uuid import UUID

from django.http import HttpRequest

from haidang.apps.directives import queries
from haidang.apps.directives.queries import DirectiveView
from haidang.domain.access.viewer import Act, may
from haidang.domain.checks.findings import Severity
from haidang.domain.directives.reading import Due, DueKind
from haidang.domain.terms.dates import from_iso
from haidang.domain.terms.laid import SURE
from haidang.domain.terms.refusal import Refusal
from haidang.sites.office.directives.cards import cards, marks, notes
from haidang.sites.office.directives.pages import page_sheets, page_shown
from haidang.sites.office.directives.sheets import Layers, Sheet, lines, sheet_of_line, sheets
from haidang.sites.office.directives.wording import ACTS, PERIODS, RELATIONS, doubt_words, kind_words, target_words
from haidang.sites.office.frame.asking import page_number

# Of more facts of one kind than these the page tells how many there are; all of them are marked in the text.
MOST_FACTS = 30
DUTIES, FINDINGS = "noi-dung", "phat-hien"
# How files with pages were read, as the directive notes it.
PAGED = frozenset({"pdf", "scan"})
# Sheets offered round the one that is shown, and further ones with something to look at.
_AROUND, _AHEAD = 3, 3


def reading_context(request: HttpRequest, view: DirectiveView) -> dict[str, object]:
    """Everything the template needs; a file with pages costs one query more than a text."""
    laid = queries.layout(request.viewer, view.head.uuid) if view.encoding in PAGED else None
    all_sheets = page_sheets(view.text, laid) if laid else sheets(view.text)
    sheet = all_sheets[_wanted(request, view, all_sheets) - 1]
    touching = queries.duties(request.viewer, view.head.uuid, sheet.start, sheet.end)
    here = sorted(
        (duty for duty in touching if _on(duty.start, sheet, all_sheets)),
        # Doubts come first until a person has answered for all of them.
        key=lambda duty: (duty.deleted, view.confirmed or not duty.in_doubt, duty.position),
    )
    found = queries.findings(request.viewer, view.head.uuid, sheet.start, sheet.end)
    places = queries.finding_places(request.viewer, view.head.uuid)
    panel = _panel(request)
    shown = cards(request.viewer, here) if panel == DUTIES else []
    unsure = _by_sheet((place.start for place in view.places if place.in_doubt), all_sheets)
    to_decide = _by_sheet((place.start or 0 for place in places if place.open), all_sheets)
    unsure_words = tuple((p.start, p.end) for p in laid.places if p.confidence < SURE) if laid else ()
    layers = Layers(tuple(marks(view, touching)), tuple(notes(found)), unsure_words)
    return {
        "view": view,
        "kind": kind_words(view.head.kind),
        "issued_on": printed_day(view.head.issued_on),
        "doubts": doubt_words(view.doubts),
        "sheet": sheet,
        "sheets": _offered(len(all_sheets), sheet.number, unsure if panel == DUTIES else to_decide),
        "lines": lines(view.text, sheet, layers),
        "page": page_shown(laid, sheet, touching, confirmed=view.confirmed) if laid else None,
        "panel": panel,
        # Doubts about duties are settled once a person has confirmed them; findings never are by that.
        "settled": view.confirmed and panel == DUTIES,
        "findings": found if panel == FINDINGS else (),
        "finding_counts": finding_counts(place.severity for place in places),
        "to_decide": sum(to_decide.values()),
        "found": len(places),
        "check": queries.last_check(request.viewer, view.head.uuid) if panel == FINDINGS else None,
        "cards": [card for card in shown if not card.duty.deleted],
        "gone": [card for card in shown if card.duty.deleted],
        "standing": len(view.places),
        "unsure": sum(unsure.values()),
        "last_edit": ACTS.get(view.last_edit, view.last_edit),
        "drafts": view.confirmed and may(request.viewer, Act.DRAFT_PLAN),
        **_facts(view),
    }


def _panel(request: HttpRequest) -> str:
    """Which list stands beside the text: the duties, or what the check found."""
    return FINDINGS if request.GET.get("xem") == FINDINGS or request.GET.get("phat-hien") else DUTIES


def finding_counts(severities: Iterable[str]) -> list[tuple[str, int]]:
    """How many findings there are of each weight, the heaviest first."""
    counted = Counter(severities)
    return [(severity.value, counted[severity.value]) for severity in Severity if counted[severity.value]]


def printed_day(iso: str) -> str:
    """A day, or what is known of it, as 16/3/2026; what is no day stays as it is."""
    try:
        return from_iso(iso).printed() if iso else ""
    except Refusal:
        return iso


def _facts(view: DirectiveView) -> dict[str, object]:
    return {
        "most_facts": MOST_FACTS,
        "most_facts_slice": f":{MOST_FACTS}",
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
        "citations": [
            (c, kind_words(c.kind), printed_day(c.date or ""), RELATIONS.get(c.relation, ""))
            for c in view.citations[:MOST_FACTS]
        ],
    }


def _wanted(request: HttpRequest, view: DirectiveView, all_sheets: Sequence[Sheet]) -> int:
    """The sheet asked for: by a duty, by a finding, by a line, by its number, else the first."""
    for asked, ask in (("noi-dung", queries.duty), ("phat-hien", queries.finding)):
        if wanted := request.GET.get(asked, ""):
            try:
                thing = ask(request.viewer, view.head.uuid, UUID(wanted))
            except (Refusal, ValueError):
                return 1
            return next(sheet.number for sheet in all_sheets if _on(thing.start or 0, sheet, all_sheets))
    line = request.GET.get("dong", "")
    if line.isascii() and line.isdigit() and len(line) < 9:
        return sheet_of_line(all_sheets, int(line))
    return min(page_number(request), len(all_sheets))


def _on(start: int, sheet: Sheet, all_sheets: Sequence[Sheet]) -> bool:
    """Whether what begins there is shown with the sheet; what stands nowhere in the text (0) is with the first."""
    last = sheet.number == len(all_sheets)
    return sheet.start <= start and (last or start < sheet.end)


def _by_sheet(starts: Iterable[int], all_sheets: Sequence[Sheet]) -> Counter[int]:
    found: Counter[int] = Counter()
    at = 0
    for start in sorted(starts):
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
