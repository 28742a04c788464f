"""A consolidated report (báo cáo): who reported, the figures, the words of the agencies, difficulties and proposals."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from haidang.domain.drafting import head, wording
from haidang.domain.drafting.blocks import Annex, Block, Bullet, Document, Heading, Run
from haidang.domain.drafting.figures import AgencyRow, Figure, FigureRow, agencies_tables, figures_table
from haidang.domain.drafting.head import Frame


class ReporterState(StrEnum):
    """Where a unit's report stands at the cut-off."""

    ACCEPTED = "accepted"
    NOTHING_AROSE = "nothing_arose"
    NOT_ITS_TASK = "not_its_task"
    AWAITING = "awaiting"
    NOT_REPORTED = "not_reported"


# In the order of the report; the first three are accepted reports.
_STATE_WORDS = {
    ReporterState.ACCEPTED: "Đã báo cáo, được chấp nhận",
    ReporterState.NOTHING_AROSE: "Báo cáo không phát sinh",
    ReporterState.NOT_ITS_TASK: "Báo cáo không thuộc chức năng, nhiệm vụ",
    ReporterState.AWAITING: "Đã gửi, chưa được chấp nhận (số liệu chưa đưa vào báo cáo này)",
    ReporterState.NOT_REPORTED: "Chưa báo cáo",
}
_ACCEPTED = (ReporterState.ACCEPTED, ReporterState.NOTHING_AROSE, ReporterState.NOT_ITS_TASK)


