"""Writing what is asked for: a request is proposed with its plan, opened when the plan is issued."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from haidang.apps.reports.models import Obligation, Request
from haidang.domain.indicators import catalogue
from haidang.domain.terms.refusal import Refusal


def propose_request(
    *,
    plan_uuid: UUID,
    item_uuid: UUID | None,
    title: str,
    collector_id: int,
    province_id: int,
    period: str = "event",
    form: str = catalogue.DEFAULT_FORM,
    due_printed: str = "",
    due_before: bool = False,
    due_last_day: date | None = None,
    addressee: str = "",
    starts: date | None = None,
    cutoff: date | None = None,
) -> Request:
    """A report that the plan will ask for; it is owed by nobody until the plan is issued.

    Dates are those of the document or typed by a person, null where nobody gave one. Raises `Refusal("form.unknown")`.
    """
    catalogue.form(form)
    return Request.objects.create(
        province_id=province_id,
        origin_kind="plan",
        origin_uuid=plan_uuid,
        item_uuid=item_uuid,
        title=title,
        period=period,
        form=form,
        starts=starts,
        cutoff=cutoff,
        due_printed=due_printed,
        due_before=due_before,
        due_last_day=due_last_day,
        addressee=addressee,
        collector_id=collector_id,
    )


def propose_obligations(request: Request, agencies: Iterable[tuple[int, UUID | None]]) -> None:
    """Let agencies (id, uuid of the task that carries the duty, if any) owe the report; each owes it once."""
    Obligation.objects.bulk_create(
        [
            Obligation(province_id=request.province_id, request=request, agency_id=agency_id, task_uuid=task_uuid)
            for agency_id, task_uuid in agencies
        ],
        ignore_conflicts=True,
    )


def open_requests(plan_uuid: UUID, at: datetime) -> int:
    """Open the plan's requests that are still proposed; the number of requests opened."""
    return Request.objects.filter(origin_kind="plan", origin_uuid=plan_uuid, opened_at=None).update(opened_at=at)


def set_window(request: Request, *, starts: date | None, cutoff: date | None) -> None:
    """Set the days whose records count. Raises `Refusal("window.reversed")`."""
    if starts and cutoff and cutoff < starts:
        raise Refusal("window.reversed", "cutoff")
    Request.objects.filter(pk=request.pk).update(starts=starts, cutoff=cutoff)


def proposed(province_id: int, uuid: UUID) -> Request:
    """A request that is not open yet; raises `Refusal("not_found")`."""
    request = Request.objects.filter(province_id=province_id, uuid=uuid, opened_at=None).first()
    if request is None:
        raise Refusal("not_found")
    return request


def change_request(
    request: Request, *, title: str, form: str, due_printed: str, due_before: bool, due_last_day: date | None
) -> None:
    """Set what a proposed request asks and by when. Raises `Refusal("form.unknown")`."""
    catalogue.form(form)
    Request.objects.filter(pk=request.pk).update(
        title=title, form=form, due_printed=due_printed, due_before=due_before, due_last_day=due_last_day
    )


def drop_request(request: Request) -> None:
    """Remove a proposed request and what would have been owed; an open one has history and stays."""
    Obligation.objects.filter(request=request, request__opened_at=None).delete()
    Request.objects.filter(pk=request.pk, opened_at=None).delete()


def release(request: Request, agency_id: int) -> int:
    """Let an agency no longer owe a report of which it has not written anything; 1 when it was released."""
    owed = Obligation.objects.filter(request=request, agency_id=agency_id, reports=None)
    return owed.delete()[0]
