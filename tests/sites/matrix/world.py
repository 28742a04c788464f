"""Two provinces, eight agencies with a person for every role, and one of each kind of thing in four different hands.

Everything carries a canary of its own: a word that stands nowhere else, so that a page which shows it shows the thing.
"""

import datetime as dt
from dataclasses import dataclass, field
from uuid import UUID

from django.utils import timezone

from haidang.apps.directives.models import Directive, Distribution
from haidang.apps.files import services as files
from haidang.apps.people import queries, services
from haidang.apps.people.models import Agency, Holding, Opening, Post, Unit, User
from haidang.apps.plans.models import Cooperation, Evidence, Plan, PlanItem, PlanVersion, Progress, Task
from haidang.apps.reports import services as reports
from haidang.apps.reports.models import Report
from haidang.domain.access.viewer import Role, Viewer
from haidang.flows.ask_opening import ask_opening
from haidang.flows.check_directive import check_directive
from haidang.flows.consolidate_period import Chosen, Words, consolidate_period
from haidang.flows.keep_contact import keep_contact
from haidang.flows.report_nil import report_nil
from haidang.flows.review_report import review_report
from haidang.flows.sign_in import note_sign_in
from tests.factories.cast import NOW, PASSWORD, TODAY, hashed
from tests.factories.directing import confirmed_directive

# short name → (unit, kind)
AGENCIES = {
    "police": ("province", "police"),
    "health": ("province", "department"),
    "commune": ("commune", "committee"),
    "commune-police": ("commune", "police"),
    "neighbour": ("neighbour", "committee"),
    "neighbour-police": ("neighbour", "police"),
    "far": ("far", "committee"),
    "far-police": ("far", "police"),
}
ABOVE = {"commune": "province", "neighbour": "province"}

# The agencies whose people ask; the others only hold something.
PEOPLE_OF = tuple(name for name in AGENCIES if name != "far")

# hands → part → agency. `asker` asks for an emergency opening of the contact of an officer of the lead.
HANDS = {
    # Each part lies alone in some commune: only so do the rights of one part show apart from those of the others.
    "province": {"owner": "police", "issuer": "health", "lead": "commune", "helper": "neighbour", "asker": "health"},
    "department": {"owner": "health", "issuer": "commune", "lead": "police", "helper": "police", "asker": "health"},
    "commune": {
        "owner": "commune", "issuer": "neighbour", "lead": "neighbour", "helper": "neighbour-police",
        "asker": "commune",
    },
    "far": {"owner": "far-police", "issuer": "far", "lead": "far", "helper": "far-police", "asker": "far-police"},
}  # fmt: skip


@dataclass
class Person:
    """One account with one role in one agency; `nobody` has no account, `no post` has one and holds nothing."""

    agency: str
    role: str
    user: User | None
    viewer: Viewer | None

    @property
    def name(self) -> str:
        return f"{self.role} of {self.agency}" if self.agency else self.role


@dataclass
class Thing:
    """What an address is about: its uuid, what else the address names, its canary, and the agency in each part."""

    kind: str
    uuid: UUID
    canary: str
    parts: dict[str, str]
    also: dict[str, object] = field(default_factory=dict)


@dataclass
class World:
    units: dict[str, Unit] = field(default_factory=dict)
    agencies: dict[str, Agency] = field(default_factory=dict)
    people: list[Person] = field(default_factory=list)
    things: dict[str, dict[str, Thing]] = field(default_factory=dict)

    def person(self, agency: str, role: Role) -> Viewer:
        found = next(one for one in self.people if (one.agency, one.role) == (agency, role.value))
        assert found.viewer is not None
        return found.viewer


def lay() -> World:
    """Everything, in a fresh database."""
    world = World()
    for name in ("province", "commune", "neighbour", "far"):
        above = world.units.get(ABOVE.get(name, ""))
        world.units[name] = services.create_unit(name=f"đơn vị {name}", level="commune", parent=above)
    for name, (unit, kind) in AGENCIES.items():
        standing = name in ("police", "far-police")
        world.agencies[name] = services.create_agency(
            unit=world.units[unit], name=f"cơ quan {name}", kind=kind, standing=standing
        )
        for role in Role:
            world.people.append(_person(world, name, role))
    world.people += [Person("", "nobody", None, None), Person("", "no post", _account("khong-chuc-vu"), None)]
    for hands, parts in HANDS.items():
        world.things[hands] = _things(world, hands, parts)
    return world