@dataclass(frozen=True, slots=True)
class Reporter:
    """A unit that owed a report.

    `entered_from` cites the document from which the report was entered for it (nhập thay), empty where it reported
    itself.
    """

    name: str
    state: ReporterState
    entered_from: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """What one agency wrote under a heading; `agency` empty for words of the issuer itself."""

    agency: str
    text: str


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered heading of the narrative with its passages."""

    title: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class ReportDraft:
    """All that a consolidated report says; no sum is made here, every figure is printed as given.

    `subject` is the title without "Báo cáo"; `lead_in` opens it ("Thực hiện Kế hoạch số …, Công an tỉnh báo cáo …");
    `period` is the time reported on in words ("từ ngày 15/6/2026 đến ngày 14/9/2026"); `cutoff` the day on which the
    figures were closed; `estimated_from`, where the cut-off was early, the first day whose figures are an estimate, and
    `period_end` the last. `figures` hold accepted reports only; `annex_*` are the same figures by unit, with totals as
    consolidated; `corrects` cites the report that this one corrects and replaces.
    """

    frame: Frame
    addressees: tuple[str, ...]
    subject: str
    lead_in: str
    period: str
    cutoff: dt.date
    reporters: tuple[Reporter, ...]
    figures: tuple[FigureRow, ...] = ()
    sections: tuple[Section, ...] = ()
    difficulties: tuple[Passage, ...] = ()
    proposals: tuple[Passage, ...] = ()
    annex_indicators: tuple[tuple[str, str], ...] = ()
    annex_rows: tuple[AgencyRow, ...] = ()
    annex_totals: tuple[Figure, ...] = ()
    estimated_from: dt.date | None = None
    period_end: dt.date | None = None
    corrects: str = ""


def compose_report(draft: ReportDraft) -> Document:
    """Write the report in the official form. Parts that the draft leaves empty are left out and not numbered."""
    annexes = _annexes(draft)
    parts: list[tuple[str, list[Block]]] = [
        ("TÌNH HÌNH CHẤP HÀNH CHẾ ĐỘ BÁO CÁO", _reporting(draft.reporters, draft.cutoff)),
        ("SỐ LIỆU TỔNG HỢP", _figures(draft, annexes)),
        ("KẾT QUẢ THỰC HIỆN", _narrative(draft.sections)),
        ("KHÓ KHĂN, VƯỚNG MẮC", [_passage(passage, "difficulties") for passage in draft.difficulties]),
        ("ĐỀ XUẤT, KIẾN NGHỊ", [_passage(passage, "proposals") for passage in draft.proposals]),
    ]
    lead_in = wording.plain(draft.lead_in, "lead_in").rstrip(" .:;,").removesuffix(" như sau")
    body: list[Block] = [wording.paragraph(f"{lead_in} ({wording.plain(draft.period, 'period')}) như sau:", "lead_in")]
    if draft.corrects:
        body.append(wording.paragraph(f"Báo cáo này đính chính và thay thế {draft.corrects}", "corrects"))
    for number, (title, blocks) in enumerate((part for part in parts if part[1]), start=1):
        body += [Heading(1, f"{wording.roman(number)}.", title), *blocks]
    subject = wording.plain(draft.subject, "subject").rstrip(" .")
    issuer = wording.plain(draft.frame.issuer_name, "issuer_name")
    addressees = tuple(wording.plain(name, "addressees").rstrip(" .;,") for name in draft.addressees)
    return Document(
        header=head.header(draft.frame),
        kind_title="BÁO CÁO",
        subject=subject,
        addressees=addressees,
        body=tuple(body),
        closing=wording.end_mark(f"{issuer} trân trọng báo cáo {wording.listed(addressees)}"),
        recipients=wording.recipient_lines(
            draft.frame.recipients, draft.frame.filed, as_above=bool(addressees), field="recipients"
        ),
        signature=head.signature(draft.frame),
        annexes=annexes,
    )


def _reporting(reporters: Sequence[Reporter], cutoff: dt.date) -> list[Block]:
    if not reporters:
        return []
    accepted = sum(reporter.state in _ACCEPTED for reporter in reporters)
    entered = sum(bool(reporter.entered_from) for reporter in reporters)
    by_hand = (
        f", trong đó {entered:02d} báo cáo do cơ quan tổng hợp nhập thay theo văn bản của đơn vị" if entered else ""
    )
    blocks: list[Block] = [
        wording.paragraph(
            f"Đến thời điểm chốt số liệu (ngày {wording.day_short(cutoff)}), có {accepted}/{len(reporters)} cơ quan, "
            f"đơn vị, địa phương có báo cáo được chấp nhận{by_hand}. Cụ thể:"
        )
    ]
    for state, words in _STATE_WORDS.items():
        names = [_reporter(reporter) for reporter in reporters if reporter.state is state]
        if names:
            blocks.append(Bullet((Run(f"{words} ({len(names)}): {wording.listed(names)}."),)))
    return blocks


def _reporter(reporter: Reporter) -> str:
    name = wording.plain(reporter.name, "reporters")
    cited = wording.plain(reporter.entered_from, "reporters").rstrip(" .;,")
    return f"{name} (nhập thay theo {cited})" if cited else name


def _figures(draft: ReportDraft, annexes: Sequence[Annex]) -> list[Block]:
    if not draft.figures:
        return []
    said = (
        "Số liệu dưới đây chỉ tổng hợp từ các báo cáo đã được chấp nhận, chốt đến ngày "
        f"{wording.day_short(draft.cutoff)}; số phát sinh sau chốt không nằm trong báo cáo này."
    )
    if draft.estimated_from is not None and draft.period_end is not None:
        span = f"{wording.day_short(draft.estimated_from)} đến ngày {wording.day_short(draft.period_end)}"
        said += f" Do chốt sớm, số liệu từ ngày {span} là ước thực hiện, sẽ được đối chiếu ở kỳ báo cáo sau."
    if annexes:
        joined = " và " if len(annexes) == 2 else " đến "
        labels = joined.join(dict.fromkeys((annexes[0].label, annexes[-1].label)))
        said += f" Số liệu của từng cơ quan, đơn vị, địa phương nêu tại {labels}."
    return [wording.paragraph(said), figures_table(draft.figures)]


def _narrative(sections: Sequence[Section]) -> list[Block]:
    blocks: list[Block] = []
    for number, section in enumerate((section for section in sections if section.passages), start=1):
        blocks.append(Heading(2, f"{number}.", wording.plain(section.title, "sections").rstrip(" .:")))
        blocks += [_passage(passage, "sections") for passage in section.passages]
    return blocks


def _passage(passage: Passage, field: str) -> Block:
    if not passage.agency:
        return wording.paragraph(passage.text, field)
    text = wording.sentence(wording.item(passage.text, field))
    return Bullet((Run(f"{wording.plain(passage.agency, field)}: ", bold=True), Run(text)))


def _annexes(draft: ReportDraft) -> tuple[Annex, ...]:
    """The figures by unit; numbered only where there is more than one annex."""
    if not draft.annex_rows:
        return ()
    tables = agencies_tables(draft.annex_indicators, draft.annex_rows, draft.annex_totals)
    title = "SỐ LIỆU CỦA TỪNG CƠ QUAN, ĐƠN VỊ, ĐỊA PHƯƠNG"
    tie = head.attached_to(draft.frame, "Báo cáo")
    return tuple(
        Annex(
            label="Phụ lục" if len(tables) == 1 else f"Phụ lục {wording.roman(number)}",
            title=title,
            attached_to=tie,
            body=(table,),
            landscape=len(table.columns) > 6,
        )
        for number, table in enumerate(tables, start=1)
    )
