"""What people do on the pages of reports, from the entry to the source of a figure."""

import io
import re

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from haidang.apps.reports.models import Consolidation, Line, Obligation, Report
from haidang.flows.review_report import review_report
from tests.factories.cast import NOW
from tests.factories.reporting import Asked, make_asked

KEY = "11111111-1111-4111-8111-111111111111"


def page(asked: Asked, who: str, name: str, **kwargs: object) -> str:
    answer = asked.cast.client(who).get(reverse(f"office:{name}", kwargs=kwargs or None))
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_nil_report_takes_three_taps(asked: Asked):
    client, obligation = asked.cast.client("commune"), asked.obligations["UBND xã Bãi Ngang"]
    address = reverse("office:report-nil", kwargs={"uuid": obligation.uuid})
    assert address in page(asked, "commune", "reports")
    assert client.get(address).status_code == 200
    assert client.post(address, {"form_key": KEY}).status_code == 302
    assert Report.objects.get().nil


def test_a_nil_where_records_exist_asks_again_on_the_page(asked: Asked):
    asked.record("UBND xã Bãi Ngang", "sessions", 2)
    client = asked.cast.client("commune")
    address = reverse("office:report-nil", kwargs={"uuid": asked.obligations["UBND xã Bãi Ngang"].uuid})
    questioned = client.post(address, {"form_key": KEY})
    assert 'name="insist"' in questioned.content.decode()
    assert not Report.objects.exists()
    client.post(address, {"form_key": KEY, "insist": "on", "note": "Buổi này thuộc kỳ trước"})
    assert Report.objects.get().nil


def test_an_entry_is_saved_then_sent_and_the_figure_shown_in_vietnamese(asked: Asked):
    asked.record("Sở Y tế", "attendances", 1200)
    client = asked.cast.client("focal")
    client.post(reverse("office:report-start", kwargs={"uuid": asked.obligations["Sở Y tế"].uuid}), {"form_key": KEY})
    address = reverse("office:report", kwargs={"uuid": Report.objects.get().uuid})
    form = {"form_key": KEY, "attendances": "34,0", "leaflets_state": "nil", "narrative": "Đã tổ chức."}
    assert client.post(address, {**form, "act": "save"}).status_code == 302
    assert "1.234" in client.get(address).content.decode()
    assert client.post(address, {**form, "act": "send"}).status_code == 302
    shown = client.get(address).content.decode()
    assert "1.234" in shown
    assert "không phát sinh" in shown
    assert Report.objects.get().state == Report.State.SUBMITTED


def test_a_wrong_number_is_told_at_its_row_and_what_was_typed_is_kept(asked: Asked):
    address = reverse("office:report", kwargs={"uuid": asked.draft("focal", "Sở Y tế")})
    form = {"form_key": KEY, "act": "send", "sessions": "mười", "leaflets": "1,5", "narrative": "Giữ lại câu này"}
    shown = asked.cast.client("focal").post(address, form).content.decode()
    assert 'value="mười"' in shown
    assert "Giữ lại câu này" in shown
    assert "Không đọc được số này" in shown or "1.234,5" in shown
    assert not Line.objects.exists()


def test_an_emptiness_beside_records_offers_to_insist(asked: Asked):
    asked.record("Sở Y tế", "sessions", 2)
    address = reverse("office:report", kwargs={"uuid": asked.draft("focal", "Sở Y tế")})
    form = {"form_key": KEY, "act": "send", "sessions_state": "nil", "narrative": "Đã làm"}
    shown = asked.cast.client("focal").post(address, form).content.decode()
    assert 'name="insist"' in shown
    answer = asked.cast.client("focal").post(address, {**form, "insist": "on", "sessions_note": "Trùng đơn vị khác"})
    assert answer.status_code == 302


def test_a_returned_report_shows_its_reasons_where_it_is_mended(asked: Asked):
    report = asked.send("focal", "Sở Y tế", sessions=1)
    form = {"form_key": KEY, "act": "return", "note": "Bổ sung số liệu tháng 02", "sessions": "Thiếu hai buổi"}
    answer = asked.cast.client("second").post(reverse("office:report-review", kwargs={"uuid": report.uuid}), form)
    assert answer.status_code == 302
    draft = asked.draft("focal", "Sở Y tế")
    shown = page(asked, "focal", "report", uuid=draft)
    assert "Bổ sung số liệu tháng 02" in shown
    assert "Thiếu hai buổi" in shown


def test_a_paper_is_entered_for_the_court_and_marked_everywhere(asked: Asked):
    court = asked.obligations["Tòa án nhân dân tỉnh"]
    scan = SimpleUploadedFile("bao-cao.pdf", b"%PDF-1.4", content_type="application/pdf")
    form = {"form_key": KEY, "document": "45/BC-TA", "dated": "9/3/2026", "arrived_on": "10/3/2026", "scan": scan}
    client = asked.cast.client("standing")
    answer = client.post(reverse("office:report-enter-for", kwargs={"uuid": court.uuid}), form)
    report = Report.objects.get()
    assert answer.headers["Location"] == reverse("office:report", kwargs={"uuid": report.uuid})
    client.post(answer.headers["Location"], {"form_key": KEY, "act": "send", "sessions": "4"})
    assert "Nhập thay" in page(asked, "standing", "report", uuid=report.uuid)
    assert "nhập thay" in page(asked, "standing", "report-request", uuid=asked.request.uuid)
    download = client.get(reverse("office:report-scan", kwargs={"uuid": report.uuid}))
    assert download.content == b"%PDF-1.4"
    assert download.headers["Content-Disposition"].startswith("attachment")


