"""`haidang read`: what it prints, what it writes, how it complains."""

import io
import json
import re
from pathlib import Path

import pytest

import haidang
from haidang.cli.main import main
from haidang.cli.progress import Progress
from haidang.cli.refusals import REFUSALS
from haidang.sites.office.frame.refusals import WORDS
from tests.factories.scans import scanned_plan
from tests.formats.office import odt, para, word

PLAN = (
    "UBND TỈNH AN HẢI\n\nSố: 9/KH-UBND\n\nAn Hải, ngày 03 tháng 4 năm 2026\n\nKẾ HOẠCH\n"
    "Bảo vệ rừng phòng hộ ven biển năm 2026\n\n"
    "Căn cứ Luật Lâm nghiệp ngày 15/11/2017, UBND tỉnh ban hành Kế hoạch như sau:\n\n"
    "1. Chi cục Kiểm lâm\n\n- Phối hợp với Công an tỉnh tuần tra hằng tháng; gửi số liệu trước ngày 05/6/2026.\n\n"
    "Nơi nhận:\n- Như trên;\n- Lưu: VT.\n\nCHỦ TỊCH\n\nLê Văn Tám\n"
)


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "ke-hoach.txt"
    path.write_text(PLAN, encoding="utf-8")
    return path


def test_it_prints_an_outline_in_vietnamese(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(plan)]) == 0
    printed = capsys.readouterr().out
    assert "Chủ trì: Chi cục Kiểm lâm" in printed
    assert "Phối hợp: Công an tỉnh" in printed
    assert "trước ngày 5/6/2026" in printed
    assert "Loại văn bản: Kế hoạch" in printed


def test_it_prints_json(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(plan), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["assignments"][0]["lead"] == ["Chi cục Kiểm lâm"]
    assert found["number"] == "9/KH-UBND"


def test_a_folder_gives_one_file_per_document(plan: Path, tmp_path: Path) -> None:
    (tmp_path / "hai.txt").write_text(PLAN, encoding="utf-8")
    assert main(["read", str(tmp_path), "--json", "--out", str(tmp_path / "ra")]) == 0
    assert sorted(path.name for path in (tmp_path / "ra").iterdir()) == ["hai.json", "ke-hoach.json"]


def test_a_bad_file_is_named_and_the_others_are_still_read(
    plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "trong.txt"
    empty.write_bytes(b"")
    assert main(["read", str(empty), str(tmp_path / "khong-co.txt"), str(plan)]) == 1
    printed = capsys.readouterr()
    assert "trong.txt: Tệp trống" in printed.err
    assert "khong-co.txt: Không có tệp này" in printed.err
    assert "Chi cục Kiểm lâm" in printed.out


def test_a_secret_document_is_not_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "mat.txt"
    path.write_text("TỐI MẬT\n" + PLAN, encoding="utf-8")
    assert main(["read", str(path)]) == 1
    printed = capsys.readouterr()
    assert "độ mật" in printed.err
    assert "rừng" not in printed.out + printed.err


def test_out_without_json_is_refused(plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(plan), "--out", str(tmp_path / "ra")]) == 2
    assert "--json" in capsys.readouterr().err


def test_a_folder_without_documents_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "anh.gif").write_bytes(b"GIF89a")
    assert main(["read", str(tmp_path)]) == 2
    assert "Không có văn bản nào ở đây" in capsys.readouterr().err


def test_documents_of_other_formats_read_as_their_text_does(
    plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paragraphs = [line for line in PLAN.split("\n") if line]
    (tmp_path / "a.docx").write_bytes(word("".join(map(para, paragraphs))))
    (tmp_path / "b.odt").write_bytes(odt("".join(f"<text:p>{line}</text:p>" for line in paragraphs)))
    page = "".join(f"<p>{line}</p>" for line in paragraphs)
    (tmp_path / "c.html").write_text(f"<!DOCTYPE html><meta charset=utf-8>{page}", encoding="utf-8")
    assert main(["read", str(tmp_path), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [one["source"] for one in found] == ["a.docx", "b.odt", "c.html", "ke-hoach.txt"]
    heads = [{key: one[key] for key in ("kind", "number", "issuer", "date", "title", "recipients")} for one in found]
    assert heads == [heads[-1]] * 4
    assert [one["assignments"][0]["lead"] for one in found] == [["Chi cục Kiểm lâm"]] * 4


def test_documents_that_differ_only_in_their_ending_give_two_files(plan: Path, tmp_path: Path) -> None:
    (tmp_path / "ke-hoach.docx").write_bytes(word("".join(map(para, filter(None, PLAN.split("\n"))))))
    assert main(["read", str(tmp_path), "--json", "--out", str(tmp_path / "ra")]) == 0
    assert sorted(path.name for path in (tmp_path / "ra").iterdir()) == ["ke-hoach.docx.json", "ke-hoach.txt.json"]


def test_why_a_file_is_not_read_is_said_in_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "hong.docx").write_bytes(word(para("A"))[:200])
    assert main(["read", str(tmp_path)]) == 1
    assert "hong.docx: Tệp bị hỏng" in capsys.readouterr().err


def test_every_way_to_refuse_a_file_has_its_words() -> None:
    house = Path(haidang.__file__).parent
    raised = {
        code
        for path in (house / "formats").rglob("*.py")
        for code in re.findall(r'Refusal\(\s*"(file\.\w+)"', path.read_text(encoding="utf-8"))
    }
    assert len(raised) > 8
    assert raised <= set(REFUSALS)
    assert raised <= set(WORDS)


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_long_work_says_how_far_it_is_and_short_work_nothing() -> None:
    moments = iter([0.0, 1.0, 3.0, 3.1, 4.0])
    stream = Terminal()
    progress = Progress("van-ban.pdf", stream, lambda: next(moments))
    for done in (1, 2, 3, 4):
        progress(done, 9)
    progress.close()
    said = [line.strip() for line in stream.getvalue().split("\r") if line.strip()]
    assert said == ["van-ban.pdf: trang 2/9", "van-ban.pdf: trang 4/9"]


def test_every_duty_of_a_scan_says_that_a_person_must_compare_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "quet.pdf").write_bytes(scanned_plan())
    assert main(["read", str(tmp_path / "quet.pdf"), "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    (found,) = printed if isinstance(printed, list) else [printed]
    assert len(found["assignments"]) == 3
    assert all("scan.compare" in {doubt["code"] for doubt in duty["doubts"]} for duty in found["assignments"])
