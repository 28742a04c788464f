"""Files as they come: encodings, what is refused, the stamp of secrecy."""

import unicodedata

import pytest

from haidang.domain.terms.intake import ENCODINGS, LIMIT_MB, decode, recover, secrecy_stamp
from haidang.domain.terms.refusal import Refusal

TEXT = (
    "ỦY BAN NHÂN DÂN TỈNH AN HẢI\nKế hoạch phòng, chống mua bán người năm 2026\n"
    "1. Công an tỉnh chủ trì, phối hợp với các sở, ban, ngành và Ủy ban nhân dân các xã tổ chức thực hiện;"
    " báo cáo kết quả trước ngày 16/3/2026. Những người được hỗ trợ trở về địa phương.\n"
)


def tcvn3(text: str) -> bytes:
    table = ENCODINGS["tcvn3"]
    codes = dict(zip(table["letters"], bytes.fromhex(table["bytes"]), strict=True))
    return bytes(codes.get(c, codes.get(c.lower(), ord(c) if ord(c) < 128 else 63)) for c in text)


def vni(text: str) -> bytes:
    table = ENCODINGS["vni"]
    single = dict(zip(table["single_letters"], bytes.fromhex(table["single_bytes"]), strict=True))
    marks = {"".join(chr(int(m[i : i + 4], 16)) for i in range(0, len(m), 4)): int(b, 16) for b, m in table["marks"]}
    out = bytearray()
    for char in text:
        if ord(char) < 128:
            out.append(ord(char))
        elif char in single:
            out.append(single[char])
        else:
            bare = unicodedata.normalize("NFD", char)
            base, rest = (bare[0], bare[1:])
            if "\u031b" in rest:
                base, rest = {"o": "ơ", "u": "ư", "O": "Ơ", "U": "Ư"}[base], rest.replace("\u031b", "")
            rest = "".join(sorted(rest, key=lambda mark: mark not in "\u0302\u0306"))
            code = marks.get(rest)
            if code is None:
                out.append(single[base])
                continue
            out += bytes(
                [single.get(base, ord(base) if ord(base) < 128 else 0), code - (0x20 if char.isupper() else 0)]
            )
    return bytes(out)


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (b"\xef\xbb\xbf" + TEXT.encode(), "utf-8"),
        (b"\xff\xfe" + TEXT.encode("utf-16-le"), "utf-16-le"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
    ],
)
def test_unicode_is_read_with_and_without_its_mark(data: bytes, encoding: str) -> None:
    decoded = decode(data)
    assert (decoded.text, decoded.encoding) == (TEXT, encoding)


def test_tcvn3_is_read_with_a_doubt() -> None:
    decoded = decode(tcvn3(TEXT))
    assert decoded.encoding == "tcvn3"
    assert [note.code for note in decoded.notes] == ["encoding.converted"]
    # The old font had no capitals with marks: they come out small.
    assert decoded.text.lower() == TEXT.lower()


def test_vni_is_read_with_a_doubt() -> None:
    decoded = decode(vni(TEXT))
    assert decoded.encoding == "vni"
    assert [note.code for note in decoded.notes] == ["encoding.converted"]
    assert decoded.text == TEXT


@pytest.mark.parametrize("encode", [tcvn3, vni])
def test_old_fonts_saved_as_unicode_are_recovered(encode) -> None:
    pasted = encode(TEXT).decode("latin-1")
    assert recover(pasted).text.lower() == TEXT.lower()
    assert decode(pasted.encode()).text.lower() == TEXT.lower()


def test_text_without_marks_is_left_alone() -> None:
    assert recover("Ke hoach phong chong mua ban nguoi").notes == ()
    assert decode(b"Ke hoach so 12, khong dau").text == "Ke hoach so 12, khong dau"


def test_a_few_broken_bytes_are_shown_and_doubted() -> None:
    data = TEXT.encode()[:-40] + b"\xe1\xba" + TEXT.encode()[-40:]
    decoded = decode(data)
    assert "\ufffd" in decoded.text
    assert [note.code for note in decoded.notes] == ["encoding.damaged"]


@pytest.mark.parametrize("data", [b"", b" \r\n\t ", b"\xef\xbb\xbf", b"\x00\x00", "\u00a0\n".encode()])
def test_an_empty_file_is_refused(data: bytes) -> None:
    with pytest.raises(Refusal, match=r"^file\.empty$"):
        decode(data)


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7\n...", b"PK\x03\x04rest", b"\x89PNG\r\n\x1a\n", bytes(range(256)) * 20, b"{\\rtf1 text}"]
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(Refusal, match=r"^file\.binary$"):
        decode(data)


def test_letters_of_another_language_are_refused() -> None:
    with pytest.raises(Refusal, match=r"^file\.encoding$"):
        decode("Où sont passés les élèves de première année à l'été dernier ?".encode("latin-1") * 20)


def test_a_file_over_the_limit_is_refused_with_the_limit() -> None:
    with pytest.raises(Refusal, match=r"^file\.too_large$") as refused:
        decode(b"a" * (LIMIT_MB * 1_000_000 + 1))
    assert refused.value.values_by_name == {"limit": LIMIT_MB}


@pytest.mark.parametrize("stamp", ["MẬT", "TỐI MẬT", "TUYỆT MẬT"])
@pytest.mark.parametrize("line", ["{}", "  **{}**  ", "[ {} ]", "Độ mật: {}"])
def test_a_stamp_on_a_line_of_its_own_is_found(stamp: str, line: str) -> None:
    assert secrecy_stamp(f"UBND TỈNH AN HẢI\n{line.format(stamp)}\nSố: 3/KH-UBND\n") == stamp


def test_a_stamp_in_a_flattened_head_is_found() -> None:
    assert secrecy_stamp("BỘ A ------- CỘNG HÒA Độc lập - Tự do - Hạnh phúc ------- MẬT Số: 1/KH-A") == "MẬT"
    assert secrecy_stamp("BỘ A ------- MẬT CỘNG HÒA Độc lập - Tự do - Hạnh phúc ------- Số: 1/KH-A") == "MẬT"


@pytest.mark.parametrize(
    "text",
    [
        "KẾ HOẠCH\nBẢO VỆ BÍ MẬT NHÀ NƯỚC NĂM 2026\n",
        "1. Công an tỉnh bảo mật thông tin nạn nhân.",
        "Thông tin được giữ bí mật.\n- Mật độ dân cư",
        "TÀI LIỆU BẢO MẬT",
    ],
)
def test_the_word_in_a_title_or_a_sentence_is_no_stamp(text: str) -> None:
    assert secrecy_stamp(text) is None
