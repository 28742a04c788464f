"""A plan (kế hoạch): duties grouped by the agency that leads them, in the order and the words of an issued plan."""

import datetime as dt
from dataclasses import dataclass

from haidang.domain.drafting import head, wording
from haidang.domain.drafting.blocks import Block, Bullet, Document, Heading, Run
from haidang.domain.drafting.head import Frame
from haidang.domain.terms.text import fold


@dataclass(frozen=True, slots=True)
class DutyLine:
    """One duty of the group's agency.

    `cooperating` are names of agencies; `due` is the time as it is to be printed ("trước ngày 05/8/2026", "hằng quý")
    or None where the duty runs throughout; `source` says which clause above it carries out ("mục II.1, Kế hoạch số
    31/KH-UBND"), empty for a duty of the issuer's own.
    """

    text: str
    cooperating: tuple[str, ...] = ()
    due: str | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class DutyGroup:
    """The duties of one lead agency, or of one collective ("Ủy ban nhân dân các xã, phường").

    `courtesy` is for courts, procuracy, Front and military: they are asked, not ordered.
    """

    agency: str
    duties: tuple[DutyLine, ...]
    courtesy: bool = False


@dataclass(frozen=True, slots=True)
class ReportRequest:
    """A report that the plan asks for: `by` whom, `to` whom, `via` the collecting body, `due` as printed, `what` about.

    `courtesy` as in `DutyGroup`.
    """

    by: str
    to: str
    due: str
    via: str = ""
    what: str = "kết quả thực hiện"
    courtesy: bool = False


@dataclass(frozen=True, slots=True)
class Amendment:
    """That this plan is a new version of an issued one: how often amended (1 for the first), the plan it replaces.

    `number` and `date` are those of the first plan, with its symbol ("31/KH-UBND"); `changes` says what is new, one
    item each, in the words of whoever amended it.
    """

    times: int
    number: str
    date: dt.date
    changes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanDraft:
    """All that a plan says. Texts are taken as they are; only marks, numbering and the fixed words are added.

    `subject` is the title without "Kế hoạch"; `lead_in` ends the preamble ("Ủy ban nhân dân tỉnh ban hành Kế hoạch …
    như sau"); `funds` None leaves the part out; `organisation` are paragraphs on how the plan is carried out; `contact`
    is the body that collects difficulties for the issuer ("Công an tỉnh"), empty where one writes to the issuer itself.
    """

    frame: Frame
    subject: str
    lead_in: str
    groups: tuple[DutyGroup, ...]
    legal_bases: tuple[str, ...] = ()
    aims: tuple[str, ...] = ()
    reports: tuple[ReportRequest, ...] = ()
    funds: str | None = None
    organisation: tuple[str, ...] = ()
    amendment: Amendment | None = None
    contact: str = ""


def compose_plan(draft: PlanDraft) -> Document:
    """Write the plan in the official form. Parts that the draft leaves empty are left out and not numbered."""
    parts: list[tuple[str, list[Block]]] = [
        ("MỤC ĐÍCH, YÊU CẦU", [wording.bullet(aim, "aims") for aim in draft.aims]),
        ("NỘI DUNG VÀ PHÂN CÔNG THỰC HIỆN", _duties(draft.groups)),
        ("CHẾ ĐỘ BÁO CÁO", [_report_request(request) for request in draft.reports]),
        ("KINH PHÍ THỰC HIỆN", [wording.paragraph(draft.funds, "funds")] if draft.funds else []),
        ("TỔ CHỨC THỰC HIỆN", [wording.paragraph(text, "organisation") for text in draft.organisation]),
    ]
    body: list[Block] = [*_amended(draft.amendment), wording.paragraph(_opening(draft.lead_in), "lead_in")]
    for number, (title, blocks) in enumerate((part for part in parts if part[1]), start=1):
        body += [Heading(1, f"{wording.roman(number)}.", title), *blocks]
    subject = wording.plain(draft.subject, "subject").rstrip(" .")
    if draft.amendment is not None:
        subject = f"Sửa đổi, bổ sung Kế hoạch {_lower_first(subject)}"
    return Document(
        header=head.header(draft.frame),
        kind_title="KẾ HOẠCH",
        subject=subject,
        preamble=wording.grounds(draft.legal_bases, "legal_bases"),
        body=tuple(body),
        closing=_closing(draft),
        recipients=wording.recipient_lines(
            draft.frame.recipients, draft.frame.filed, as_above=False, field="recipients"
        ),
        signature=head.signature(draft.frame),
    )


