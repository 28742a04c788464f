"""Take in a document from above: keep it as it came, read it, propose its duties."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from haidang.apps.directives import convert, queries, services
from haidang.apps.files import services as files
from haidang.apps.ledger import services as ledger
from haidang.apps.people.queries import bodies
from haidang.domain.access.viewer import Act, Viewer, require
from haidang.domain.checks.checker import check
from haidang.domain.directives.reader import read
from haidang.domain.directives.reading import Doubt, Reading
from haidang.domain.directives.scanned import for_a_person, with_doubts
from haidang.domain.terms.intake import secrecy_stamp
from haidang.domain.terms.refusal import Refusal
from haidang.flows.acting import Done, perform
from haidang.flows.check_directive import what_was_found
from haidang.flows.duty_parties import Directory
from haidang.formats import registry
from haidang.formats.opening import open_file

ACT = "directive.register"
# The reader is linear up to this many characters; the longest plans of a province have a tenth of it.
LONGEST = 5_000_000
# Recognising takes seconds a page and a person waits for it; a longer scan comes in parts.
MOST_SCANNED = 40
# A few stray control characters (a database takes no NUL) become blanks; the file itself is kept as it came.
_CONTROL = dict.fromkeys((*range(9), *range(14, 32), 127, 0xFFFE, 0xFFFF), " ")


def register_directive(
    *,
    actor: Viewer,
    at: datetime,
    today: date,
    data: bytes,
    label: str,
    arrival_number: str = "",
    arrival_date: date | None = None,
    without_duties: bool = False,
    key: str | None = None,
) -> UUID:
    """Register the document whose bytes are `data` (a file of any kind that is read) and return its uuid.

    `label` is the file's name; pasted text is UTF-8 under a name that ends in .txt. Refuses what cannot be read
    (`file.*`, more than `MOST_SCANNED` scanned pages among it), a document stamped secret (`directive.secret`, before
    any write), `directive.too_long`, `directive.no_duty` unless `without_duties`, `directive.arrival_in_future`, and
    `directive.already_registered` (with its `uuid`) when the agency registered the same text before.
    """
    require(actor, Act.REGISTER_DIRECTIVE)
    if arrival_date is not None and arrival_date > today:
        raise Refusal("directive.arrival_in_future", "arrival_date")
    laid = open_file(data, label, most_pictures=MOST_SCANNED)
    laid = replace(laid, text=laid.text.translate(_CONTROL))
    if secrecy_stamp(laid.text) is not None:
        _note_secret(actor, at, key)
        raise Refusal("directive.secret", "text")
    if len(laid.text) > LONGEST:
        raise Refusal("directive.too_long", "text", limit=LONGEST // 1_000_000)
    reading = for_a_person(with_doubts(read(laid.text), laid), laid)
    if not reading.duties and not without_duties:
        raise Refusal("directive.no_duty", "without_duties")
    doubts = tuple(Doubt(note.code, note.words) for note in laid.notes)
    arrival = services.Arrival(arrival_number, arrival_date or today, laid.encoding or laid.form, doubts)
    digest = services.digest_of(reading.text)
    checked = check(reading, today=today, scanned=laid.scanned)
    kind = registry.recognise(data, label)

    def work() -> Done:
        if earlier := queries.registered(actor, digest):
            raise Refusal("directive.already_registered", uuid=earlier)
        media = registry.media_type(kind)
        # How large a file may be was asked when it was opened.
        source = files.store(viewer=actor, data=data, label=label, media_type=media, at=at, largest=len(data))
        directive = services.create_directive(viewer=actor, source=source, read=reading, arrival=arrival, at=at)
        if laid.sheets and reading.text == laid.text:
            services.keep_layout(directive, laid)
        duties = services.add_duties(directive, duty_rows(reading, Directory(bodies(actor, today))))
        services.keep_check(directive, checked, viewer=actor, at=at)
        said = {"duties": len(duties), "rulebook": reading.rulebook, **what_was_found(checked)}
        return Done("directive", directive.uuid, said)

    try:
        return perform(actor=actor, act=ACT, at=at, work=work, key=key)
    except IntegrityError:
        # Two people of one agency registered the same text in the same moment: the later one is led to the first.
        if earlier := queries.registered(actor, digest):
            raise Refusal("directive.already_registered", uuid=earlier) from None
        raise


def duty_rows(reading: Reading, directory: Directory) -> list[dict[str, Any]]:
    """The duties that were read, as columns; a name that needs a person's eye adds its doubt."""
    rows = []
    for order, duty in enumerate(reading.duties, 1):
        leads, lead_doubts = directory.leads(duty.leads)
        supports, support_doubts = directory.supports(duty.supports)
        rows.append(
            {
                "position": float(order),
                "text": duty.text,
                "clause": duty.clause[:60],
                "start": duty.span.start,
                "end": duty.span.end,
                "line": duty.span.line,
                "parties": convert.stored_parties(leads, supports),
                "due_kind": duty.due.kind.value,
                "due_printed": duty.due.printed or "",
                "due_before": duty.due.before,
                "rhythm": duty.due.rhythm or "",
                "is_report": duty.is_report,
                "doubts": convert.stored_doubts((*duty.doubts, *lead_doubts, *support_doubts)),
                "origin": "machine",
            }
        )
    return rows


def _note_secret(actor: Viewer, at: datetime, key: str | None) -> None:
    """The ledger learns that a secret document was turned away, and nothing about it: no title, no file name."""
    try:
        with transaction.atomic():
            ledger.append(
                province_id=actor.province_id,
                at=at,
                actor_uuid=actor.user_uuid,
                agency_uuid=actor.agency_uuid,
                act="directive.refused_secret",
                object_kind="directive",
                object_uuid=None,
                key=f"{actor.user_uuid}:directive.refused_secret:{key}" if key else None,
            )
    except IntegrityError:
        # A resend of the same form was noted before.
        return
