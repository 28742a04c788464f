"""A plan that sets neither a day nor a rhythm for reporting on it."""

import re
from collections.abc import Iterator

from haidang.domain.checks.findings import Outcome, Paper, Slip
from haidang.domain.checks.tables import Table
from haidang.domain.checks.words import flat

# "Định kỳ báo cáo theo quy định" alone sets no rhythm.
_TIME = (
    r"(?:(?:hằng|hàng)\s+(?:ngày|tuần|tháng|quý|năm)|quý\s+I|0?[69]\s+tháng|trước\s+ngày|chậm\s+nhất|ngày\s+\d"
    r"|tháng\s+\d|cuối\s+(?:tháng|quý|năm)|sau\s+khi\s+kết\s+thúc)"
)
_REPORTS = re.compile(rf"{_TIME}[^.;]{{0,200}}báo\s+cáo|báo\s+cáo[^.;]{{0,200}}{_TIME}", re.IGNORECASE)


def check(paper: Paper, table: Table) -> Iterator[Slip] | Outcome:
    """Said of the whole document, where it is whole and lays duties on others."""
    reading = paper.reading
    if reading.head.kind not in table.data["kinds"] or not reading.duties:
        return Outcome.NOT_APPLICABLE
    if not reading.head.recipients:
        return Outcome.NOT_EVALUATED
    told = reading.reports or _REPORTS.search(flat(paper.text))
    return iter(()) if told else iter((Slip(""),))
