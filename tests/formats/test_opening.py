"""Files are known by what they hold, and what could harm the machine is refused before it is unpacked."""

import io
import struct
import zipfile

import pytest

from haidang.domain.terms.refusal import Refusal
from haidang.formats import package, registry
from haidang.formats.opening import open_file
from tests.formats.office import odt, packed, para, word, word_parts

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 504


def refused(data: bytes, name: str = "") -> str:
    """The code with which a file is refused."""
    with pytest.raises(Refusal) as found:
        open_file(data, name)
    return found.value.code


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (word(para("A")), "docx"),
        (odt("<text:p>A</text:p>"), "odt"),
        (b"%PDF-1.7\n", "pdf"),
        (b"\r\n%PDF-1.4\n", "pdf"),
        (b"\x89PNG\r\n\x1a\n", "png"),
        (b"\xff\xd8\xff\xe0", "jpg"),
        (b"{\\rtf1 A}", "rtf"),
        (COMPOUND + "WordDocument".encode("utf-16-le"), "doc"),
        (b"<!DOCTYPE html><p>A", "html"),
        (b"\xef\xbb\xbf\n<HTML><body>A", "html"),
        ("\ufeff<html>A".encode("utf-16-le"), "html"),
        (b'<?xml version="1.0"?><html xmlns="x">', "html"),
        ("Kế hoạch số 5 < 6".encode(), "txt"),
        (b"", "txt"),
    ],
)
def test_a_file_is_known_by_what_it_holds_whatever_its_name(data: bytes, kind: str) -> None:
    assert registry.recognise(data) == kind
    assert registry.recognise(data, "tep.txt") == kind
    assert registry.recognise(data, "tep.pdf") == kind


def test_a_piece_of_html_needs_its_name() -> None:
    assert registry.recognise(b"<p>A</p>", "trang.html") == "html"
    assert registry.recognise(b"<p>A</p>", "trang.txt") == "txt"


def test_every_kind_that_is_recognised_has_a_media_type() -> None:
    assert [registry.media_type(kind) for kind in ("txt", "rtf", "docx")][:2] == ["text/plain", "application/rtf"]


@pytest.mark.parametrize(
    "data",
    [
        COMPOUND + "EncryptedPackage".encode("utf-16-le"),
        COMPOUND + b"\xec\xa5" + b"\x00" * 8 + b"\x00\x01" + b"\x00" * 600 + "WordDocument".encode("utf-16-le"),
        odt("<text:p>A</text:p>", **{"META-INF__manifest.xml": "<x><encryption-data/></x>"}),
    ],
)
def test_a_file_under_a_password_is_refused_as_such(data: bytes) -> None:
    assert refused(data) == "file.encrypted"


def test_a_zip_whose_parts_are_encrypted_is_refused_as_such() -> None:
    data = bytearray(word(para("A")))
    for mark, at in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        place = data.find(mark)
        while place >= 0:
            data[place + at] |= 1
            place = data.find(mark, place + 4)
    assert refused(bytes(data)) == "file.encrypted"


@pytest.mark.parametrize(
    "data",
    [packed({"[Content_Types].xml": "<x/>", "xl/workbook.xml": "<x/>"}), packed({"a.txt": "A"}), COMPOUND],
)
def test_packages_that_hold_no_text_document_are_refused(data: bytes) -> None:
    assert refused(data) == "file.unsupported"


def test_more_than_50_mb_are_refused() -> None:
    assert refused(b"a" * 50_000_001) == "file.too_large"


def test_more_than_two_thousand_parts_are_refused() -> None:
    parts = word_parts(para("A")) | {f"word/media/{n}.xml": "" for n in range(package.MOST_ENTRIES)}
    assert refused(packed(parts)) == "file.too_many_parts"


def test_a_part_that_unpacks_to_a_multiple_is_refused_before_it_is_unpacked() -> None:
    assert refused(packed(word_parts(para("A")) | {"word/x.xml": " " * 6_000_000})) == "file.unpacks_too_large"


def test_a_size_that_lies_is_not_believed() -> None:
    data = bytearray(packed(word_parts(para("A") + " " * (package.MOST_PART + 1))))
    place = data.find(b"PK\x01\x02")
    while place >= 0:
        if data[place + 46 : place + 63] == b"word/document.xml":
            struct.pack_into("<I", data, place + 24, 100)
        place = data.find(b"PK\x01\x02", place + 4)
    assert refused(bytes(data)) in ("file.unpacks_too_large", "file.damaged")


def test_too_much_text_is_refused_before_it_is_read() -> None:
    merged = '<w:tcPr><w:vMerge w:val="{}"/></w:tcPr>'
    first = f"<w:tr><w:tc>{merged.format('restart')}{para('a' * 9_000)}</w:tc><w:tc>{para('1')}</w:tc></w:tr>"
    on = f"<w:tr><w:tc>{merged.format('continue')}<w:p/></w:tc><w:tc>{para('2')}</w:tc></w:tr>"
    assert refused(word(f"<w:tbl>{first}{on * 400}</w:tbl>")) == "file.too_many_pages"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_xml_with_a_document_type_is_refused(encoding: str) -> None:
    parts: dict[str, str | bytes] = dict(word_parts(para("&x;")))
    declared = '<?xml version="1.0" encoding="{}"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    parts["word/document.xml"] = (declared.format(encoding) + str(parts["word/document.xml"])).encode(encoding)
    assert refused(packed(parts)) == "file.entities"


def test_damaged_packages_are_refused() -> None:
    data = word(para("Công an tỉnh"))
    assert refused(data[: len(data) // 2]) == "file.damaged"
    assert refused(packed({"[Content_Types].xml": "<x/>", "word/document.xml": "<broken"})) == "file.damaged"
    assert refused(packed({"[Content_Types].xml": "<x/>", "word/document.xml": "<x/>"})) == "file.damaged"


def test_names_that_lead_outside_are_only_names() -> None:
    parts = word_parts(para("A")) | {"../../ra-ngoai.xml": "x", "/word/khac.xml": "x"}
    assert open_file(packed(parts)).text == "A\n"


def test_a_document_without_words_is_empty() -> None:
    assert refused(word(para("  "))) == "file.empty"
    assert refused(b"<html><body> </body></html>") == "file.empty"


def test_other_ways_to_pack_a_part_are_refused() -> None:
    out = io.BytesIO(packed(word_parts(para("A")), compression=zipfile.ZIP_LZMA))
    assert refused(out.getvalue()) == "file.damaged"
