"""The document of a plan, composed from its duties, leads and report requests: a draft without number, or as issued."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from haidang.apps.directives.models import Directive
from haidang.apps.people import queries as people
from haidang.apps.plans.models import Plan, PlanVersion
from haidang.apps.plans.queries.printing import PrintedItem, printed_items
from haidang.apps.plans.rows import Download
from haidang.apps.plans.services import find
from haidang.domain.access.viewer import Viewer
from haidang.domain.cascade.grouping import Given, Group, grouped
from haidang.domain.deadlines.wording import due_words
from haidang.domain.drafting.blocks import Document
from haidang.domain.drafting.plan import Amendment, DutyGroup, DutyLine, PlanDraft, ReportRequest, compose_plan
from haidang.domain.terms import dates
from haidang.domain.terms.refusal import Refusal
from haidang.domain.units.naming import Body, Found, meaning
from haidang.flows.paper_head import Signing, cited, frame_of, full_name, symbol_of, with_capitals
from haidang.flows.plan_requests import Asked, asked
from haidang.flows.take_in_duties import named
from haidang.formats import registry

_KINDS = {
    "ke_hoach": "Kế hoạch",
    "cong_van": "Công văn",
    "chi_thi": "Chỉ thị",
    "cong_dien": "Công điện",
    "quyet_dinh": "Quyết định",
    "chuong_trinh": "Chương trình",
    "thong_bao": "Thông báo",
    "nghi_quyet": "Nghị quyết",
}
# More recipients than this are named in one line by the part that names them.
_MOST_RECIPIENTS = 12


def preview(viewer: Viewer, plan_uuid: UUID, *, today: date) -> Download:
    """The version on its way as a DOCX marked as a draft, with room for number and day. Only for the plan's owners."""
    version = find.newest_of(viewer, plan_uuid)
    document = compose(viewer, version, today=today)
    draft = replace(document, kind_title=f"{document.kind_title} (DỰ THẢO)")
    data = registry.writer("docx")(draft)
    return Download(f"du-thao-ke-hoach-{version.number}.docx", registry.media_type("docx"), data)


def compose(viewer: Viewer, version: PlanVersion, *, today: date) -> Document:
    """The document of a version as it stands; number and day are those the records clerk gave, if any."""
    plan = version.plan
    printed = printed_items(plan, version)
    items = tuple(item for item in printed if not item.withdrawn)
    bodies = people.bodies(viewer, today)
    requests = asked(plan.province_id, plan.uuid)
    reported = {request.item_uuid for request in requests if request.item_uuid}
    groups = _grouped(tuple(item for item in items if item.uuid not in reported), bodies)
    issuer_name = full_name(plan.issuer)
    source = _source_of(plan)
    above = _reference(plan.directive, source)
    number, symbol = _number_and_symbol(version)
    signing = Signing(version.signed_post, _signer(version)) if version.signed_post else None
    drafter = full_name(plan.agency) if plan.agency_id != plan.issuer_id else ""
    return compose_plan(
        PlanDraft(
            frame=frame_of(
                plan.issuer,
                kind="KH",
                symbol=symbol,
                number=number,
                day=version.issued_on,
                year=plan.year,
                signing=signing,
                recipients=_recipients("" if source == issuer_name else source, groups),
                filed=", ".join(filter(None, ("VT", plan.agency.symbol if drafter else ""))),
            ),
            subject=_subject(plan.title),
            lead_in=f"Thực hiện {above}, {issuer_name} ban hành Kế hoạch như sau"
            if above
            else f"{issuer_name} ban hành Kế hoạch như sau",
            aims=tuple(line.strip() for line in plan.aims.splitlines() if line.strip()),
            groups=tuple(_duty_group(group, plan.directive) for group in groups),
            reports=tuple(line for request in requests for line in _asked_of(request, plan, items, bodies)),
            funds=plan.funds or None,
            organisation=_organisation(drafter, issuer_name),
            amendment=_amendment(version, printed),
            contact=drafter,
        )
    )


def _grouped(items: Sequence[PrintedItem], bodies: tuple[Body, ...]) -> tuple[Group[PrintedItem], ...]:
    given = [Given(item, tuple((lead.agency.uuid, lead.written) for lead in item.leads)) for item in items]

    def members(written: str) -> frozenset[UUID]:
        read = meaning(written, bodies)
        return frozenset(read.agencies) if read.found is Found.COLLECTIVE else frozenset()

    return grouped(given, {body.uuid: body.name for body in bodies}, members)


def _duty_group(group: Group[PrintedItem], directive: Directive | None) -> DutyGroup:
    courtesy = group.agency is not None and any(
        lead.agency.courtesy for item in group.lines for lead in item.leads if lead.agency.uuid == group.agency
    )
    return DutyGroup(group.name, tuple(_line(item, group, directive) for item in group.lines), courtesy)


