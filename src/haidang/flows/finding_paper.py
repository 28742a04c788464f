"""The check report as an official-looking document, made on demand; it writes nothing."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from django.utils import timezone

from haidang.apps.directives import queries
from haidang.apps.directives.queries import CheckRow, DirectiveView, FindingRow
from haidang.apps.people.models import Agency
from haidang.domain.access.viewer import Viewer
from haidang.domain.checks.outcomes import rule_table
from haidang.domain.directives.wordlists import KIND_CODES
from haidang.domain.drafting.check import CheckDraft, FindingLine, RuleLine, compose_check
from haidang.domain.drafting.wording import day_short
from haidang.domain.terms.dates import from_iso
from haidang.domain.terms.refusal import Refusal
from haidang.flows.paper_head import cited, frame_of
from haidang.formats import registry

# Several names may share a code: the first is the kind's own.
_KIND_NAMES = {code: name for name, code in reversed(KIND_CODES.items())}


def check_paper(*, actor: Viewer, today: date, directive_uuid: UUID) -> tuple[bytes, str, str]:
    """Bytes, file name and media type of the check report of a directive the actor may see.

    Raises Refusal `not_found`, also for a directive that was never checked.
    """
    view = queries.view(actor, directive_uuid)
    last = queries.last_check(actor, directive_uuid)
    if last is None:
        raise Refusal("not_found")
    draft = _draft(actor, today, view, last, queries.findings(actor, directive_uuid))
    data = registry.writer("docx")(compose_check(draft))
    return data, "phieu-kiem-tra.docx", registry.media_type("docx")


def _draft(
    actor: Viewer, today: date, view: DirectiveView, last: CheckRow, found: tuple[FindingRow, ...]
) -> CheckDraft:
    issuer = Agency.objects.select_related("unit__parent").get(pk=actor.agency_id)
    # A working paper: no number, and whoever prints it signs it.
    frame = replace(frame_of(issuer, kind="", day=today), symbol="", position="Người kiểm tra", signer=actor.name)
    return CheckDraft(
        frame=frame,
        document=_cited(view),
        title=view.head.title,
        checked=f"Kiểm tra lúc {_moment(last)}, bộ quy tắc {last.rulebook}, người kiểm tra: {last.checked_by}",
        rules=tuple(
            RuleLine(row.name, row.kind, row.outcome, row.source, row.unconfirmed) for row in rule_table(last.outcomes)
        ),
        findings=tuple(_line(row) for row in found),
    )


def _cited(view: DirectiveView) -> str:
    kind = _KIND_NAMES.get(view.head.kind, "văn bản")
    try:
        day = from_iso(view.head.issued_on).whole if view.head.issued_on else None
    except Refusal:
        day = None
    return cited(kind[:1].upper() + kind[1:], view.head.number, day, view.head.issuer)


def _moment(last: CheckRow) -> str:
    local = timezone.localtime(last.checked_at)
    return f"{local.hour}:{local.minute:02d} ngày {day_short(local.date())}"


def _line(row: FindingRow) -> FindingLine:
    said = "; ".join(filter(None, (row.reason, row.decided_by)))
    return FindingLine(
        row.line, row.kind, row.severity, row.found, row.expected, row.message, row.source, row.unconfirmed, row.state,
        said,
    )  # fmt: skip
