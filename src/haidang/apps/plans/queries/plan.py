"""One plan: its facts, versions and approvals, and its duties a page at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet

from haidang.apps.directives import scope as directives
from haidang.apps.people.models import Agency
from haidang.apps.plans import rights, scope
from haidang.apps.plans.convert import due_of, item_task
from haidang.apps.plans.models import Approval, Cooperation, Plan, PlanItem, PlanVersion, Task
from haidang.apps.plans.queries.paging import Listed, listed_page
from haidang.apps.plans.rows import ApprovalRow, ItemRow, PlanPage, VersionRow
from haidang.domain.access.viewer import Viewer
from haidang.domain.terms.refusal import Refusal

# More leads than this are not named in a heading.
_MOST_NAMES = 3

LIVE = (Task.State.PROPOSED, Task.State.OPEN, Task.State.DONE)


def plan_page(viewer: Viewer, uuid: UUID) -> PlanPage:
    """The plan in view; refused as `not_found` when it is not. Drafts are shown to their owners only."""
    readable = directives.visible(viewer).filter(pk=OuterRef("directive")).order_by()
    plan = (
        scope.plans(viewer)
        .select_related("agency__unit", "issuer__unit", "directive")
        .annotate(directive_open=Exists(readable))
        .filter(uuid=uuid)
        .first()
    )
    if plan is None:
        raise Refusal("not_found")
    owner = scope.owns(viewer, plan)
    versions = [v for v in _versions(plan) if owner or v.state == PlanVersion.State.ISSUED]
    newest = versions[-1]
    counts = _items(viewer, uuid, owned=owner).aggregate(
        items=Count("pk"),
        unowned=Count("pk", filter=Q(unowned_reason="", withdrawn_in=None) & ~Q(_live())),
    )
    issued = [v for v in versions if v.state == PlanVersion.State.ISSUED]
    return PlanPage(
        uuid=plan.uuid,
        title=plan.title,
        agency_name=plan.agency.name,
        issuer_uuid=plan.issuer.uuid,
        issuer_name=plan.issuer.name,
        issuer_symbol=plan.issuer.symbol or ("UBND" if plan.issuer.kind == Agency.Kind.COMMITTEE else ""),
        directive_uuid=plan.directive.uuid if plan.directive else None,
        directive_title=" ".join(filter(None, (plan.directive.number, plan.directive.title))) if plan.directive else "",
        directive_open=plan.directive_open,
        year=plan.year,
        starts=plan.starts,
        ends=plan.ends,
        aims=plan.aims,
        funds=plan.funds,
        state=newest.state,
        version_number=newest.number,
        versions=tuple(_version_row(v) for v in reversed(versions)),
        turn=_turn(viewer, plan, newest) if owner else "",
        may_record_signature=owner
        and newest.state == PlanVersion.State.APPROVED
        and (rights.numbers(viewer, plan) or rights.drafts(viewer, plan)),
        drafts=rights.drafts(viewer, plan),
        owned=owner,
        unowned=counts["unowned"],
        items=counts["items"],
        symbol=issued[-1].symbol if issued else "",
    )


def items_page(viewer: Viewer, plan: PlanPage, *, today: date, page: int = 1, only: str = "") -> Listed[ItemRow]:
    """One page of the plan's duties: those nobody owns first (`only` = "unowned": just these), then by lead agency."""
    keys = _keys(viewer, plan)
    if only == "unowned":
        keys = [key for key in keys if key.rank == 0]
    return listed_page(keys, page, lambda shown: _rows(viewer, shown, today, owned=plan.owned))


def item_row(viewer: Viewer, uuid: UUID, *, today: date) -> tuple[PlanPage, ItemRow]:
    """One duty of a plan that is the viewer's own business, with that plan, for the page that gives it to agencies."""
    item = PlanItem.objects.filter(province_id=viewer.province_id, uuid=uuid).values_list("pk", "plan__uuid").first()
    if item is None:
        raise Refusal("not_found")
    plan = plan_page(viewer, item[1])
    if not plan.owned:
        raise Refusal("not_found")
    return plan, _rows(viewer, [_Key(item=item[0])], today, owned=True)[0]


@dataclass(frozen=True, slots=True)
class _Key:
    """Where an item stands on the page: rank 0 nobody owns it, 1 given, 2 declared unowned, 3 withdrawn."""

    item: int
    rank: int = 0
    lead_order: int = 0
    group: str = ""
    position: float = 0.0


def _versions(plan: Plan) -> QuerySet[PlanVersion]:
    approvals = Approval.objects.select_related("post__agency", "answered_by").order_by("round", "order")
    return (
        plan.versions.select_related("signed_by", "signed_post", "submitted_by", "document", "signed_scan")
        .prefetch_related(Prefetch("approvals", queryset=approvals))
        .order_by("number")
    )


def _live() -> Exists:
    return Exists(Task.objects.filter(item=OuterRef("pk"), state__in=LIVE))


def _items(viewer: Viewer, plan: UUID, *, owned: bool) -> QuerySet[PlanItem]:
    """All duties for the plan's owners; for an agency that was given tasks, the duties of those tasks."""
    items = PlanItem.objects.filter(province_id=viewer.province_id, plan__uuid=plan)
    if owned:
        return items
    # A list of ids, not a question per row: the database answers it once.
    return items.filter(pk__in=scope.tasks(viewer).filter(plan__uuid=plan).order_by().values("item"))


