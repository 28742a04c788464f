"""A scanned plan of an invented province, for the tests of acts and pages."""

from functools import cache

from haidang.formats.scan.rehearsal import Scanner, scanned
from tests import needs
from tests.formats import papers


@cache
def scanned_plan() -> bytes:
    """A PDF of one scanned page; needs Tesseract to be read."""
    needs.program("tesseract")
    scanner = Scanner(dpi=150, skew=0.5)
    return papers.as_scanned_pdf(scanned(papers.typed(papers.plan()), papers.faces(), scanner), scanner.dpi)
