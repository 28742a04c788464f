"""What a produced file must never hold, and that it depends on its content only."""

import io
import zipfile
from dataclasses import replace

import docx
import pytest

from haidang.domain.drafting.blocks import Paragraph, Run
from haidang.domain.drafting.plan import compose_plan
from haidang.domain.drafting.report import compose_report
from haidang.domain.terms.refusal import Refusal
from haidang.formats import registry
from tests.domain.drafting.examples import PLAN, REPORT


def test_equal_documents_give_equal_bytes() -> None:
    write = registry.writer("docx")
    assert write(compose_report(REPORT)) == write(compose_report(REPORT))
    assert write(compose_plan(PLAN)) == write(compose_plan(replace(PLAN)))


def test_no_entry_of_the_file_carries_a_clock() -> None:
    packed = zipfile.ZipFile(io.BytesIO(registry.writer("docx")(compose_plan(PLAN))))
    assert {entry.date_time for entry in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_properties_name_the_product_and_no_person() -> None:
    data = registry.writer("docx")(compose_plan(PLAN))
    properties = docx.Document(io.BytesIO(data)).core_properties
    assert (properties.author, properties.last_modified_by, properties.comments) == ("Hải Đăng", "", "")
    assert properties.title.startswith("KẾ HOẠCH Triển khai")
    assert properties.language == "vi-VN"
    packed = zipfile.ZipFile(io.BytesIO(data))
    outside = [name for name in packed.namelist() if name != "word/document.xml"]
    assert not any("Trần Thị" in packed.read(name).decode("utf-8") for name in outside)


def test_the_day_in_the_properties_is_the_day_of_issue_or_none() -> None:
    write = registry.writer("docx")
    unsigned, issued = (zipfile.ZipFile(io.BytesIO(write(d))) for d in (compose_plan(PLAN), compose_report(REPORT)))
    assert b"created" not in unsigned.read("docProps/core.xml")
    assert b"2026-09-16T00:00:00Z" in issued.read("docProps/core.xml")


def test_nothing_of_the_library_s_template_is_left() -> None:
    data = registry.writer("docx")(compose_plan(PLAN))
    packed = zipfile.ZipFile(io.BytesIO(data))
    assert not [n for n in packed.namelist() if "thumbnail" in n or "customXml" in n or "stylesWithEffects" in n]
    assert len(data) < 40_000


def test_text_that_no_file_can_hold_is_refused() -> None:
    document = replace(compose_plan(PLAN), body=(Paragraph((Run("Công an\x00tỉnh"),)),))
    with pytest.raises(Refusal) as refused:
        registry.writer("docx")(document)
    assert refused.value.code == "text.control_characters"


def test_marks_of_the_file_format_in_a_text_are_only_text() -> None:
    document = replace(compose_plan(PLAN), body=(Paragraph((Run("<w:t>A & B</w:t>"),)),))
    word = docx.Document(io.BytesIO(registry.writer("docx")(document)))
    assert "<w:t>A & B</w:t>" in [p.text for p in word.paragraphs]


def test_the_registry_knows_the_formats_by_name_and_refuses_others() -> None:
    assert registry.media_type("docx").endswith("wordprocessingml.document")
    with pytest.raises(Refusal) as refused:
        registry.writer("wpd")
    assert refused.value.code == "format.unknown"