def _opening(lead_in: str) -> str:
    return f"{lead_in.rstrip(' .:;,')}:"


def _amended(amendment: Amendment | None) -> list[Block]:
    if amendment is None:
        return []
    first = f"Kế hoạch số {amendment.number} ngày {wording.day_short(amendment.date)}"
    said = f"Kế hoạch này là bản sửa đổi, bổ sung lần thứ {amendment.times}, thay thế {first}"
    if not amendment.changes:
        return [wording.paragraph(said, "amendment")]
    changes = [wording.bullet(change, "amendment") for change in amendment.changes]
    return [wording.paragraph(f"{said}. Những nội dung được sửa đổi, bổ sung:", "amendment"), *changes]


def _duties(groups: tuple[DutyGroup, ...]) -> list[Block]:
    blocks: list[Block] = []
    for number, group in enumerate(groups, start=1):
        name = wording.plain(group.agency, "agency")
        title = f"Đề nghị {name} phối hợp thực hiện" if group.courtesy else name
        blocks.append(Heading(2, f"{number}.", title))
        blocks += [_duty(duty, name, courtesy=group.courtesy) for duty in group.duties]
    return blocks


def _duty(duty: DutyLine, lead: str, *, courtesy: bool) -> Bullet:
    """The duty, then what its own words do not say already: who cooperates, by when, and from which clause above."""
    text = wording.sentence(wording.item(duty.text, "duties"))
    known = fold(text)
    said = [text]
    others = (wording.plain(name, "duties") for name in duty.cooperating)
    if names := [name for name in others if fold(name) not in known and fold(name) != fold(lead)]:
        said.append(f"Cơ quan phối hợp: {wording.listed(names)}.")
    due = wording.plain(duty.due or "", "duties").rstrip(" .;,")
    if due and fold(due) not in known:
        said.append(f"{'Thời gian đề nghị' if courtesy else 'Thời hạn'}: {due}.")
    runs = [Run(" ".join(said))]
    if source := wording.plain(duty.source, "duties").rstrip(" .;,"):
        runs.append(Run(f" (Thực hiện {source}.)", italic=True))
    return Bullet(tuple(runs))


def _report_request(request: ReportRequest) -> Bullet:
    via = f" (qua {request.via})" if request.via else ""
    ask = "Đề nghị " if request.courtesy else ""
    return wording.bullet(f"{ask}{request.by} báo cáo {request.what} về {request.to}{via} {request.due}", "reports")


def _closing(draft: PlanDraft) -> str:
    """Agencies of the administration are required, courtesy bodies are asked; both only where the plan names any."""
    asked = any(group.courtesy for group in draft.groups)
    told = any(not group.courtesy for group in draft.groups)
    yielding = "Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, kịp thời phản ánh về"
    issuer = wording.plain(draft.frame.issuer_name, "issuer_name")
    wish = ["yêu cầu các cơ quan, đơn vị, địa phương được giao nhiệm vụ nghiêm túc thực hiện"] if told else []
    wish += ["đề nghị các cơ quan phối hợp quan tâm, tổ chức thực hiện"] if asked else []
    first = "; ".join(wish)
    opening = f"{first[:1].upper()}{first[1:]}. " if first else ""
    via = f" (qua {wording.plain(draft.contact, 'contact')})" if draft.contact else ""
    return wording.end_mark(f"{opening}{yielding} {issuer}{via} để xem xét, giải quyết")


def _lower_first(text: str) -> str:
    """A title read on inside another one: "Triển khai …" → "triển khai …"; a name (two capitals) stays."""
    words = text.split(" ", 2)
    is_name = len(words) > 1 and words[1][:1].isupper()
    return text if is_name else text[:1].lower() + text[1:]
