"""A plan drafted, given, signed and issued by the cast, step by step, through the flows that people use."""

import datetime as dt
from uuid import UUID

from haidang.apps.directives.models import Directive
from haidang.apps.plans.models import PlanItem, Task
from haidang.flows.declare_unowned import declare_unowned
from haidang.flows.draft_plan import draft_plan
from haidang.flows.issue_plan import issue_plan
from haidang.flows.review_plan import review_plan
from haidang.flows.sign_plan import sign_plan
from haidang.flows.submit_plan import submit_plan
from tests.factories.cast import NOW, TODAY, Cast

TITLE = "Phòng, chống mua bán người trên địa bàn tỉnh năm 2026"


def draft(cast: Cast, directive: Directive | None, *, key: str | None = None) -> UUID:
    """The standing agency drafts a plan in the name of the province's People's Committee."""
    return draft_plan(
        actor=cast["standing"],
        at=NOW,
        today=TODAY,
        directive_uuid=directive.uuid if directive else None,
        issuer_uuid=cast.agencies["UBND tỉnh An Hải"].uuid,
        title=TITLE,
        year=2026,
        key=key,
    )


def settle(cast: Cast, plan: UUID) -> None:
    """Declare every duty that nobody owns."""
    for item in PlanItem.objects.filter(plan__uuid=plan, tasks=None):
        declare_unowned(actor=cast["standing"], at=NOW, item_uuid=item.uuid, reason="Chờ hội được thành lập")


def submit(cast: Cast, plan: UUID, *who: str) -> None:
    """Show it to superiors: by default the police leader, then the committee's."""
    posts = [cast[name].post_uuid for name in who or ("police_leader", "leader")]
    submit_plan(actor=cast["standing"], at=NOW, today=TODAY, plan_uuid=plan, superiors=posts)


def approve(cast: Cast, plan: UUID, *who: str) -> None:
    """Each of them approves, in order."""
    for name in who or ("police_leader", "leader"):
        review_plan(actor=cast[name], at=NOW, plan_uuid=plan, approved=True)


def number(cast: Cast, plan: UUID, given: str = "31", day: dt.date = TODAY, *, key: str | None = None) -> None:
    """The records clerk gives number and day."""
    issue_plan(
        actor=cast["clerk"], at=NOW, today=TODAY, plan_uuid=plan, number=given, symbol="KH-UBND", issued_on=day, key=key
    )


def finish(cast: Cast, plan: UUID, given: str = "31") -> None:
    """From a settled draft to an issued plan."""
    submit(cast, plan)
    approve(cast, plan)
    sign_plan(actor=cast["leader"], at=NOW, plan_uuid=plan)
    number(cast, plan, given)


def issued(cast: Cast, directive: Directive) -> UUID:
    """A plan from this directive, issued."""
    plan = draft(cast, directive)
    settle(cast, plan)
    finish(cast, plan)
    return plan


def task_of(plan: UUID, agency: str, words: str = "") -> Task:
    """The running task of an agency whose words hold `words`."""
    found = Task.objects.filter(plan__uuid=plan, lead__name=agency, item__text__contains=words)
    return found.exclude(state__in=("reassigned", "withdrawn")).select_related("item", "lead")[0]
