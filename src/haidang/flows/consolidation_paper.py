"""The consolidated report as an official document: only frozen rows go in, so it can be made again at any time."""

from datetime import date, datetime

from haidang.apps.files import services as files
from haidang.apps.files.models import StoredFile
from haidang.apps.people.models import Post
from haidang.apps.plans.models import Plan, PlanVersion
from haidang.apps.reports.models import Cell, Consolidation
from haidang.apps.reports.services import consolidations
from haidang.apps.reports.services.consolidations import amount_of
from haidang.domain.access.viewer import Role, Viewer
from haidang.domain.drafting.figures import AgencyRow, Empty, Figure, FigureRow
from haidang.domain.drafting.head import Frame
from haidang.domain.drafting.report import (
    Passage,
    ReportDraft,
    Reporter,
    ReporterState,
    Section,
    compose_report,
)
from haidang.domain.drafting.wording import day_short
from haidang.domain.indicators import catalogue
from haidang.domain.indicators.amounts import Amount, Emptiness
from haidang.flows.paper_head import Signing, cited, frame_of, full_name
from haidang.formats import registry

_STATES = {
    "accepted": ReporterState.ACCEPTED,
    "nil": ReporterState.NOTHING_AROSE,
    "not_ours": ReporterState.NOT_ITS_TASK,
    "awaiting": ReporterState.AWAITING,
    "missing": ReporterState.NOT_REPORTED,
}
_EMPTY = {
    Emptiness.NIL: Empty.NOTHING_AROSE,
    Emptiness.NOT_OURS: Empty.NOT_ITS_TASK,
    Emptiness.MISSING: Empty.NOT_REPORTED,
}


def store_paper(made: Consolidation, *, actor: Viewer, at: datetime) -> StoredFile:
    """Write the DOCX of a consolidation as it stands and keep it as its document."""
    data = registry.writer("docx")(compose_report(_draft(made)))
    name = f"bao-cao-tong-hop-{made.issued_number or 'du-thao'}.docx"
    stored = files.store(viewer=actor, data=data, label=name, media_type=registry.media_type("docx"), at=at)
    consolidations.attach_document(made, stored)
    return stored


def _draft(made: Consolidation) -> ReportDraft:
    request = made.request
    form = catalogue.form(request.form)
    unit = made.issuer.unit
    agencies = {row["name"] for row in made.reporters}
    rows, totals = _annex(made, form.codes)
    return ReportDraft(
        frame=_frame(made),
        addressees=(request.addressee or f"Ủy ban nhân dân {unit.name}",),
        subject=_upper_first(request.title.strip().removeprefix("Báo cáo ").removeprefix("báo cáo ")),
        lead_in=f"Thực hiện {_plan(made)}, {full_name(made.issuer)} báo cáo kết quả",
        period=_period(made),
        cutoff=made.closed_on,
        reporters=tuple(_reporter(row) for row in made.reporters),
        figures=_figures(made, form.codes),
        sections=(Section("Kết quả của các cơ quan, đơn vị, địa phương", _passages(made.summary, agencies)),),
        difficulties=_passages(made.difficulties, agencies),
        proposals=_passages(made.proposals, agencies),
        annex_indicators=tuple((indicator.name, indicator.unit) for indicator in form.indicators),
        annex_rows=rows,
        annex_totals=totals,
    )


def _frame(made: Consolidation) -> Frame:
    """Head and signature as they stand: no name before it is signed, no number and day before the clerk gave them."""
    return frame_of(
        made.issuer,
        kind="BC",
        symbol=made.symbol,
        number=made.issued_number or None,
        day=made.issued_on,
        year=None if made.issued_on else made.closed_on.year,
        signing=_signing(made),
        recipients=("Các cơ quan, đơn vị, địa phương liên quan",),
    )


def _signing(made: Consolidation) -> Signing | None:
    """Who signed; before that the post, where the issuer has only one that could sign."""
    if made.signed_post and made.signed_by:
        return Signing(made.signed_post, f"{made.signed_by.rank} {made.signed_by.full_name}".strip())
    posts = [post for post in Post.objects.filter(agency=made.issuer) if Role.LEADER in post.roles]
    return Signing(posts[0], None) if len(posts) == 1 else None


