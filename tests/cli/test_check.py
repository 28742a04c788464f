"""`haidang check`: what it prints, what it writes, how it complains."""

import json
from pathlib import Path

import pytest
from docx import Document

from haidang.cli.main import main
from haidang.domain.checks.checker import RULES

PLAN = (
    "UBND TỈNH AN HẢI\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nSố: 9/KH-UBND\n\n"
    "An Hải, ngày 03 tháng 4 năm 2026\n\nKẾ HOẠCH\nBảo vệ rừng phòng hộ ven biển năm 2026\n\n"
    "Căn cứ Luật Lâm nghiệp ngày 15/11/2017, UBND tỉnh ban hành Kế hoạch như sau:\n\n"
    "1. Chi cục Kiểm lâm\n\n- Phối hợp với Công an tỉnh\ufffd tuần tra hằng tháng./.\n\n"
    "Nơi nhận:\n- Như trên;\n- Lưu: VT, NC.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nLê Văn Tám\n"
)
FIELDS = {"line", "kind", "found", "expected", "message", "rule", "severity", "source"}


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "ke-hoach.txt"
    path.write_text(PLAN, encoding="utf-8")
    return path


def test_it_prints_what_to_do_in_vietnamese(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(plan)]) == 0
    printed = capsys.readouterr().out
    assert "dòng 17 · cảnh báo" in printed
    assert "Căn cứ: TCVN 6909:2001" in printed
    assert "không đạt: " in printed


def test_it_prints_what_every_rule_says_when_asked(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(plan), "--rules"]) == 0
    printed = capsys.readouterr().out
    assert [code for code in RULES if f"({code})" not in printed] == []


def test_it_prints_a_bare_list_as_json(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(plan), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert all(set(finding) == FIELDS for finding in found)
    assert any(finding["line"] == 17 and finding["rule"] == "form.stray_characters" for finding in found)


def test_several_documents_are_told_apart_by_name(
    plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "hai.txt").write_text(PLAN, encoding="utf-8")
    assert main(["check", str(tmp_path), "--json"]) == 0
    assert sorted(json.loads(capsys.readouterr().out)) == ["hai.txt", "ke-hoach.txt"]


def test_a_folder_gives_one_file_per_document(plan: Path, tmp_path: Path) -> None:
    assert main(["check", str(tmp_path), "--json", "--out", str(tmp_path / "ra")]) == 0
    assert isinstance(json.loads((tmp_path / "ra" / "ke-hoach.json").read_text(encoding="utf-8")), list)


def test_a_bad_file_is_named_and_the_others_are_still_checked(
    plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "trong.txt"
    empty.write_bytes(b"")
    assert main(["check", str(empty), str(tmp_path / "khong-co.txt"), str(plan)]) == 1
    printed = capsys.readouterr()
    assert "trong.txt: Tệp trống" in printed.err
    assert "khong-co.txt: " in printed.err
    assert "dòng 17" in printed.out


def test_a_secret_document_is_not_checked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "mat.txt"
    path.write_text("TỐI MẬT\n" + PLAN, encoding="utf-8")
    assert main(["check", str(path)]) == 1
    printed = capsys.readouterr()
    assert "độ mật" in printed.err
    assert "rừng" not in printed.out + printed.err


def test_out_without_json_is_refused(plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(plan), "--out", str(tmp_path / "ra")]) == 2
    assert "--json" in capsys.readouterr().err


def test_the_day_of_the_check_can_be_given(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(plan), "--json", "--today", "2026-05-01"]) == 0
    assert json.loads(capsys.readouterr().out)


def test_a_folder_without_documents_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "anh.bin").write_bytes(b"\x00")
    assert main(["check", str(tmp_path)]) == 2
    assert "Không có văn bản" in capsys.readouterr().err


def test_a_word_file_is_checked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = Document()
    document.add_paragraph("1. Công an tỉnh rà soát địa bàn, đạt 12.5% kế hoạch.")
    document.save(str(tmp_path / "ke-hoach.docx"))
    assert main(["check", str(tmp_path), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert any(finding["expected"] == "12,5%" for finding in found)
