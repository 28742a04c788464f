"""Read the text of an official document: the one entrance of this room."""

import re
from dataclasses import replace

from haidang.domain.directives import extras, facts
from haidang.domain.directives.citations import citations
from haidang.domain.directives.duties import Draft, default_leads, find_duties, finish, is_aims, is_assessment
from haidang.domain.directives.foot import Foot, read_foot
from haidang.domain.directives.head import HeadParts, read_head
from haidang.domain.directives.items import (
    ARTICLE,
    CHAPTER,
    LETTER,
    NUMBER,
    PART,
    SUB,
    Item,
    cut_paragraphs,
    first_marker,
    tree,
)
from haidang.domain.directives.page import Page, lay, normalise, read_lines
from haidang.domain.directives.paragraphs import is_flattened, join_lines
from haidang.domain.directives.reading import Doubt, Duty, Head, Heading, Reading
from haidang.domain.directives.reports import find_reports
from haidang.domain.directives.running import cut_running, first_running_marker
from haidang.domain.directives.tables import Tables, find_tables, table_duties
from haidang.domain.directives.wordlists import OWN_KINDS, any_of

_ANNEX = re.compile(
    rf"(?:^|(?<=\s)){any_of(name.upper() for name in OWN_KINDS)}(?=\s)(?=[^\0]{{0,600}}?(?i:kèm theo))", re.MULTILINE
)
_LEAD_IN = re.compile(r"(?<!\w)(?:sau|sau đây|yêu cầu|đề nghị|chỉ thị|kết luận|ý kiến)\s?:(?=\s)")
_OUTLINE_LEVEL = {CHAPTER: 1, PART: 1, ARTICLE: 1, NUMBER: 2, SUB: 3, LETTER: 3}


def read(text: str) -> Reading:
    """Read one document. Pure and linear in length; what is not said stays empty, what is unsure is a doubt."""
    source = normalise(text)
    tables = find_tables(source)
    lines = read_lines(tables.rest)
    flattened = is_flattened(lines)
    page = lay(source, [lines] if flattened else join_lines(lines))
    head = read_head(page, flattened)
    foot = read_foot(page.value, head.body)
    start = _body_start(page, head, foot, flattened)
    cut = cut_running if flattened else cut_paragraphs
    items = tree(page.value, list(cut(page.value, start, foot.start)))
    for first, last in _annexes(page.value, foot, flattened):
        items += tree(page.value, list(cut(page.value, first, last)))
    items = [item for item in items if page.value[item.start : item.end].strip(" .:;-–/")]
    return _assemble(page, head, foot, items, start, tables)


def _annexes(value: str, foot: Foot, flattened: bool) -> list[tuple[int, int]]:
    """Stretches of plans issued together with the document, printed after its foot."""
    stretches = []
    at = foot.end or foot.start
    while found := _ANNEX.search(value, at):
        inner = read_foot(value, found.end())
        first = _first(value, found.end(), inner.start, flattened)
        if first >= 0:
            stretches.append((first, inner.start))
        at = max(inner.end, inner.start, found.end())
    return stretches


def _first(value: str, start: int, end: int, flattened: bool) -> int:
    return first_running_marker(value, start, end) if flattened else first_marker(value, start, end)


def _body_start(page: Page, head: HeadParts, foot: Foot, flattened: bool) -> int:
    """Where the first part or number stands; without any, where the paragraph after the lead-in does."""
    marker = _first(page.value, head.body, foot.start, flattened)
    if marker >= 0:
        return marker
    lead_in = _LEAD_IN.search(page.value, head.body, foot.start)
    return lead_in.end() if lead_in else head.body


