"""A confirmed directive of an invented province, for tests that start where a plan starts."""

import datetime as dt

from haidang.apps.directives import services
from haidang.apps.directives.models import Directive, Duty
from haidang.apps.files import services as files
from haidang.apps.people.models import User
from haidang.domain.access.viewer import Viewer
from haidang.domain.directives.reading import Head, Reading, ReportDuty, Span

REPORT = "Các cơ quan, đơn vị báo cáo kết quả trước ngày 16/9/2026."

# text, clause, leads, supports, due kind, printed, before, rhythm, is_report
DUTIES = (
    ("Tổ chức tuyên truyền về thủ đoạn lừa đưa người ra nước ngoài", "II.1", ["Công an tỉnh"], ["Sở Y tế"],
     "throughout", "", False, "", False),
    ("Tập huấn cán bộ tiếp nhận nạn nhân", "II.2", ["Sở Y tế", "Sở Tư pháp"], ["Công an tỉnh"],
     "date", "2026-03-16", True, "", False),
    ("Rà soát hồ sơ cư trú trên địa bàn", "II.3", ["UBND các xã, phường"], [], "rhythm", "", False, "quarter", False),
    ("Xét xử lưu động vụ án điểm", "II.4", ["Tòa án nhân dân tỉnh"], [], "date", "2026-03-01", False, "", False),
    ("Kiểm tra tàu cá xuất bến", "II.5", ["Hội Người đi biển"], [], "throughout", "", False, "", False),
    (REPORT, "III.1", ["UBND các xã, phường", "Sở Y tế"], [], "date", "2026-09-16", True, "", True),
)  # fmt: skip


def confirmed_directive(viewer: Viewer, at: dt.datetime, *, number: str = "05/KH-BCĐ") -> Directive:
    """Six duties: a joint one, a collective, a court, one that nobody owns, and a report duty with its day."""
    text = "\n".join([f"KẾ HOẠCH {number}", *(row[0] for row in DUTIES)])
    report_at = text.index(REPORT)
    read = Reading(
        text=text,
        head=Head(kind="ke_hoach", number=number, issuer="Ban Chỉ đạo 138 tỉnh", date="2026-02-20",
                  title="Phòng, chống mua bán người năm 2026"),
        reports=(
            ReportDuty(by=("các cơ quan, đơn vị",), to="Ủy ban nhân dân tỉnh", via="Công an tỉnh", due="2026-09-16",
                       before=True, period="event", span=Span(report_at, report_at + len(REPORT), len(DUTIES) + 1)),
        ),
    )  # fmt: skip
    source = files.store(viewer=viewer, data=text.encode(), label="ke-hoach.txt", media_type="text/plain", at=at)
    arrival = services.Arrival(number="12", day=at.date(), encoding="utf-8", doubts=())
    directive = services.create_directive(viewer=viewer, source=source, read=read, arrival=arrival, at=at)
    services.add_duties(directive, [_columns(text, place, row) for place, row in enumerate(DUTIES, start=1)])
    directive.state, directive.confirmed_at = Directive.State.CONFIRMED, at
    directive.confirmed_by = User.objects.get(uuid=viewer.user_uuid)
    directive.save()
    return directive


def late_duty(directive: Directive, text: str, leads: list[str]) -> Duty:
    """A duty that a person added after confirmation because the reader had missed it."""
    row = (text, "II.9", leads, [], "throughout", "", False, "", False)
    return services.add_duties(directive, [{**_columns(f"{directive.text}\n{text}", 90, row), "origin": "person"}])[0]


def _columns(text: str, position: int, row: tuple[object, ...]) -> dict[str, object]:
    words, clause, leads, supports, kind, printed, before, rhythm, is_report = row
    start = text.index(str(words))
    parties = [{"role": "lead", "name": name, "agencies": []} for name in leads]  # type: ignore[attr-defined]
    parties += [{"role": "cooperate", "name": name, "agencies": []} for name in supports]  # type: ignore[attr-defined]
    return {
        "position": float(position),
        "text": words,
        "clause": clause,
        "start": start,
        "end": start + len(str(words)),
        "line": position + 1,
        "parties": parties,
        "due_kind": kind,
        "due_printed": printed,
        "due_before": before,
        "rhythm": rhythm,
        "is_report": is_report,
        "origin": "machine",
    }