def touch(world: World) -> None:
    """An act on the day the people come: the heads of the chains are written once and not at every refusal."""
    for name in ("police", "far-police"):
        note_sign_in(actor=world.person(name, Role.STANDING), at=timezone.now())


def _account(username: str) -> User:
    return User.objects.create(username=username, full_name=f"Người {username}", password=hashed(PASSWORD))


def _person(world: World, agency: str, role: Role) -> Person:
    user = _account(f"{agency}.{role}")
    post = Post.objects.create(agency=world.agencies[agency], title=role.value, roles=[role.value], signs_as=["TM."])
    Holding.objects.create(user=user, post=post, since=dt.date(2025, 7, 1))
    return Person(agency, role.value, user, queries.viewer_for(user, TODAY))


def canary(hands: str, kind: str) -> str:
    return f"kimtuoc{hands}{kind}".replace("-", "")


def _things(world: World, hands: str, parts: dict[str, str]) -> dict[str, Thing]:
    owner = world.person(parts["owner"], Role.STANDING)
    made: dict[str, Thing] = {}

    def keep(kind: str, uuid: UUID, word: str, **also: object) -> None:
        made[kind] = Thing(kind, uuid, canary(hands, word), parts, also)

    directive = _directive(world, hands, parts, owner)
    duty = directive.duties.order_by("position")[0]
    keep("directive", directive.uuid, "directive", line=1, page=1, order=0, duty=duty.uuid, finding=duty.uuid)
    finding = directive.findings.order_by("number")[0]
    keep("finding", directive.uuid, "directive", finding=finding.uuid)
    draft, _version, item = _plan(world, hands, parts, "draft")
    keep("draft", draft.uuid, "draft")
    keep("draft-item", item.uuid, "draft")
    asked = _request(world, draft, parts, canary(hands, "draft"))
    keep("draft-report", asked.uuid, "draft")
    plan, version, item = _plan(world, hands, parts, "plan")
    keep("plan", plan.uuid, "plan")
    keep("version", version.uuid, "plan")
    keep("item", item.uuid, "plan")
    task, progress, proof = _task(world, hands, parts, plan, item)
    keep("task", task.uuid, "plan", progress=progress.uuid)
    keep("file", proof, "file")
    request = _request(world, plan, parts, canary(hands, "request"))
    reports.propose_obligations(request, [(world.agencies[parts["lead"]].pk, task.uuid)])
    reports.open_requests(plan.uuid, NOW)
    obligation = request.obligations.get()
    keep("request", request.uuid, "request")
    keep("owed", obligation.uuid, "request")
    sent = report_nil(actor=world.person(parts["lead"], Role.FOCAL), at=NOW, obligation_uuid=obligation.uuid)
    Report.objects.filter(uuid=sent).update(narrative=canary(hands, "report"))
    review_report(actor=owner, at=NOW, report_uuid=sent, accepted=True)
    keep("report", sent, "request", code="sessions")
    issuer = world.agencies[parts["owner"]].uuid
    frozen = consolidate_period(
        actor=owner, at=NOW, today=TODAY, request_uuid=request.uuid, chosen=Chosen(Words("x"), issuer, "BC-X")
    )
    keep("consolidation", frozen, "request", code="sessions")
    keep("agency", world.agencies[parts["lead"]].uuid, "none")
    subject = world.person(parts["lead"], Role.FOCAL)
    keep_contact(actor=subject, at=NOW, email="", phone="0900000000")
    keep("officer", subject.user_uuid, "none", post=subject.post_uuid)
    keep("post", subject.post_uuid, "none")
    keep("opening", _opening(world, parts, hands, subject), "opening")
    return made


