"""Writing directives and their duties."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import F, Max, QuerySet

from haidang.apps.directives import convert, scope
from haidang.apps.directives.models import Directive, Distribution, Duty, DutyEdit, Layout, Reading
from haidang.apps.files.models import StoredFile
from haidang.apps.people.models import User
from haidang.domain.access.viewer import Viewer
from haidang.domain.directives import reading
from haidang.domain.directives.reading import Doubt
from haidang.domain.terms.laid import Laid
from haidang.domain.terms.refusal import Refusal
from haidang.domain.terms.text import fold, squash

TITLE_LENGTH = 1000
HEAD_LENGTH = 1400


@dataclass(frozen=True, slots=True)
class Arrival:
    """How the document came: number and day in the arrival register, how its bytes were encoded, doubts about that."""

    number: str
    day: date
    encoding: str
    doubts: tuple[Doubt, ...]


def digest_of(text: str) -> str:
    """The fingerprint by which the same text is recognised, however its file was encoded."""
    return hashlib.sha256(text.encode()).hexdigest()


def create_directive(
    *, viewer: Viewer, source: StoredFile, read: reading.Reading, arrival: Arrival, at: datetime
) -> Directive:
    """Keep a document and what was read in it; its duties are added by `add_duties`."""
    head = read.head
    title = squash(head.title or "") or _first_words(read.text)
    # The subject of a dispatch ("V/v …") is printed in small letters; standing alone it opens with a capital.
    title = title[:1].upper() + title[1:]
    directive = Directive.objects.create(
        province_id=viewer.province_id,
        agency_id=viewer.agency_id,
        source=source,
        digest=digest_of(read.text),
        text=read.text,
        encoding=arrival.encoding,
        arrival_number=arrival.number,
        arrival_date=arrival.day,
        kind=head.kind or "",
        number=(head.number or "")[:80],
        issuer=(head.issuer or "")[:200],
        issued_on=head.date or "",
        title=title[:TITLE_LENGTH],
        folded_head=fold(" ".join((title, head.number or "", head.issuer or "", arrival.number)))[:HEAD_LENGTH],
        folded=_words_once(read.text),
        doubts=convert.stored_doubts((*arrival.doubts, *read.doubts)),
        registered_by=User.objects.get(uuid=viewer.user_uuid),
        registered_at=at,
    )
    payload = convert.payload(read)
    Reading.objects.create(
        directive=directive,
        province_id=viewer.province_id,
        rulebook=read.rulebook,
        facts=convert.facts(payload),
        payload=payload,
        made_at=at,
    )
    return directive


def keep_layout(directive: Directive, laid: Laid) -> None:
    """Keep where the text stands on the pages of its file."""
    Layout.objects.create(
        directive=directive,
        province_id=directive.province_id,
        form=laid.form,
        sheets=[[sheet.width, sheet.height, sheet.scanned] for sheet in laid.sheets],
        places=[[place.start, place.end, place.page, *place.box, place.confidence] for place in laid.places],
    )


def add_duties(directive: Directive, rows: Iterable[Mapping[str, Any]]) -> list[Duty]:
    """Add duties with the given columns, in one statement."""
    return Duty.objects.bulk_create(
        [Duty(directive=directive, province_id=directive.province_id, **row) for row in rows], batch_size=500
    )


def next_position(directive: Directive) -> float:
    """A place after every duty."""
    last = directive.duties.aggregate(last=Max("position"))["last"]
    return float(last or 0.0) + 1.0


def between(directive: Directive, position: float) -> float:
    """The position of the duty that follows `position`, or one past it: new duties go in between."""
    following = directive.duties.filter(position__gt=position).order_by("position").values_list("position", flat=True)
    found = following.first()
    return position + 1.0 if found is None else float(found)


def open_for_change(viewer: Viewer, uuid: UUID, revision: int, *, after_confirmation: bool = False) -> Directive:
    """The directive, its revision moved on by one, for an officer who may change its duties.

    Raises Refusal `not_found`, `not_allowed`, `directive.confirmed` once a person has confirmed them (unless
    `after_confirmation`), and `directive.changed_meanwhile` when the page was made of an older revision.
    """
    directive = scope.find(viewer, uuid)
    if not scope.works_on(viewer, directive):
        raise Refusal("not_allowed")
    if directive.state == Directive.State.CONFIRMED and not after_confirmation:
        raise Refusal("directive.confirmed")
    moved = Directive.objects.filter(pk=directive.pk, revision=revision, state=directive.state)
    if not moved.update(revision=F("revision") + 1):
        raise Refusal("directive.changed_meanwhile")
    directive.revision = revision + 1
    return directive


def duties_of(directive: Directive) -> QuerySet[Duty]:
    """The duties that stand, in order."""
    return directive.duties.filter(deleted=False)


def find_duty(directive: Directive, uuid: UUID, *, deleted: bool = False) -> Duty:
    """One duty of the directive, standing or deleted as asked; raises Refusal `not_found`."""
    found = directive.duties.filter(uuid=uuid, deleted=deleted).first()
    if found is None:
        raise Refusal("not_found")
    return found


def change(duty: Duty, values: Mapping[str, Any]) -> None:
    """Write columns of a duty."""
    for name, value in values.items():
        setattr(duty, name, value)
    duty.save(update_fields=list(values))


def keep_edit(
    directive: Directive, *, act: str, before: dict[str, dict[str, Any] | None], viewer: Viewer, at: datetime
) -> None:
    """Remember a correction with the state before it."""
    DutyEdit.objects.create(
        directive=directive,
        province_id=directive.province_id,
        number=directive.revision,
        act=act,
        before=before,
        made_by=User.objects.get(uuid=viewer.user_uuid),
        made_at=at,
    )


def take_back(directive: Directive) -> DutyEdit:
    """Undo the last correction that stands; raises Refusal `directive.nothing_to_undo`."""
    edit = directive.edits.filter(undone=False).order_by("-number").first()
    if edit is None:
        raise Refusal("directive.nothing_to_undo")
    rows = {str(duty.uuid): duty for duty in directive.duties.filter(uuid__in=list(edit.before))}
    for uuid, values in edit.before.items():
        # What a correction brought into being is set aside, not destroyed: history keeps it.
        change(rows[uuid], {"deleted": True} if values is None else values)
    edit.undone = True
    edit.save(update_fields=["undone"])
    return edit


def confirm(directive: Directive, *, accepted: int, viewer: Viewer, at: datetime) -> None:
    """A person stands for the duties from now on; `accepted` doubts were left open knowingly."""
    Directive.objects.filter(pk=directive.pk).update(
        state=Directive.State.CONFIRMED,
        confirmed_by=User.objects.get(uuid=viewer.user_uuid),
        confirmed_at=at,
        doubts_accepted=accepted,
    )


def distribute(directive: Directive, agency_ids: Iterable[int]) -> None:
    """Let these agencies read the directive; those that were sent it before stay as they are."""
    Distribution.objects.bulk_create(
        [
            Distribution(directive=directive, province_id=directive.province_id, agency_id=agency_id)
            for agency_id in sorted(set(agency_ids))
        ],
        ignore_conflicts=True,
    )


def _words_once(text: str) -> str:
    """The different words of a text, folded: all that a search for words needs, in a fraction of the length."""
    return " ".join(sorted(set(fold(text).split())))


def _first_words(text: str) -> str:
    """A name for a document that has no title: its first line with letters."""
    for line in text.split("\n"):
        if any(c.isalpha() for c in line):
            return squash(line)[:200]
    return squash(text)[:200]
