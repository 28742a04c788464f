"""A check report (phiếu kiểm tra): what each rule said of a document, what was found, and what people decided."""

from collections.abc import Sequence
from dataclasses import dataclass

from haidang.domain.drafting import head, wording
from haidang.domain.drafting.blocks import Align, Block, Column, Document, Heading, Row, Table
from haidang.domain.drafting.head import Frame

_OUTCOMES = {
    "pass": "Đạt",
    "fail": "Có phát hiện",
    "not_applicable": "Không áp dụng",
    "not_evaluated": "Chưa đủ dữ kiện",
}
_SEVERITIES = {"error": "Lỗi", "warning": "Cảnh báo", "note": "Gợi ý"}
_KINDS = {
    "form": "Thể thức",
    "date": "Ngày tháng",
    "citation": "Viện dẫn",
    "stale": "Nội dung cũ",
    "unit": "Đơn vị",
    "term": "Thuật ngữ",
    "spelling": "Chính tả",
    "deadline": "Thời hạn",
    "competence": "Thẩm quyền",
}
_STATES = {"open": "Chưa xử lý", "accepted": "Đã ghi nhận", "ignored": "Bỏ qua"}
UNCONFIRMED = "căn cứ chưa được xác nhận"


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One rule: name, kind and outcome as codes, source; `unconfirmed` where nobody of us has seen the source."""

    name: str
    kind: str
    outcome: str
    source: str
    unconfirmed: bool


@dataclass(frozen=True, slots=True)
class FindingLine:
    """One finding. `line` is None for the whole document; `decision` is the state's code, `said` reason and name."""

    line: int | None
    kind: str
    severity: str
    found: str
    expected: str | None
    message: str
    source: str
    unconfirmed: bool
    decision: str
    said: str


@dataclass(frozen=True, slots=True)
class CheckDraft:
    """All that a check report says. `document` cites what was checked in running text ("Kế hoạch số … ngày …");
    `checked` says when, by whom and by which set of rules."""

    frame: Frame
    document: str
    title: str
    checked: str
    rules: tuple[RuleLine, ...]
    findings: tuple[FindingLine, ...]


def compose_check(draft: CheckDraft) -> Document:
    """Write the report. It bears no number: it is a working paper of the office."""
    subject = wording.plain(draft.document, "document")
    body: list[Block] = [
        wording.paragraph(f"Văn bản được kiểm tra: {subject}", "document"),
        wording.paragraph(f"Trích yếu: {draft.title}", "title"),
        wording.paragraph(draft.checked, "checked"),
        wording.paragraph(_summed_up(draft.findings)),
        Heading(1, "I.", "PHÁT HIỆN VÀ KẾT QUẢ XỬ LÝ"),
    ]
    if draft.findings:
        body.append(_findings(draft.findings))
    else:
        body.append(wording.paragraph("Không có phát hiện nào."))
    body += [Heading(1, "II.", "KẾT QUẢ TỪNG QUY TẮC"), _rules(draft.rules)]
    if any(rule.unconfirmed for rule in draft.rules) or any(found.unconfirmed for found in draft.findings):
        body.append(
            wording.paragraph(
                f"Chỗ ghi “{UNCONFIRMED}” là quy tắc có căn cứ mà phần mềm chưa đối chiếu được với văn bản gốc; "
                "phát hiện theo quy tắc đó chỉ để tham khảo"
            )
        )
    return Document(
        header=head.header(draft.frame),
        kind_title="PHIẾU KIỂM TRA VĂN BẢN",
        subject=subject,
        body=tuple(body),
        closing=wording.end_mark("Phần mềm chỉ nêu chỗ cần xem; người kiểm tra quyết định"),
        recipients=wording.recipient_lines((), draft.frame.filed, as_above=False, field="recipients"),
        signature=head.signature(draft.frame),
    )


def _summed_up(findings: Sequence[FindingLine]) -> str:
    counts = [(sum(f.severity == code for f in findings), words.lower()) for code, words in _SEVERITIES.items()]
    weights = ", ".join(f"{count} {words}" for count, words in counts if count)
    waiting = sum(f.decision == "open" for f in findings)
    if not findings:
        return "Kết quả: không có phát hiện"
    return f"Kết quả: {len(findings)} phát hiện ({weights}); chưa xử lý: {waiting}"


def _findings(findings: Sequence[FindingLine]) -> Table:
    return Table(
        columns=(Column(6, Align.CENTRE), Column(8, Align.CENTRE), Column(15), Column(45), Column(26)),
        head=("TT", "Dòng", "Loại", "Nội dung", "Xử lý"),
        rows=tuple(
            Row(
                (
                    str(number),
                    "–" if finding.line is None else str(finding.line),
                    f"{_word(_SEVERITIES, finding.severity)}\n{_word(_KINDS, finding.kind)}",
                    "\n".join(_told(finding)),
                    "\n".join(filter(None, (_word(_STATES, finding.decision), wording.plain(finding.said, "said")))),
                )
            )
            for number, finding in enumerate(findings, start=1)
        ),
        dense=True,
    )


def _told(finding: FindingLine) -> list[str]:
    told = [wording.plain(finding.message, "message")]
    if finding.found:
        told.append(f"Trong văn bản: “{wording.plain(finding.found, 'found')}”")
    if finding.expected:
        told.append(f"Nên ghi là: “{wording.plain(finding.expected, 'expected')}”")
    if finding.source:
        told.append(f"Căn cứ: {_source(finding.source, finding.unconfirmed)}")
    return told


def _rules(rules: Sequence[RuleLine]) -> Table:
    return Table(
        columns=(Column(6, Align.CENTRE), Column(15), Column(36), Column(17), Column(26)),
        head=("TT", "Loại", "Quy tắc", "Kết quả", "Căn cứ"),
        rows=tuple(
            Row(
                (
                    str(number),
                    _word(_KINDS, rule.kind),
                    wording.plain(rule.name, "rules"),
                    _word(_OUTCOMES, rule.outcome),
                    _source(rule.source, rule.unconfirmed),
                )
            )
            for number, rule in enumerate(rules, start=1)
        ),
        dense=True,
    )


def _source(source: str, unconfirmed: bool) -> str:
    words = wording.plain(source, "source")
    return f"{words} ({UNCONFIRMED})" if unconfirmed else words


def _word(words: dict[str, str], code: str) -> str:
    """A code in words; one that is not known is shown as it is."""
    return words.get(code, code)