def _line(item: PrintedItem, group: Group[PrintedItem], directive: Directive | None) -> DutyLine:
    joint = [lead.agency.name for lead in item.leads if lead.answering and len(item.leads) > 1]
    text = item.text
    if joint:
        text = f"{text.rstrip(' .;')} ({joint[0]} là đầu mối chịu trách nhiệm chung)"
    source = f"mục {item.clause}, {_short_reference(directive)}" if item.clause and directive else ""
    return DutyLine(
        text=text,
        cooperating=tuple(name for name in item.cooperating if name != group.name),
        due=due_words(item.due.kind, item.due.printed, before=item.due.before, rhythm=item.due.rhythm),
        source=source,
    )


def _asked_of(
    request: Asked, plan: Plan, items: Sequence[PrintedItem], bodies: tuple[Body, ...]
) -> tuple[ReportRequest, ...]:
    """Who reports is whoever leads the duty to report; a request without such a duty binds every lead. Bodies that are
    asked and not told stand in a line of their own."""
    own = tuple(item for item in items if item.uuid == request.item_uuid)
    asked_bodies = {body.name for body in bodies if body.courtesy}
    names = [group.name for group in _grouped(own, bodies)] or ["Các cơ quan, đơn vị, địa phương được giao nhiệm vụ"]
    issuer_name = full_name(plan.issuer)
    what = request.title.removeprefix("Báo cáo ").replace(named(plan.title), "Kế hoạch này")
    return tuple(
        ReportRequest(
            by="; ".join(by),
            to=request.addressee or issuer_name,
            via=request.collector_name if request.collector_name not in (issuer_name, request.addressee) else "",
            due=due_words("date", request.due_printed, before=request.due_before, rhythm="") or "",
            what=what[:1].lower() + what[1:],
            courtesy=courtesy,
        )
        for courtesy in (False, True)
        if (by := [name for name in names if (name in asked_bodies) is courtesy])
    )


def _organisation(drafter: str, issuer_name: str) -> tuple[str, ...]:
    if not drafter:
        return ()
    task = "theo dõi, đôn đốc việc thực hiện Kế hoạch này; tổng hợp kết quả, báo cáo"
    return (f"Giao {drafter} {task} {issuer_name}.",)


def _source_of(plan: Plan) -> str:
    """Who issued the directive, as running text writes it, UBND written out; empty where its reading does not say."""
    if plan.directive is None:
        return ""
    return re.sub(r"^UBND\b", "Ủy ban nhân dân", with_capitals(plan.directive.issuer, plan.issuer.unit))


def _recipients(source: str, groups: Sequence[Group[PrintedItem]]) -> tuple[str, ...]:
    above = (source,) if source else ()
    names = tuple(group.name for group in groups)
    if len(names) > _MOST_RECIPIENTS:
        names = ("Các cơ quan, đơn vị, địa phương được giao nhiệm vụ tại Kế hoạch này",)
    return (*above, *names)


def _amendment(version: PlanVersion, printed: Sequence[PrintedItem]) -> Amendment | None:
    if version.number == 1:
        return None
    first = version.plan.versions.get(number=1)
    if first.issued_on is None:
        raise Refusal("plan.not_issued")
    changes = (version.reason, *(f"Bổ sung nội dung: {item.text}" for item in printed if item.added))
    ended = tuple(f"Thôi thực hiện nội dung: {item.text}" for item in printed if item.withdrawn)
    return Amendment(version.number - 1, first.symbol, first.issued_on, (*changes, *ended))


def _number_and_symbol(version: PlanVersion) -> tuple[str | None, str]:
    number, _, symbol = version.symbol.partition("/")
    return (number, symbol) if symbol else (None, symbol_of(version.plan.issuer, "KH"))


def _signer(version: PlanVersion) -> str | None:
    person = version.signed_by
    return f"{person.rank} {person.full_name}".strip() if person else None


def _subject(title: str) -> str:
    """The title without the name of the kind: "Kế hoạch triển khai …" → "Triển khai …"."""
    words = title.removeprefix("Kế hoạch ").removeprefix("KẾ HOẠCH ")
    return words[:1].upper() + words[1:]


def _reference(directive: Directive | None, source: str) -> str:
    """The directive in running text, without what its reading does not give."""
    if directive is None:
        return ""
    day = dates.from_iso(directive.issued_on).whole if directive.issued_on else None
    return cited(_KINDS.get(directive.kind, "Văn bản"), directive.number, day, source)


def _short_reference(directive: Directive | None) -> str:
    if directive is None:
        return ""
    return cited(_KINDS.get(directive.kind, "Văn bản"), directive.number, None, "")
