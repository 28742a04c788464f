"""What the pages show of a duty: names with the agencies they mean, doubts in words, where to split it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from haidang.apps.directives.queries import DirectiveView, DutyRow, FindingRow, Party
from haidang.apps.people import queries as people
from haidang.domain.access.viewer import Viewer
from haidang.sites.office.directives.sheets import Marked, Noted
from haidang.sites.office.directives.wording import doubt_words

_SENTENCE_ENDS = re.compile(r"[.;]\s+(?=\w)")
_ROUND_A_PLACE = 60


@dataclass(frozen=True, slots=True)
class Named:
    """A written name and the names of the agencies it means; `order` finds it among the duty's bodies."""

    order: int
    name: str
    agencies: tuple[str, ...]

    @property
    def plain(self) -> bool:
        """It means one agency that bears this very name: nothing needs explaining."""
        return len(self.agencies) == 1 and self.agencies[0].casefold() == self.name.casefold()


@dataclass(frozen=True, slots=True)
class Card:
    """A duty as a card."""

    duty: DutyRow
    leads: tuple[Named, ...]
    supports: tuple[Named, ...]
    doubts: tuple[str, ...]


def cards(viewer: Viewer, duties: Iterable[DutyRow]) -> list[Card]:
    """Cards of these duties; one query for all names."""
    rows = list(duties)
    wanted = {uuid for duty in rows for party in (*duty.leads, *duty.supports) for uuid in party.agencies}
    names = people.names_of_agencies(viewer.province_id, wanted) if wanted else {}
    return [
        Card(
            duty,
            _named(duty.leads, 0, names),
            _named(duty.supports, len(duty.leads), names),
            tuple(doubt_words(duty.doubts)) if duty.in_doubt else (),
        )
        for duty in rows
    ]


def marks(view: DirectiveView, duties: Iterable[DutyRow]) -> list[Marked]:
    """What is marked in the text: duties that stand, and outside them days, periods, targets and citations."""
    found = [
        Marked(duty.start, duty.end, "doubt" if duty.in_doubt and not view.confirmed else "duty", duty.uuid)
        for duty in duties
        if not duty.deleted
    ]
    noted = (*view.reports, *view.windows, *view.targets, *view.citations)
    return found + [Marked(value.span.start, value.span.end, "note") for value in noted]


def notes(found: Iterable[FindingRow]) -> list[Noted]:
    """Where the check found something that nobody set aside; a place of no length is shown at the next letter."""
    return [
        Noted(row.start, max(row.end or 0, row.start + 1), row.uuid, row.number, row.severity)
        for row in found
        if row.start is not None and row.state != "ignored"
    ]


def split_places(text: str) -> list[tuple[int, str]]:
    """Where a duty can be split: after a full stop or a semicolon, shown with the words on both sides."""
    places = []
    for found in _SENTENCE_ENDS.finditer(text):
        before = text[: found.end()].rstrip()
        after = text[found.end() :]
        left = before if len(before) <= _ROUND_A_PLACE else "…" + before[-_ROUND_A_PLACE:]
        right = after if len(after) <= _ROUND_A_PLACE else after[:_ROUND_A_PLACE] + "…"
        places.append((found.end(), f"{left} │ {right}"))
    return places


def _named(parties: tuple[Party, ...], first: int, names: dict[UUID, str]) -> tuple[Named, ...]:
    return tuple(
        Named(first + order, party.name, tuple(names[uuid] for uuid in party.agencies if uuid in names))
        for order, party in enumerate(parties)
    )
