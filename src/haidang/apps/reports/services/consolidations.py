"""Writing consolidated reports: frozen with their inputs and totals, then signed, then issued under a number."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from haidang.apps.files.models import StoredFile
from haidang.apps.people.models import Agency, Post, User
from haidang.apps.reports.models import Cell, Consolidation, Figure, Input, Report, Request
from haidang.domain.access.viewer import Viewer
from haidang.domain.indicators import amounts
from haidang.domain.indicators.amounts import Amount, Emptiness


@dataclass(frozen=True, slots=True)
class Words:
    """The text of a consolidated report as a person edited it."""

    summary: str = ""
    difficulties: str = ""
    proposals: str = ""


def freeze(
    request: Request,
    inputs: Iterable[Report],
    *,
    codes: Iterable[str],
    reporters: list[dict[str, object]],
    words: Words,
    issuer: Agency,
    symbol: str,
    closed_on: date,
    actor: Viewer,
    at: datetime,
) -> Consolidation:
    """Freeze these accepted versions into the next consolidated report of the request, one total per indicator code."""
    last = request.consolidations.order_by("-number").values_list("number", flat=True).first()
    made = Consolidation.objects.create(
        province_id=request.province_id,
        request=request,
        issuer=issuer,
        number=(last or 0) + 1,
        closed_on=closed_on,
        summary=words.summary,
        difficulties=words.difficulties,
        proposals=words.proposals,
        reporters=reporters,
        made_by=User.objects.get(uuid=actor.user_uuid),
        made_at=at,
        symbol=symbol,
    )
    reports = list(inputs)
    Input.objects.bulk_create(Input(consolidation=made, province_id=made.province_id, report=r) for r in reports)
    given = _given(reports)
    Figure.objects.bulk_create(_figure(made, code, given.get(code, [])) for code in codes)
    return made


def digest_of(versions: Iterable[UUID]) -> str:
    """A short name for a set of report versions, whatever their order."""
    return hashlib.sha256(" ".join(sorted(map(str, versions))).encode()).hexdigest()[:32]


def lock_consolidation(consolidation_id: int) -> Consolidation:
    """Take the consolidation's row for this transaction."""
    return Consolidation.objects.select_for_update().get(pk=consolidation_id)


def mark_signed(consolidation: Consolidation, *, actor: Viewer, at: datetime) -> None:
    """Note who signed and by which post."""
    consolidation.state, consolidation.signed_at = Consolidation.State.SIGNED, at
    consolidation.signed_by = User.objects.get(uuid=actor.user_uuid)
    consolidation.signed_post = Post.objects.get(uuid=actor.post_uuid)
    consolidation.save(update_fields=["state", "signed_at", "signed_by", "signed_post"])


def mark_issued(consolidation: Consolidation, *, number: str, issued_on: date) -> None:
    """Note the number and the day that the records clerk gave."""
    consolidation.state = Consolidation.State.ISSUED
    consolidation.issued_number, consolidation.issued_on = number, issued_on
    consolidation.save(update_fields=["state", "issued_number", "issued_on"])


def attach_document(consolidation: Consolidation, document: StoredFile) -> None:
    """The file that the consolidated report now is; earlier files stay stored."""
    consolidation.document = document
    consolidation.save(update_fields=["document"])


def _given(reports: list[Report]) -> Mapping[str, list[Amount]]:
    found: dict[str, list[Amount]] = {}
    for cell in Cell.objects.filter(report__in=reports):
        found.setdefault(cell.indicator, []).append(amount_of(cell.value, cell.emptiness))
    return found


def amount_of(value: Decimal | None, emptiness: str) -> Amount:
    """A kept value as the domain knows it."""
    return Amount(emptiness=Emptiness(emptiness)) if emptiness or value is None else Amount(value)


def _figure(made: Consolidation, code: str, given: list[Amount]) -> Figure:
    found = amounts.total(given)
    return Figure(
        consolidation=made,
        province_id=made.province_id,
        indicator=code,
        value=found.value,
        emptiness=found.emptiness or "",
        counted=sum(amount.counts for amount in given),
    )