def _directive(world: World, hands: str, parts: dict[str, str], owner: Viewer) -> Directive:
    directive = confirmed_directive(owner, NOW, number=f"{len(Directive.objects.all()) + 1}/KH-\ue001BCĐ")
    word = canary(hands, "directive")
    Directive.objects.filter(pk=directive.pk).update(title=f"{word} phòng, chống mua bán người", folded_head=word)
    directive.duties.update(text=f"{word} tuyên truyền")
    Distribution.objects.create(
        directive=directive, province_id=directive.province_id, agency=world.agencies[parts["helper"]]
    )
    check_directive(actor=owner, at=NOW, today=TODAY, directive_uuid=directive.uuid)
    return directive


def _plan(world: World, hands: str, parts: dict[str, str], stage: str) -> tuple[Plan, PlanVersion, PlanItem]:
    owner = world.agencies[parts["owner"]]
    word = canary(hands, stage)
    user = User.objects.get(username=f"{parts['owner']}.standing")
    common = {"province_id": owner.province_id}
    plan = Plan.objects.create(
        agency=owner, issuer=world.agencies[parts["issuer"]], title=f"{word} năm 2026", folded=word,
        created_by=user, created_at=NOW, year=2026, **common,
    )  # fmt: skip
    version = PlanVersion.objects.create(plan=plan, number=1, made_at=NOW, **common)
    if stage == "plan":
        viewer = queries.viewer_for(user, TODAY)
        assert viewer is not None
        paper = files.store(viewer=viewer, data=word.encode(), label="ke-hoach.txt", media_type="text/plain", at=NOW)
        version.state, version.symbol, version.issued_on = PlanVersion.State.ISSUED, "31/KH", dt.date(2026, 2, 10)
        version.document = paper
        version.save()
    item = PlanItem.objects.create(
        plan=plan, version=version, position=1, text=f"{word} tuyên truyền", clause="II.1", **common
    )
    return plan, version, item


def _task(world: World, hands: str, parts: dict[str, str], plan: Plan, item: PlanItem) -> tuple[Task, Progress, UUID]:
    common = {"province_id": plan.province_id}
    lead = world.agencies[parts["lead"]]
    task = Task.objects.create(
        plan=plan,
        item=item,
        lead=lead,
        state=Task.State.OPEN,
        opened_at=NOW,
        changed_at=NOW,
        folded=item.text,
        **common,
    )
    Cooperation.objects.create(task=task, agency=world.agencies[parts["helper"]], **common)
    user = User.objects.get(username=f"{parts['lead']}.focal")
    progress = Progress.objects.create(
        task=task, agency=lead, happened_on=dt.date(2026, 3, 5), percent=50, note="Đã làm", entered_by=user,
        entered_at=NOW, **common,
    )  # fmt: skip
    viewer = queries.viewer_for(user, TODAY)
    assert viewer is not None
    word = canary(hands, "file")
    proof = files.store(viewer=viewer, data=word.encode(), label="anh.txt", media_type="text/plain", at=NOW)
    Evidence.objects.create(progress=progress, file=proof, **common)
    return task, progress, proof.uuid


def _request(world: World, plan: Plan, parts: dict[str, str], word: str):
    return reports.propose_request(
        plan_uuid=plan.uuid,
        item_uuid=None,
        title=f"{word} báo cáo quý I năm 2026",
        collector_id=world.agencies[parts["owner"]].pk,
        province_id=plan.province_id,
        period="Q1",
        due_printed="2026-03-16",
        due_before=True,
        due_last_day=TODAY + dt.timedelta(days=4),
        addressee="Ủy ban nhân dân",
    )


def _opening(world: World, parts: dict[str, str], hands: str, subject: Viewer) -> UUID:
    asker = world.person(parts["asker"], Role.FOCAL)
    if hands == "far":
        # An officer of the same agency needs no second person; here only that nobody else sees it matters.
        asker = world.person(parts["asker"], Role.STANDING)
    uuid = ask_opening(
        actor=asker, at=NOW, today=TODAY, user_uuid=subject.user_uuid, reason=f"{canary(hands, 'opening')} nguy hiểm"
    )
    # The people of the world look at the real clock.
    Opening.objects.filter(uuid=uuid).update(expires_at=dt.datetime(2999, 1, 1, tzinfo=dt.UTC))
    return uuid