def _assemble(page: Page, head: HeadParts, foot: Foot, items: list[Item], start: int, tables: Tables) -> Reading:
    value = page.value
    defaults = default_leads(value, head.body, start, head.addressees)
    drafts, unowned = find_duties(page, items, defaults)
    reports, undated = find_reports(page, drafts, head.issuer)
    reported = {(r.span.start, r.span.end) for r in reports}
    told = [_mark_report(finish(page, draft), draft, undated, page, reported) for draft in drafts]
    rows, nobody = table_duties(page, tables)
    duties = tuple(sorted([*told, *rows], key=lambda duty: duty.span.start) if rows else told)
    slogan = facts.theme(page, head.body, foot.start)
    spots = dict(head.spots)
    if slogan:
        spots["theme"] = slogan[1]
    if foot.signer:
        spots["signer"] = foot.signer[1:]
    for order, (_, first, last) in enumerate(foot.recipients):
        spots[f"recipient.{order}"] = (first, last)
    title_end = head.spots.get("title", (0, head.body))[1]
    return Reading(
        text=page.text,
        head=Head(
            head.kind, head.number, head.issuer, head.level, head.place, head.date, head.title,
            slogan[0] if slogan else None, foot.signer[0] if foot.signer else None,
            tuple(r[0] for r in foot.recipients), head.addressees,
        ),
        outline=tuple(_heading(page, item) for item in items),
        citations=citations(page, title_end, start if start > head.body else foot.start),
        duties=duties,
        targets=tuple(
            t
            for item, aims in _forward(items, value)
            for t in facts.targets(page, item.start, item.end, aims=aims)
        ),
        windows=facts.windows(page, [(head.body, foot.start), *_beyond(items, foot.start)], head.year),
        reports=tuple(reports),
        doubts=_doubts(head, duties, len(unowned) + nobody, foot),
        spans={name: page.span(*spot) for name, spot in spots.items()},
        phases=extras.phases(page, items),
        messages=extras.messages(page, head.body, foot.start),
        hotlines=extras.hotlines(page, head.body, foot.start),
        money=extras.money(page, items),
    )  # fmt: skip


def _forward(items: list[Item], value: str) -> list[tuple[Item, bool]]:
    """The items that may hold aims, with whether they stand in a part whose heading announces aims.

    Left out are those of a part that tells what was.
    """
    told: set[int] = set()
    aims: set[int] = set()
    kept = []
    for item in items:
        above = id(item.parent)
        text = value[item.start : item.end].strip() if item.level else ""
        if above in told or (text and is_assessment(text)):
            told.add(id(item))
            continue
        if above in aims or (text and is_aims(text, item)):
            aims.add(id(item))
        kept.append((item, id(item) in aims))
    return kept


def _beyond(items: list[Item], end: int) -> list[tuple[int, int]]:
    return [(item.start, item.end) for item in items if item.start >= end]


def _heading(page: Page, item: Item) -> Heading:
    span = page.span(item.start, item.end)
    text = " ".join(page.value[item.start : item.end].split())
    return Heading(_OUTLINE_LEVEL.get(item.level, 4), item.label if item.level else "", text, item.clause, span)


def _mark_report(duty: Duty, draft: Draft, undated: list[Draft], page: Page, reported: set[tuple[int, int]]) -> Duty:
    """Mark the duty that holds a dated report; one that asks for a report without a day gets a doubt."""
    holds = any(duty.span.start <= first and last <= duty.span.end for first, last in reported)
    if holds:
        return replace(duty, is_report=True)
    if any(draft is other for other in undated):
        return replace(duty, doubts=(*duty.doubts, Doubt("report.no_date")))
    return duty


def _doubts(head: HeadParts, duties: tuple[Duty, ...], unowned: int, foot: Foot) -> tuple[Doubt, ...]:
    doubts = []
    if not duties:
        doubts.append(Doubt("no_duties"))
    if head.blank_date:
        doubts.append(Doubt("date.blank"))
    for missing, code in (
        (head.kind, "kind.missing"),
        (head.issuer, "issuer.missing"),
        (head.number, "number.blank"),
        (head.title, "title.missing"),
    ):
        if not missing:
            doubts.append(Doubt(code))
    if foot.signer is None:
        doubts.append(Doubt("signer.missing"))
    if unowned:
        doubts.append(Doubt("unowned", str(unowned)))
    return tuple(doubts)
