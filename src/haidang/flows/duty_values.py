"""What a person typed about a duty, checked and turned into columns."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from haidang.apps.directives import convert
from haidang.apps.directives.rows import DutyRow, Party
from haidang.domain.directives.reading import Doubt, DueKind
from haidang.domain.terms.dates import parse_partial
from haidang.domain.terms.refusal import Refusal
from haidang.domain.terms.text import nfc, squash
from haidang.flows.duty_parties import Directory

LookUp = Callable[[tuple[str, ...]], tuple[tuple[Party, ...], tuple[Doubt, ...]]]
RHYTHMS = ("day", "week", "month", "quarter", "half", "nine_months", "year")


@dataclass(frozen=True, slots=True)
class DutyValues:
    """A duty as typed: `leads`, `supports` are names as the document writes them, `due` a day as 16/3/2026 or 16/3."""

    text: str
    clause: str = ""
    leads: tuple[str, ...] = ()
    supports: tuple[str, ...] = ()
    due_kind: str = DueKind.THROUGHOUT.value
    due: str = ""
    due_before: bool = False
    rhythm: str = ""
    is_report: bool = False


def columns(values: DutyValues, directory: Directory, earlier: DutyRow | None = None) -> dict[str, Any]:
    """Columns of the duty. A name that stood in `earlier` keeps the agencies chosen for it; new names are looked up,
    and those that need a person's eye leave a doubt; all doubts that stood before count as looked at.

    Raises Refusal `duty.text_missing`, `duty.due_missing`, `duty.due_no_day`, `duty.rhythm_missing`, `date.*`.
    """
    text = squash(nfc(values.text))
    if not text:
        raise Refusal("duty.text_missing", "text")
    leads, lead_doubts = _parties(values.leads, earlier.leads if earlier else (), directory.leads)
    supports, support_doubts = _parties(values.supports, earlier.supports if earlier else (), directory.supports)
    doubts = (*lead_doubts, *support_doubts)
    kept = earlier.doubts if earlier and not doubts else ()
    return {
        "text": text,
        "clause": squash(nfc(values.clause)),
        "parties": convert.stored_parties(leads, supports),
        "is_report": values.is_report,
        "doubts": convert.stored_doubts((*kept, *doubts)),
        "doubts_settled": not doubts,
        **_due(values),
    }


def _parties(
    typed: tuple[str, ...], earlier: tuple[Party, ...], look_up: LookUp
) -> tuple[tuple[Party, ...], tuple[Doubt, ...]]:
    names = tuple(dict.fromkeys(name for name in (squash(nfc(line)) for line in typed) if name))
    known = {party.name: party for party in earlier}
    fresh, doubts = look_up(tuple(name for name in names if name not in known))
    known.update({party.name: party for party in fresh})
    return tuple(known[name] for name in names), doubts


def _due(values: DutyValues) -> dict[str, Any]:
    printed, rhythm = "", ""
    if values.due_kind != DueKind.THROUGHOUT and values.due.strip():
        printed = _day(values.due)
    if values.due_kind == DueKind.DATE and not printed:
        raise Refusal("duty.due_missing", "due")
    if values.due_kind == DueKind.RHYTHM:
        rhythm = values.rhythm
        if rhythm not in RHYTHMS:
            raise Refusal("duty.rhythm_missing", "rhythm")
    return {
        "due_kind": DueKind(values.due_kind).value,
        "due_printed": printed,
        "due_before": values.due_before and bool(printed),
        "rhythm": rhythm,
    }


def _day(written: str) -> str:
    """The day as ISO or `MM-DD`; a duty falls due on a day, so a month alone is refused."""
    try:
        found = parse_partial(nfc(written))
    except Refusal as refusal:
        raise Refusal(refusal.code, "due") from refusal
    if found.day is None:
        raise Refusal("duty.due_no_day", "due")
    return found.iso()
