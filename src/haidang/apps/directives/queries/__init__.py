"""Reading directives and their duties; every query takes the viewer and gives frozen rows."""

from haidang.apps.directives.queries.corpus import read_and_confirmed
from haidang.apps.directives.queries.findings import finding, finding_places, findings, last_check
from haidang.apps.directives.queries.following import confirmed, source_line, source_lines
from haidang.apps.directives.queries.layout import layout
from haidang.apps.directives.queries.listing import DEFAULT_SORT, page, search
from haidang.apps.directives.queries.reading import duties, duty, near, registered, source, unsure, view
from haidang.apps.directives.rows import (
    CheckRow,
    ConfirmedDirective,
    DirectivePage,
    DirectiveRow,
    DirectiveView,
    DutyRow,
    FindingPlace,
    FindingRow,
    HeadFacts,
    Hit,
    Party,
    Place,
    ReadDirective,
    SourceLine,
)

__all__ = [
    "DEFAULT_SORT",
    "CheckRow",
    "ConfirmedDirective",
    "DirectivePage",
    "DirectiveRow",
    "DirectiveView",
    "DutyRow",
    "FindingPlace",
    "FindingRow",
    "HeadFacts",
    "Hit",
    "Party",
    "Place",
    "ReadDirective",
    "SourceLine",
    "confirmed",
    "duties",
    "duty",
    "finding",
    "finding_places",
    "findings",
    "last_check",
    "layout",
    "near",
    "page",
    "read_and_confirmed",
    "registered",
    "search",
    "source",
    "source_line",
    "source_lines",
    "unsure",
    "view",
]