def _keys(viewer: Viewer, plan: PlanPage) -> list[_Key]:
    leads: dict[int, list[tuple[int, str, str]]] = {}
    tasks = scope.tasks(viewer).filter(plan__uuid=plan.uuid, state__in=LIVE).order_by("lead__order", "lead__name")
    for item, order, name, written in tasks.values_list("item", "lead__order", "lead__name", "written_lead"):
        leads.setdefault(item, []).append((order, name, written))
    keys = []
    light = _items(viewer, plan.uuid, owned=plan.owned)
    columns = ("pk", "position", "unowned_reason", "withdrawn_in__state")
    for item, position, reason, taken_out in light.values_list(*columns):
        given = leads.get(item, [])
        # An agency whose task of this duty ended has nothing left to do here.
        withdrawn = bool(taken_out) and (plan.owned or taken_out == PlanVersion.State.ISSUED)
        ended = withdrawn or not (given or plan.owned)
        rank = _rank(withdrawn=ended, given=bool(given), declared=bool(reason))
        keys.append(_Key(item, rank, given[0][0] if given else 0, _group(given), position))
    return sorted(keys, key=lambda key: (key.rank, key.lead_order, key.group, key.position, key.item))


def _rank(*, withdrawn: bool, given: bool, declared: bool) -> int:
    return 3 if withdrawn else 1 if given else 2 if declared else 0


def _group(given: list[tuple[int, str, str]]) -> str:
    """The heading a duty stands under: its lead, the collective that meant its leads, up to three names, else none."""
    written = {words for _, _, words in given}
    if len(given) > 1 and len(written) == 1 and (words := written.pop()):
        return words
    return " · ".join(name for _, name, _ in given) if len(given) <= _MOST_NAMES else ""


def _rows(viewer: Viewer, keys: Sequence[_Key], today: date, *, owned: bool) -> list[ItemRow]:
    """The items of these keys in their order, in three queries."""
    tasks = (
        scope.tasks(viewer)
        .filter(state__in=LIVE)
        .select_related("lead")
        .prefetch_related(
            Prefetch("cooperations", Cooperation.objects.select_related("agency").order_by("agency__order"))
        )
        .order_by("lead__order", "lead__name")
    )
    items = (
        PlanItem.objects.filter(pk__in=[key.item for key in keys])
        .select_related("version", "withdrawn_in", "duty")
        .prefetch_related(Prefetch("tasks", queryset=tasks, to_attr="live"))
    )
    by_id = {item.pk: item for item in items}
    return [_item_row(by_id[key.item], key.group, today, owned=owned) for key in keys]


def _item_row(item: PlanItem, group: str, today: date, *, owned: bool) -> ItemRow:
    """An amendment in the making is its owners' alone: others see the duty as it was issued, due when their task is."""
    live: list[Task] = item.live  # type: ignore[attr-defined]
    taken_out = item.withdrawn_in if item.withdrawn_in and (owned or _issued(item.withdrawn_in)) else None
    rank = _rank(withdrawn=taken_out is not None, given=bool(live), declared=bool(item.unowned_reason))
    return ItemRow(
        uuid=item.uuid,
        duty_uuid=item.duty.uuid if item.duty else None,
        text=item.text,
        clause=item.clause,
        written_leads=tuple(item.written_leads),
        written_supports=tuple(item.written_supports),
        due=due_of(item if owned or not live else live[0]),
        is_report=item.is_report,
        status=("unowned", "given", "declared", "withdrawn")[rank],
        unowned_reason=item.unowned_reason,
        added_in=item.version.number,
        withdrawn_in=taken_out.number if taken_out else None,
        tasks=tuple(item_task(task, today) for task in live),
        group=group,
    )


def _issued(version: PlanVersion) -> bool:
    return version.state == PlanVersion.State.ISSUED


def _turn(viewer: Viewer, plan: Plan, version: PlanVersion) -> str:
    """The next step, when it is this viewer's."""
    state = version.state
    if state == PlanVersion.State.DRAFT and rights.drafts(viewer, plan):
        return "edit"
    if state == PlanVersion.State.SUBMITTED:
        approval = rights.waiting_approval(version)
        own = version.submitted_by is not None and version.submitted_by.uuid == viewer.user_uuid
        return "approve" if approval and rights.reviews(viewer, approval) and not own else ""
    if state == PlanVersion.State.APPROVED and rights.signs(viewer, plan):
        return "sign"
    if state == PlanVersion.State.SIGNED and rights.numbers(viewer, plan):
        return "number"
    if state == PlanVersion.State.ISSUED and rights.drafts(viewer, plan):
        return "amend"
    return ""


def _version_row(version: PlanVersion) -> VersionRow:
    return VersionRow(
        uuid=version.uuid,
        number=version.number,
        state=version.state,
        round=version.round,
        reason=version.reason,
        symbol=version.symbol,
        issued_on=version.issued_on,
        submitted_at=version.submitted_at,
        submitted_by=version.submitted_by.full_name if version.submitted_by else "",
        signed_at=version.signed_at,
        signed_by=version.signed_by.full_name if version.signed_by else "",
        signed_post=version.signed_post.title if version.signed_post else "",
        scan_uuid=version.signed_scan.uuid if version.signed_scan else None,
        document_uuid=version.uuid if version.document else None,
        approvals=tuple(_approval_row(a) for a in version.approvals.all() if _asked(version, a)),
    )


def _asked(version: PlanVersion, approval: Approval) -> bool:
    """Whoever was not asked before an earlier superior sent the version back is not waited for any more."""
    asked_now = version.state == PlanVersion.State.SUBMITTED and approval.round == version.round
    return approval.state != Approval.State.WAITING or asked_now


def _approval_row(approval: Approval) -> ApprovalRow:
    return ApprovalRow(
        round=approval.round,
        order=approval.order,
        post_title=approval.post.title,
        agency_name=approval.post.agency.name,
        state=approval.state,
        note=approval.note,
        answered_by=approval.answered_by.full_name if approval.answered_by else "",
        answered_at=approval.answered_at,
    )
