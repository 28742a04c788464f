"""`haidang read`: what it prints, what it writes, how it complains."""

import json
from pathlib import Path

import pytest

from haidang.cli.main import main

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


def test_a_folder_without_texts_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(tmp_path)]) == 2
    assert ".txt" in capsys.readouterr().err
