"""The files as LibreOffice lays them out: what python-docx cannot see (wrapping, fonts, pages)."""

import os
import shutil
import subprocess
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from haidang.domain.drafting.blocks import Document
from haidang.domain.drafting.plan import compose_plan
from haidang.domain.drafting.report import compose_report
from haidang.formats import registry
from tests.domain.drafting.examples import PLAN, REPORT

pytestmark = pytest.mark.libreoffice


def need(program: str) -> str:
    """The program's path; without it the test is left out, but under CI it fails."""
    found = shutil.which(program)
    if found is None and os.environ.get("CI"):
        pytest.fail(f"{program} is missing: under CI nothing may be left out")
    if found is None:
        pytest.skip(f"{program} is not installed")
    return found


@pytest.fixture(scope="module")
def to_pdf(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Document], Path]:
    office, folder = need("soffice"), tmp_path_factory.mktemp("rendered")

    def convert(document: Document) -> Path:
        source = folder / f"{document.header.symbol}.docx"
        source.write_bytes(registry.writer("docx")(document))
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        return source.with_suffix(".pdf")

    return convert


@pytest.fixture(scope="module")
def plan_pdf(to_pdf: Callable[[Document], Path]) -> Path:
    return to_pdf(compose_plan(PLAN))


@pytest.fixture(scope="module")
def report_pdf(to_pdf: Callable[[Document], Path]) -> Path:
    return to_pdf(compose_report(REPORT))


def pages(pdf: Path) -> list[list[str]]:
    """The lines of each page."""
    with pypdfium2.PdfDocument(pdf) as opened:
        return [page.get_textpage().get_text_range().replace("\r\n", "\n").split("\n") for page in opened]


def running(lines: list[list[str]]) -> str:
    return " ".join(" ".join(word for line in page for word in line.split()) for page in lines)


def test_the_national_name_and_the_motto_stand_on_one_line_each(plan_pdf: Path) -> None:
    first = pages(plan_pdf)[0]
    assert any("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in line for line in first)
    assert any("Độc lập - Tự do - Hạnh phúc" in line for line in first)


def test_page_one_shows_no_number_and_the_following_pages_theirs(plan_pdf: Path) -> None:
    lines = [[line.strip() for line in page if line.strip()] for page in pages(plan_pdf)]
    assert len(lines) > 2
    assert not any(line == "1" for line in lines[0])
    assert [page[0] for page in lines[1:]] == [str(number) for number in range(2, len(lines) + 1)]


def test_every_duty_can_be_read_in_the_rendered_plan(plan_pdf: Path) -> None:
    lines = pages(plan_pdf)
    for number, page in enumerate(lines[1:], start=2):
        lines[number - 1] = page[1:] if page[0].strip() == str(number) else page
    text = running(lines)
    missing = [duty.text for group in PLAN.groups for duty in group.duties if duty.text not in text]
    assert missing == []
    assert text == unicodedata.normalize("NFC", text)


def test_the_signature_is_on_the_page_of_the_last_words(plan_pdf: Path) -> None:
    last = " ".join(pages(plan_pdf)[-1])
    assert "./." in last
    assert "Trần Thị Minh Hạnh" in last
    assert "Lưu: VT, NC." in last


def test_the_annex_lies_across_with_all_units_and_totals(report_pdf: Path) -> None:
    with pypdfium2.PdfDocument(report_pdf) as opened:
        across = [page.get_width() > page.get_height() for page in opened]
    assert across == sorted(across)
    assert any(across)
    annex = running([page for page, lies in zip(pages(report_pdf), across, strict=True) if lies])
    assert [row.agency for row in REPORT.annex_rows if row.agency not in annex] == []
    assert "Tổng cộng 78 15.600 168" in annex


def test_all_fonts_are_embedded_and_of_one_family(plan_pdf: Path, report_pdf: Path) -> None:
    for pdf in (plan_pdf, report_pdf):
        listed = subprocess.run([need("pdffonts"), str(pdf)], check=True, capture_output=True, text=True).stdout
        fonts = [line.split() for line in listed.splitlines()[2:]]
        assert fonts
        # A letter that the font lacks would bring in a second family.
        assert {name.split("+")[-1].split("-")[0] for name, *_ in fonts} <= {
            "LiberationSerif",
            "Tinos",
            "TimesNewRomanPS",
        }
        assert all(columns[-5] == "yes" for columns in fonts)


def test_a_table_that_fills_its_page_leaves_neither_an_empty_page_nor_its_totals_alone(
    to_pdf: Callable[[Document], Path],
) -> None:
    for count in range(11, 15):
        rows = (REPORT.annex_rows * 2)[:count]
        last = pages(to_pdf(compose_report(replace(REPORT, annex_rows=rows))))[-1]
        assert any("Tổng cộng" in line for line in last)
        assert any(rows[-1].agency.rsplit(" ", 1)[-1] in line for line in last)