def _plan(made: Consolidation) -> str:
    """The plan that asked for the report, as it is cited; its first issued version bears the number."""
    plan = Plan.objects.select_related("issuer__unit").filter(uuid=made.request.origin_uuid).first()
    if plan is None:
        return "chế độ báo cáo"
    issued = plan.versions.filter(state=PlanVersion.State.ISSUED).order_by("number").first()
    symbol, day = (issued.symbol, issued.issued_on) if issued else ("", None)
    about = _lower_first(plan.title.strip().removeprefix("Kế hoạch ").removeprefix("kế hoạch ").rstrip(" ."))
    return f"{cited('Kế hoạch', symbol, day, full_name(plan.issuer))} về {about.removeprefix('về ')}"


def _period(made: Consolidation) -> str:
    closed = f"đến ngày {day_short(made.closed_on)}"
    starts = made.request.starts
    return f"số liệu từ ngày {day_short(starts)} {closed}" if starts else f"số liệu tính {closed}"


def _reporter(row: dict[str, str]) -> Reporter:
    source = row.get("source", "")
    if source and row.get("source_date"):
        source = f"văn bản số {source} ngày {day_short(date.fromisoformat(row['source_date']))}"
    return Reporter(row["name"], _STATES[row["state"]], source)


def _figures(made: Consolidation, codes: tuple[str, ...]) -> tuple[FigureRow, ...]:
    kept = {figure.indicator: figure for figure in made.figures.all()}
    rows = []
    for code in codes:
        indicator, figure = catalogue.indicator(code), kept[code]
        rows.append(
            FigureRow(
                indicator=indicator.name,
                unit=indicator.unit,
                in_period=_printed(amount_of(figure.value, figure.emptiness)),
                note=f"{figure.counted} đơn vị có số liệu" if figure.counted else "",
            )
        )
    return tuple(rows)


def _annex(made: Consolidation, codes: tuple[str, ...]) -> tuple[tuple[AgencyRow, ...], tuple[Figure, ...]]:
    """Agencies × indicators. A report that waits for its review is named in the text and has no figures here."""
    given: dict[str, dict[str, Figure]] = {}
    for cell in Cell.objects.filter(report__in=made.inputs.values("report")).select_related(
        "report__obligation__agency"
    ):
        own = given.setdefault(str(cell.report.obligation.agency.uuid), {})
        own[cell.indicator] = _printed(amount_of(cell.value, cell.emptiness))
    rows = tuple(
        AgencyRow(
            agency=row["name"],
            figures=tuple(given.get(row["agency"], {}).get(code, Empty.NOT_REPORTED) for code in codes),
            note="nhập thay" if row.get("source") else "",
        )
        for row in made.reporters
        if row["state"] != "awaiting"
    )
    totals = {figure.indicator: _printed(amount_of(figure.value, figure.emptiness)) for figure in made.figures.all()}
    return rows, tuple(totals[code] for code in codes)


def _printed(amount: Amount) -> Figure:
    return amount.value if amount.value is not None else _EMPTY[amount.emptiness or Emptiness.MISSING]


def _passages(text: str, agencies: set[str]) -> tuple[Passage, ...]:
    """One passage a line; a line that opens with a reporting agency's name and a colon is that agency's."""
    found = []
    for line in filter(None, (line.strip() for line in text.splitlines())):
        name, colon, words = line.partition(":")
        own = bool(colon) and name.strip() in agencies and bool(words.strip())
        found.append(Passage(name.strip(), words.strip()) if own else Passage("", line))
    return tuple(found)


def _upper_first(text: str) -> str:
    """A title standing alone under the name of its kind opens with a capital: "Kết quả thực hiện …"."""
    return text[:1].upper() + text[1:]


def _lower_first(text: str) -> str:
    """A title taken into a sentence; a word all in capitals or a name keeps its letter."""
    second = text[1:2]
    return text if second.isupper() or not text else text[0].lower() + text[1:]