def test_a_figure_leads_from_the_consolidated_page_to_report_and_task(asked: Asked):
    asked.record("Sở Y tế", "sessions", 3)
    report = asked.accepted("focal", "Sở Y tế", sessions=2)
    client = asked.cast.client("standing")
    begin = reverse("office:consolidate", kwargs={"uuid": asked.request.uuid})
    shown = client.get(begin).content.decode()
    seen = re.search(r'name="seen" value="([0-9a-f]+)"', shown)
    assert seen
    form = {
        "form_key": KEY,
        "summary": "Sở Y tế: Đã tổ chức thực hiện.",
        "issuer": str(asked.cast.agencies["Công an tỉnh"].uuid),
        "symbol": "BC-CAT",
        "seen": seen[1],
    }
    assert client.post(begin, form).status_code == 302
    made = Consolidation.objects.get()
    total = page(asked, "standing", "consolidation", uuid=made.uuid)
    figure = reverse("office:consolidation-figure", kwargs={"uuid": made.uuid, "code": "sessions"})
    assert f'<a href="{figure}">5</a>' in total
    lines = reverse("office:report-figure", kwargs={"uuid": report.uuid, "code": "sessions"})
    assert f'<a href="{lines}">5</a>' in client.get(figure).content.decode()
    task = reverse("office:task", kwargs={"uuid": asked.tasks["Sở Y tế"].uuid})
    assert client.get(lines).content.decode().count(f'href="{task}"') == 2
    document = client.get(reverse("office:consolidation-document", kwargs={"uuid": made.uuid}))
    table = next(t for t in docx.Document(io.BytesIO(document.content)).tables if "Chỉ tiêu" in t.rows[0].cells[1].text)
    assert table.rows[1].cells[3].text == "5"


def test_what_was_accepted_while_the_words_were_edited_stops_the_freezing_once(asked: Asked):
    asked.accepted("focal", "Sở Y tế", sessions=2)
    client, begin = asked.cast.client("standing"), reverse("office:consolidate", kwargs={"uuid": asked.request.uuid})
    form = {
        "form_key": KEY,
        "summary": "Câu đang soạn",
        "issuer": str(asked.cast.agencies["Công an tỉnh"].uuid),
        "symbol": "BC-CAT",
        "seen": "0" * 32,
    }
    shown = client.post(begin, form).content.decode()
    assert "Câu đang soạn" in shown
    assert not Consolidation.objects.exists()
    seen = re.search(r'name="seen" value="([0-9a-f]+)"', shown)
    assert seen
    assert client.post(begin, {**form, "seen": seen[1]}).status_code == 302


def test_a_change_after_the_freezing_is_shown_and_changes_nothing(asked: Asked):
    report = asked.accepted("focal", "Sở Y tế", sessions=2)
    client = asked.cast.client("standing")
    form = {"issuer": str(asked.cast.agencies["Công an tỉnh"].uuid), "symbol": "BC", "seen": ""}
    begin = reverse("office:consolidate", kwargs={"uuid": asked.request.uuid})
    seen = re.search(r'name="seen" value="([0-9a-f]+)"', client.get(begin).content.decode())
    client.post(begin, {**form, "form_key": KEY, "seen": seen[1] if seen else ""})
    asked.cast.client("focal").post(
        reverse("office:report-correct", kwargs={"uuid": report.uuid}), {"form_key": KEY, "reason": "Đếm trùng"}
    )
    again = asked.send("focal", "Sở Y tế", sessions=1)
    review_report(actor=asked.second, at=NOW, report_uuid=again.uuid, accepted=True)
    shown = page(asked, "standing", "consolidation", uuid=Consolidation.objects.get().uuid)
    assert "Phát sinh sau chốt" in shown
    assert "2 → 1" in shown


@pytest.mark.parametrize("more", [0, 60])
def test_pages_ask_the_database_as_often_for_many_agencies_as_for_few(cast, django_assert_max_num_queries, more: int):
    asked = make_asked(cast)
    for place in range(more):
        agency = type(cast.agencies["Sở Y tế"]).objects.create(
            unit=cast.province, province=cast.province, name=f"Sở thử nghiệm {place}", kind="department", order=200
        )
        Obligation.objects.create(province=cast.province, request=asked.request, agency=agency)
    for place in range(more // 2):
        asked.record("Sở Y tế", "sessions", place + 1)
    report = asked.accepted("focal", "Sở Y tế", sessions=2)
    waiting = asked.send("other_focal", "Sở Tư pháp", sessions=2)
    draft = asked.draft("commune", "UBND xã Bãi Ngang")
    for who, name, kwargs in (
        ("standing", "reports", {}),
        ("commune", "reports", {}),
        ("standing", "report-request", {"uuid": asked.request.uuid}),
        ("standing", "report", {"uuid": report.uuid}),
        ("standing", "report-review", {"uuid": waiting.uuid}),
        ("commune", "report", {"uuid": draft}),
        ("standing", "report-figure", {"uuid": report.uuid, "code": "sessions"}),
        ("standing", "consolidate", {"uuid": asked.request.uuid}),
    ):
        client = cast.client(who)
        with django_assert_max_num_queries(15):
            assert client.get(reverse(f"office:{name}", kwargs=kwargs)).status_code == 200
