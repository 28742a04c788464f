"""Writing a version's way to issue: shown to superiors, signed, numbered; then its tasks open."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db.models import Exists, OuterRef

from haidang.apps.files.models import StoredFile
from haidang.apps.people.models import Post, User
from haidang.apps.plans.models import Approval, Plan, PlanItem, PlanVersion, Task
from haidang.apps.plans.services import drafting
from haidang.domain.terms.refusal import Refusal

MOST_SUPERIORS = 3
_LIVE = (Task.State.PROPOSED, Task.State.OPEN, Task.State.DONE)


def unowned(plan: Plan) -> int:
    """How many duties have neither a task nor a declaration."""
    live = Task.objects.filter(item=OuterRef("pk"), state__in=_LIVE)
    items = PlanItem.objects.filter(plan=plan, withdrawn_in=None, unowned_reason="")
    return items.exclude(Exists(live)).count()


def submit(version: PlanVersion, *, author: User, posts: Sequence[Post], at: datetime) -> None:
    """Show the version to one to three superiors, in order. Refuses an empty plan and one with duties nobody owns."""
    if not 1 <= len(posts) <= MOST_SUPERIORS:
        raise Refusal("plan.superiors", "superiors", most=MOST_SUPERIORS)
    if len({post.pk for post in posts}) != len(posts):
        raise Refusal("plan.superior_twice", "superiors")
    if not version.plan.items.filter(withdrawn_in=None).exists():
        raise Refusal("plan.empty")
    if missing := unowned(version.plan):
        raise Refusal("plan.unowned", count=missing)
    version.state, version.round = PlanVersion.State.SUBMITTED, version.round + 1
    version.submitted_by, version.submitted_at = author, at
    version.save()
    Approval.objects.bulk_create(
        [
            Approval(version=version, province_id=version.province_id, round=version.round, order=order, post=post)
            for order, post in enumerate(posts, start=1)
        ]
    )


def answer(approval: Approval, *, approved: bool, note: str, person: User, at: datetime) -> None:
    """Approve, or send back with a note; the last approval makes the version ready to be signed."""
    version = approval.version
    approval.state = Approval.State.APPROVED if approved else Approval.State.SENT_BACK
    approval.note, approval.answered_by, approval.answered_at = note, person, at
    approval.save()
    if not approved:
        version.state = PlanVersion.State.DRAFT
    elif not version.approvals.filter(round=version.round, state=Approval.State.WAITING).exists():
        version.state = PlanVersion.State.APPROVED
    version.save(update_fields=["state"])


def sign(version: PlanVersion, *, person: User | None, post: Post, scan: StoredFile | None, at: datetime) -> None:
    """The version is signed from this post; with a scan the signature stands on paper."""
    version.state = PlanVersion.State.SIGNED
    version.signed_by, version.signed_post, version.signed_scan, version.signed_at = person, post, scan, at
    version.save()


def number(version: PlanVersion, *, symbol: str, issued_on: date) -> None:
    """Take down number, symbol and date; one number is given once a year by one issuer."""
    plan = version.plan
    if len(symbol) > 80:
        raise Refusal("plan.symbol", "symbol")
    taken = PlanVersion.objects.filter(
        province_id=version.province_id,
        plan__issuer=plan.issuer_id,
        symbol__iexact=symbol,
        issued_on__year=issued_on.year,
    )
    if taken.exclude(pk=version.pk).exists():
        raise Refusal("plan.number_taken", "number", symbol=symbol)
    version.symbol, version.issued_on = symbol, issued_on
    version.save(update_fields=["symbol", "issued_on"])


def issue(version: PlanVersion, *, document: StoredFile, at: datetime) -> list[Task]:
    """Freeze the document, open what this version gives, end what it withdraws; the tasks opened.

    Tasks that run already take the day that this version prints for their duty: one paper, one day.
    """
    version.state, version.document, version.issued_at = PlanVersion.State.ISSUED, document, at
    version.save()
    tasks = list(version.plan.tasks.filter(state=Task.State.PROPOSED, item__withdrawn_in=None).select_related("lead"))
    Task.objects.filter(pk__in=[task.pk for task in tasks]).update(state=Task.State.OPEN, opened_at=at, changed_at=at)
    if version.number > 1:
        for item in version.plan.items.filter(withdrawn_in=None):
            drafting.hand_due_down(item, version.plan.year, given=True, at=at)
    Task.objects.filter(item__withdrawn_in=version, state__in=(Task.State.OPEN, Task.State.PROPOSED)).update(
        state=Task.State.WITHDRAWN, reason=version.reason, changed_at=at
    )
    return tasks
