"""A request is consolidated: its accepted versions freeze into one report with totals and silent units."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from haidang.apps.people.models import Agency
from haidang.apps.reports import rights
from haidang.apps.reports.models import Obligation, Report, Request
from haidang.apps.reports.services import consolidations
from haidang.apps.reports.services.consolidations import Words
from haidang.domain.access.viewer import Viewer
from haidang.domain.indicators import catalogue
from haidang.domain.indicators.amounts import Emptiness
from haidang.domain.terms.refusal import Refusal
from haidang.flows.acting import Done, perform
from haidang.flows.consolidation_paper import store_paper

__all__ = ["Chosen", "Words", "consolidate_period"]


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the person decided: the edited words, in whose name it is issued, what follows the number ("BC-CAT").

    `seen` is the digest of the accepted versions the person had before them; empty where nobody looked.
    """

    words: Words
    issuer_uuid: UUID
    symbol: str
    seen: str = ""


def consolidate_period(
    *, actor: Viewer, at: datetime, today: date, request_uuid: UUID, chosen: Chosen, key: str | None = None
) -> UUID:
    """Freeze the accepted versions of a request into a consolidated report with its DOCX; returns its uuid.

    The figures are closed on the request's cut-off, or on `today` where it has none or it is still to come. Raises
    `consolidation.nothing_accepted`, `consolidation.changed` when other versions are accepted now than the person saw,
    `consolidation.no_symbol`, `consolidation.issuer`.
    """

    def work() -> Done:
        request = rights.request(actor, request_uuid)
        owed = list(request.obligations.select_related("agency").order_by("agency__order", "agency__name"))
        accepted = list(
            Report.objects.filter(obligation__request=request, state=Report.State.ACCEPTED).order_by("obligation_id")
        )
        if not accepted:
            raise Refusal("consolidation.nothing_accepted")
        if chosen.seen and chosen.seen != consolidations.digest_of(report.uuid for report in accepted):
            raise Refusal("consolidation.changed")
        if not chosen.symbol.strip():
            raise Refusal("consolidation.no_symbol", "symbol")
        made = consolidations.freeze(
            request,
            accepted,
            codes=catalogue.form(request.form).codes,
            reporters=[_reporter(obligation) for obligation in _with_versions(owed)],
            words=chosen.words,
            issuer=_issuer(actor, request, chosen.issuer_uuid),
            symbol=chosen.symbol.strip(),
            closed_on=min(request.cutoff, today) if request.cutoff else today,
            actor=actor,
            at=at,
        )
        document = store_paper(made, actor=actor, at=at)
        detail = {"request": str(request.uuid), "inputs": len(accepted), "document": str(document.uuid)}
        return Done("consolidation", made.uuid, detail)

    return perform(actor=actor, act="report.consolidate", at=at, work=work, key=key)


@dataclass(frozen=True, slots=True)
class _Owed:
    """An obligation with its newest version that was sent, None where nothing was."""

    obligation: Obligation
    standing: Report | None


def _with_versions(owed: list[Obligation]) -> list[_Owed]:
    """The accepted version stands; without one, the one that waits for its review."""
    found: dict[int, Report] = {}
    states = (Report.State.SUBMITTED, Report.State.ACCEPTED)
    rows = Report.objects.filter(obligation__in=owed, state__in=states).prefetch_related("cells").order_by("number")
    for report in rows:
        earlier = found.get(report.obligation_id)
        if earlier is None or earlier.state != Report.State.ACCEPTED:
            found[report.obligation_id] = report
    return [_Owed(obligation, found.get(obligation.pk)) for obligation in owed]


def _reporter(owed: _Owed) -> dict[str, object]:
    """How an agency stands at freezing, kept in the consolidation as data."""
    report, agency = owed.standing, owed.obligation.agency
    if report is None:
        state = "missing"
    elif report.state == Report.State.SUBMITTED:
        state = "awaiting"
    elif report.nil:
        state = "nil"
    else:
        cells = list(report.cells.all())
        state = "not_ours" if all(cell.emptiness == Emptiness.NOT_OURS for cell in cells) else "accepted"
    return {
        "agency": str(agency.uuid),
        "name": agency.name,
        "state": state,
        "source": report.source_document if report and report.entered_for else "",
        "source_date": report.source_date.isoformat() if report and report.entered_for and report.source_date else "",
    }


def _issuer(actor: Viewer, request: Request, uuid: UUID) -> Agency:
    """An agency of the collector's unit in whose name the report may go out."""
    found = Agency.objects.filter(province_id=actor.province_id, unit_id=request.collector.unit_id, uuid=uuid).first()
    if found is None:
        raise Refusal("consolidation.issuer", "issuer")
    return found
