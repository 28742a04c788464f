"""`haidang corpus`: folders it writes, folders it leaves alone, and what it prints of a score."""

import json
from pathlib import Path
from uuid import UUID

import pytest

from haidang.cli import corpus_folder
from haidang.cli.main import main
from haidang.domain.directives.as_json import to_json
from haidang.domain.directives.reader import read
from haidang.domain.terms.refusal import Refusal

EXPORT = UUID(int=7)
PLAN = (
    "UBND TỈNH AN HẢI\nSố: 9/KH-UBND\nAn Hải, ngày 03 tháng 4 năm 2026\n\nKẾ HOẠCH\nBảo vệ rừng phòng hộ năm 2026\n\n"
    "UBND tỉnh ban hành Kế hoạch như sau:\n\n1. Chi cục Kiểm lâm\n\n"
    "- Phối hợp với Công an tỉnh tuần tra hằng tháng.\n\n- Dựng chòi canh trước ngày 05/6/2026.\n\n"
    "Nơi nhận:\n- Như trên;\n- Lưu: VT.\n\nCHỦ TỊCH\n\nLê Văn Tám\n"
)


def annotation() -> dict[str, object]:
    return to_json(read(PLAN))


def write(folder: Path, *names: str, text: str = PLAN) -> None:
    corpus_folder.refuse_foreign(folder)
    corpus_folder.write(folder, EXPORT, [(name, text, annotation()) for name in names])


def test_an_export_is_texts_and_annotations_of_the_same_names(tmp_path: Path) -> None:
    write(tmp_path / "mau", "mot", "hai")
    there = {path.relative_to(tmp_path / "mau").as_posix() for path in (tmp_path / "mau").rglob("*") if path.is_file()}
    assert there == {
        "corpus.json", "documents/mot.txt", "documents/hai.txt", "documents-gold/mot.json", "documents-gold/hai.json",
    }  # fmt: skip
    assert (tmp_path / "mau" / "documents" / "mot.txt").read_bytes() == PLAN.encode()
    assert (tmp_path / "mau").stat().st_mode & 0o077 == 0


def test_a_later_export_takes_the_place_of_an_earlier_one(tmp_path: Path) -> None:
    write(tmp_path, "mot", "hai")
    write(tmp_path, "hai", "ba")
    assert sorted(path.stem for path in (tmp_path / "documents-gold").iterdir()) == ["ba", "hai"]
    assert sorted(path.stem for path in (tmp_path / "documents").iterdir()) == ["ba", "hai"]


def test_a_folder_with_anything_else_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "ghi-chu.txt").write_text("của tôi", encoding="utf-8")
    with pytest.raises(Refusal, match="folder_taken"):
        write(tmp_path, "mot")
    assert [path.name for path in tmp_path.iterdir()] == ["ghi-chu.txt"]
    with pytest.raises(Refusal, match="folder_taken"):
        write(tmp_path / "ghi-chu.txt", "mot")


def test_a_file_that_somebody_added_to_an_export_is_left_alone(tmp_path: Path) -> None:
    write(tmp_path, "mot")
    (tmp_path / "documents" / "cua-toi.txt").write_text("x", encoding="utf-8")
    with pytest.raises(Refusal, match="folder_taken"):
        write(tmp_path, "mot")


def test_an_annotation_that_somebody_worked_on_is_not_overwritten(tmp_path: Path) -> None:
    write(tmp_path, "mot")
    gold = tmp_path / "documents-gold" / "mot.json"
    gold.write_text("{}", encoding="utf-8")
    with pytest.raises(Refusal) as caught:
        write(tmp_path, "mot")
    assert (caught.value.code, caught.value.values_by_name["name"]) == (
        "corpus.changed_by_hand", "documents-gold/mot.json",
    )  # fmt: skip
    assert gold.read_text(encoding="utf-8") == "{}"


@pytest.mark.parametrize("name", ["../ngoai.txt", "documents/../../ngoai.txt", "/ngoai.txt", "documents/.."])
def test_a_list_of_files_that_leads_out_of_the_folder_is_not_believed(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "mau"
    folder.mkdir()
    kept = {"format": "haidang-corpus-1", "files": {name: "0"}}
    (folder / "corpus.json").write_text(json.dumps(kept), encoding="utf-8")
    with pytest.raises(Refusal, match="folder_taken"):
        write(folder, "mot")


def test_a_reading_scored_by_itself_is_perfect_and_said_so_in_vietnamese(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, "mot", "hai")
    assert main(["corpus", "score", str(tmp_path), "--misses"]) == 0
    printed = capsys.readouterr().out
    assert "Kết quả chung: F1 1.0000 (khoảng tin cậy 95% từ 1.0000 đến 1.0000)" in printed
    assert "Số văn bản: 2" in printed
    assert "chú giải:" not in printed


def test_each_difference_is_shown_when_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = annotation() | {"signer": "Lê Văn Chín"}
    (tmp_path / "mot.txt").write_text(PLAN, encoding="utf-8")
    (tmp_path / "mot.json").write_text(json.dumps(wrong), encoding="utf-8")
    assert main(["corpus", "score", str(tmp_path), "--misses"]) == 0
    printed = capsys.readouterr().out
    assert 'mot.txt · Người ký\n    chú giải: "Lê Văn Chín"\n    đọc được: "Lê Văn Tám"' in printed
    assert "khoảng tin cậy" not in printed


def test_fields_that_nobody_answered_for_are_counted_apart(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = annotation() | {"signer": "Lê Văn Chín", "by_machine": ["signer"]}
    (tmp_path / "mot.txt").write_text(PLAN, encoding="utf-8")
    (tmp_path / "mot.json").write_text(json.dumps(wrong), encoding="utf-8")
    assert main(["corpus", "score", str(tmp_path), "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["overall"]["f1"] < said["confirmed"]["f1"] == 1.0
    assert said["confirmed"]["right"] == said["fields"]["assignments"]["right"] == 2


def test_a_bad_annotation_is_named_and_the_others_are_scored(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, "mot", "hai")
    (tmp_path / "documents-gold" / "hai.json").write_text("[1]", encoding="utf-8")
    assert main(["corpus", "score", str(tmp_path)]) == 1
    printed = capsys.readouterr()
    assert "hai.json: Không đọc được" in printed.err
    assert "Số văn bản: 1" in printed.out


def test_a_folder_without_annotated_texts_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for folder in (tmp_path, tmp_path / "khong-co"):
        assert main(["corpus", "score", str(folder)]) == 2
    assert "không có văn bản nào kèm chú giải" in capsys.readouterr().err


def test_the_help_names_both_acts(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["corpus", "--help"])
    printed = capsys.readouterr().out
    assert "export" in printed
    assert "score" in printed


def test_a_text_that_bears_a_stamp_of_secrecy_is_not_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, "mot", text="MẬT\n" + PLAN)
    assert main(["corpus", "score", str(tmp_path)]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "mot.txt: Văn bản có dấu chỉ độ mật" in printed.err
