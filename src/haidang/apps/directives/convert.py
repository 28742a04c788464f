"""Rows of this app to frozen values and back."""

from typing import Any
from uuid import UUID

from haidang.apps.directives.models import Directive, Duty, Finding, Reading
from haidang.apps.directives.rows import DutyRow, FindingRow, HeadFacts, Party
from haidang.domain.directives import reading
from haidang.domain.directives.as_json import from_json, to_json
from haidang.domain.directives.reading import Doubt, Due, DueKind

LEAD = "lead"
COOPERATE = "cooperate"

# What a correction may change; a snapshot of these fields brings a duty back.
FIELDS = (
    "position", "text", "clause", "start", "end", "line", "parties", "due_kind", "due_printed", "due_before",
    "rhythm", "is_report", "doubts", "doubts_settled", "origin", "deleted",
)  # fmt: skip


# Parts of a reading that grow with the document, with what stands for them where they are left out.
_LONG: dict[str, Any] = {"assignments": [], "outline": [], "spans": {}}


def payload(value: reading.Reading) -> dict[str, Any]:
    """A reading as it is stored: without the text, which the directive keeps."""
    data = to_json(value)
    del data["text"]
    return data


def facts(stored: dict[str, Any]) -> dict[str, Any]:
    """The part of a stored reading that stays small however long the document is."""
    return {name: value for name, value in stored.items() if name not in _LONG}


def read_facts(row: Reading) -> reading.Reading:
    """The stored facts as a reading without text, duties and outline."""
    return from_json({**row.facts, **_LONG, "text": ""})


def whole(row: Reading, text: str) -> reading.Reading:
    """The stored reading of this text, all of it."""
    return from_json({**row.payload, "text": text})


def head(directive: Directive) -> HeadFacts:
    """The facts of the document's head."""
    return HeadFacts(
        uuid=directive.uuid,
        title=directive.title,
        kind=directive.kind,
        number=directive.number,
        issuer=directive.issuer,
        issued_on=directive.issued_on,
        arrival_number=directive.arrival_number,
        arrival_date=directive.arrival_date,
    )


def duty(row: Duty) -> DutyRow:
    """A duty as a frozen value."""
    return DutyRow(
        uuid=row.uuid,
        position=row.position,
        text=row.text,
        clause=row.clause,
        start=row.start,
        end=row.end,
        line=row.line,
        leads=parties(row.parties, LEAD),
        supports=parties(row.parties, COOPERATE),
        due=Due(DueKind(row.due_kind), row.due_printed or None, row.due_before, row.rhythm or None),
        is_report=row.is_report,
        doubts=doubts(row.doubts),
        settled=row.doubts_settled,
        by_person=row.origin == Duty.Origin.PERSON,
        deleted=row.deleted,
    )


def parties(stored: list[dict[str, Any]], role: str) -> tuple[Party, ...]:
    """The stored bodies of one role."""
    return tuple(Party(p["name"], tuple(UUID(a) for a in p["agencies"])) for p in stored if p["role"] == role)


def stored_parties(leads: tuple[Party, ...], supports: tuple[Party, ...]) -> list[dict[str, Any]]:
    """Bodies as the column keeps them."""
    return [
        {"role": role, "name": party.name, "agencies": [str(uuid) for uuid in party.agencies]}
        for role, group in ((LEAD, leads), (COOPERATE, supports))
        for party in group
    ]


def doubts(stored: list[dict[str, str]]) -> tuple[Doubt, ...]:
    """Stored doubts as values."""
    return tuple(Doubt(d["code"], d["words"]) for d in stored)


def stored_doubts(values: tuple[Doubt, ...]) -> list[dict[str, str]]:
    """Doubts as the column keeps them."""
    return [{"code": d.code, "words": d.words} for d in values]


def snapshot(row: Duty) -> dict[str, Any]:
    """The fields of a duty before a correction."""
    return {name: getattr(row, name) for name in FIELDS}


def finding(row: Finding) -> FindingRow:
    """A finding as a frozen value."""
    return FindingRow(
        uuid=row.uuid,
        number=row.number,
        rule=row.rule,
        kind=row.kind,
        severity=row.severity,
        line=row.line,
        start=row.start,
        end=row.end,
        found=row.found,
        expected=row.expected,
        message=row.message,
        source=row.source,
        unconfirmed=row.unconfirmed,
        state=row.state,
        reason=row.reason,
        decided_by=row.decided_by.full_name if row.decided_by else "",
        decided_at=row.decided_at,
    )
