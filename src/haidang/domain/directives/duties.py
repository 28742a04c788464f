"""From items to duties: who leads each, inherited from heading or lead-in, or assigned by a line that follows."""

import re
from dataclasses import dataclass, field, replace

from haidang.domain.directives.dues import Day, days, limiting, rhythm
from haidang.domain.directives.items import LETTER, PART, STAR, Item
from haidang.domain.directives.names import read_names
from haidang.domain.directives.page import Page
from haidang.domain.directives.reading import Doubt, Due, DueKind, Duty
from haidang.domain.directives.sentences import Opening, inner_orders, is_soft, read_aside, read_assigned, read_opening
from haidang.domain.directives.wordlists import (
    COLLECTIVE,
    FIELD_WORDS,
    HEAD,
    HEAD_WORDS,
    LOW,
    OPENER,
    UP,
    VERB,
    VERB_FIRST,
    WORDING,
    any_of,
)
from haidang.domain.terms.text import fold

# Compared without marks: headings in capitals lose them in scanning first.
_AIMS_WORDS = any_of(fold(words) for words in WORDING["sections"]["aims"])
_AIMS_FIRST = frozenset(
    fold(words).split()[0] for name in ("aims", "assessment") for words in WORDING["sections"][name]
)
_AIMS = re.compile(rf"^{_AIMS_WORDS}")
_AIMS_WHOLE = re.compile(
    rf"^{_AIMS_WORDS}(?:\s*(?:,|;|va|-|–)?\s*{any_of(fold(words) for words in WORDING['sections']['aims_tail'])})*$"
)
_ASSESSMENT = re.compile(rf"^{any_of(fold(words) for words in WORDING['sections']['assessment'])}")
_CLOSING = re.compile(any_of(WORDING["closing"]["opens"]), re.IGNORECASE)
_PRODUCT = re.compile(any_of(WORDING["closing"]["products"]), re.IGNORECASE)
_ENFORCEMENT = tuple(WORDING["closing"]["enforcement"])
_ATTACHED = tuple(WORDING["closing"]["attached"])
_NOTICE = re.compile(any_of(WORDING["notice"]["words"]), re.IGNORECASE)
_DEMAND = re.compile(rf"\b{any_of(WORDING['preamble']['demands'])}\s+", re.IGNORECASE)
_YOU = re.compile(any_of(WORDING["preamble"]["you"]), re.IGNORECASE)
_TWO = re.compile(rf"[.;]\s+(?!giao|phân công){OPENER.pattern}(?={HEAD.pattern})", re.IGNORECASE)
_ANCHOR_WORDS = 8
# The last syllable of what opens a name: "Trung tâm Kiểm soát …".
_OPENS_NAME = HEAD_WORDS | {"tâm"}
_INNER_CAPITAL = re.compile(rf"(?<!\w)(?P<before>[{LOW}]+) (?P<doing>[{UP}][{LOW}]+)(?!\w)")


@dataclass(slots=True)
class Draft:
    """A duty in the making."""

    item: Item
    start: int
    end: int
    leads: tuple[str, ...]
    supports: tuple[str, ...] = ()
    source: str = "own"
    due: Due | None = None
    days: list[Day] | None = None

    def limits(self, value: str) -> list[Day]:
        """The days that limit the duty, looked for once."""
        if self.days is None:
            self.days = limiting(value, self.start, self.end)
        return self.days


@dataclass(frozen=True, slots=True)
class Context:
    """Who is in charge where we stand, and how we know: `heading`, `item`, `default` (the lead-in), or nobody."""

    leads: tuple[str, ...] = ()
    source: str = ""
    aims: bool = False
    supports: tuple[str, ...] = ()


@dataclass(slots=True)
class Walk:
    """What the walk over the items gathers."""

    page: Page
    drafts: list[Draft] = field(default_factory=list)
    pending: list[Draft] = field(default_factory=list)
    group: list[Draft] = field(default_factory=list)


def default_leads(value: str, start: int, end: int, addressees: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Those on whom the lead-in lays every item: "… yêu cầu X, Y:" at the end of the preamble.

    "quý cơ quan" stands for those the letter is addressed to.
    """
    stretch = value[max(start, end - 700) : end].rstrip()
    if not stretch.endswith(":"):
        return ()
    base = max(start, end - 700)
    for found in reversed(list(_DEMAND.finditer(value, base, end))):
        names = read_names(value, found.end(), end)
        if names.names and names.stop in ("colon", "verb", "end", "Verb"):
            return names.names
        if _YOU.match(value, found.end(), end):
            return tuple(name for line in addressees for name in read_names(line, 0).names or (line,))
    return ()


def find_duties(page: Page, items: list[Item], preamble_leads: tuple[str, ...]) -> tuple[list[Draft], list[Item]]:
    """Walk the tree of items; return the drafts in order and the items that lay work on nobody named."""
    walk = Walk(page)
    base = Context(preamble_leads, "default" if preamble_leads else "")
    closing = _closing_items(page, items)
    for item in items:
        if item.parent is None:
            _visit(walk, item, base, closing)
    drafts = sorted((d for d in walk.drafts if d.leads), key=lambda d: d.start)
    return drafts, [d.item for d in walk.drafts if not d.leads]


def finish(page: Page, draft: Draft) -> Duty:
    """The duty of a draft: wording, anchor, due and doubts."""
    value = page.value
    text = " ".join(value[draft.start : draft.end].split())
    due, doubts = _due(page, draft)
    if draft.due is not None:
        due = draft.due
    if draft.source == "default":
        doubts.append(Doubt("lead.inherited"))
    if unclear := next((name for name in draft.leads if _unclear(name)), None):
        doubts.append(Doubt("lead.unclear", unclear))
    if draft.source in ("item", "heading") and draft.item.kind == "para" and not VERB.match(value, draft.start):
        # A paragraph of its own that does not begin with a doing may speak of something else.
        doubts.append(Doubt("lead.inherited"))
    if extra := _TWO.search(value, draft.start, draft.end):
        doubts.append(Doubt("two_duties?", extra[0].strip(" .;")))
    elif joined := _joined(value, draft.start, draft.end):
        doubts.append(Doubt("two_duties?", joined))
    anchor = " ".join(text.split()[:_ANCHOR_WORDS])
    span = page.span(draft.start, draft.end)
    return Duty(text, anchor, draft.item.clause, draft.leads, draft.supports, due, span, False, tuple(doubts))


def _unclear(name: str) -> bool:
    """Whether a name is too long for one body, lists several, or holds a doing."""
    return (
        len(name.split()) > 16
        or (name.count(",") > 2 and name[0].isupper() and not COLLECTIVE.search(name))
        or bool(_joined(name, 0, len(name)))
    )


def _joined(value: str, start: int, end: int) -> str:
    """A doing of two words with a capital behind a small word: a heading or another sentence ran into this one.

    Behind the word that opens a name ("Sở Xây dựng", "Cục Quản lý …") it is part of the name.
    """
    for found in _INNER_CAPITAL.finditer(value, start + 1, end):
        doing = VERB.match(value, found.start("doing"), end)
        first = found["doing"].lower()
        named = found["before"].lower() in _OPENS_NAME or first in FIELD_WORDS
        if (
            first in VERB_FIRST
            and not named
            and doing
            and " " in doing[0].strip()
            and value[doing.end() : doing.end() + 4] != " số "
        ):
            return " ".join(value[found.start("doing") : end].split()[:6])
    return ""


def _visit(walk: Walk, item: Item, context: Context, closing: list[Item]) -> None:
    value = walk.page.value
    if item.kind == "label":
        _assign(walk, item)
        return
    text = value[item.start : item.end].strip()
    if context.aims or is_aims(text, item):
        for child in item.children:
            _visit(walk, child, Context(aims=True), closing)
        return
    heirs = [child for child in item.children if child.level]
    opening = read_opening(value, item.start, item.end)
    if any(item is last for last in closing):
        _close(walk, item, opening, text)
        return
    inner = context
    if opening.only_names and not item.children and item.level >= STAR and context.leads:
        # Not a heading: nothing stands under it, so its doing was not recognised.
        opening = Opening((), opening.supports, item.start, opener=opening.opener)
    if opening.only_names:
        inner = Context(opening.leads, "heading")
    elif (
        opening.leads and (not item.level or item.level >= STAR or not heirs) and _stays_with_heading(opening, context)
    ):
        opening = Opening((), opening.supports, item.start, opener=opening.opener)
    if not opening.only_names:
        if heirs and _is_lead_in(text, bool(opening.leads)):
            if opening.leads:
                inner = Context(opening.leads, "heading", supports=opening.supports)
            elif opening.supports:
                inner = replace(context, supports=opening.supports)
        elif not item.level or item.level > PART or not item.children:
            if not (item.children and _is_heading(text, item, opening)):
                inner = _draft(walk, item, opening, context)
            elif opening.leads:
                inner = Context(opening.leads, "heading")
    for child in item.children:
        _visit(walk, child, inner, closing)


def _stays_with_heading(opening: Opening, context: Context) -> bool:
    return context.source == "heading" and is_soft(opening.opener)


def _draft(walk: Walk, item: Item, opening: Opening, context: Context) -> Context:
    """Make the draft of an item and of the orders inside it; return what its paragraphs inherit."""
    value = walk.page.value
    text = value[item.start : item.end]
    if _enforces(text) or len(text.split(maxsplit=3)) < 4:
        return context
    if not opening.leads:
        aside, helpers = read_aside(value, item.start, item.end)
        if aside:
            opening = Opening(aside, helpers or opening.supports, item.start)
    leads = opening.leads or context.leads
    source = "own" if opening.leads else context.source
    start = opening.start if opening.leads else item.start
    supports = opening.supports or (context.supports if not opening.leads else ())
    draft = Draft(item, start, item.end, leads, supports, source)
    walk.drafts.append(draft)
    walk.pending.append(draft)
    for at, order in inner_orders(value, max(start, item.start + 1), item.end):
        if order.leads != leads:
            walk.drafts.append(Draft(item, at, item.end, order.leads, order.supports))
            if value[at].isalpha() and not value[:at].rstrip().endswith(")"):
                draft.end = min(draft.end, at)
    if opening.leads and item.level and item.level <= LETTER:
        return Context(opening.leads, "item")
    return context


def _enforces(text: str) -> bool:
    """Whether a paragraph only says who carries the act out, when it takes effect, or what is attached."""
    low = text.lower()
    return low.lstrip().startswith(_ATTACHED) or any(words in low for words in _ENFORCEMENT)


def _assign(walk: Walk, line: Item) -> None:
    """Give the drafts before an assignment line, under the same item, what the line says."""
    value, scope = walk.page.value, line.parent
    above = scope.parent if scope else None
    # Earlier brothers that nobody was given yet share the line, as when it stands after the last of them.
    mine = [
        d
        for d in walk.pending
        if scope is None or d.item.inside(scope) or (above and not d.leads and d.item.inside(above))
    ]
    if mine:
        walk.group, walk.pending = mine, []
    if line.label == "lead":
        leads, supports = read_assigned(value, line.start, line.end)
        for draft in walk.group if leads else []:
            draft.leads, draft.supports, draft.source = leads, supports, "own"
    elif line.label == "support":
        helpers, _ = read_assigned(value, line.start, line.end)
        for draft in walk.group:
            draft.supports = (*draft.supports, *(h for h in helpers if h not in draft.supports))
    elif line.label == "time":
        found = days(value, line.start, line.end)
        for draft in walk.group if len(found) == 1 else []:
            draft.due = _on_day(walk.page, found[0])


def _close(walk: Walk, item: Item, opening: Opening, text: str) -> None:
    """A closing paragraph is a duty only where it names a product or a day."""
    value = walk.page.value
    limits = [d for d in days(value, item.start, item.end) if d.limit]
    if opening.leads and (limits or _PRODUCT.search(text)) and not _enforces(text):
        walk.drafts.append(Draft(item, opening.start, item.end, opening.leads, opening.supports))


def _closing_items(page: Page, items: list[Item]) -> list[Item]:
    """The last paragraphs without a mark, as far as they begin as closings do."""
    closing = []
    for last in reversed(items[1:]):
        text = page.value[last.start : last.end].strip()
        said = _CLOSING.match(text) and (OPENER.match(text) or not text.endswith(":"))
        if last.kind != "para" or not (said or _NOTICE.search(text[:120])):
            break
        closing.append(last)
    return closing


def is_aims(text: str, item: Item) -> bool:
    """Whether an item is the heading of a part that lays nothing on anybody (aims, requirements, assessment)."""
    if item.level == 0 or item.level >= STAR:
        return False
    if fold(text.split(maxsplit=1)[0]) not in _AIMS_FIRST:
        return False
    bare = fold(text[:200]).strip(" .:;")
    if item.level <= PART:
        return bool(_AIMS.match(bare)) and len(bare.split()) <= 14
    return bool(_AIMS_WHOLE.match(bare))


def is_assessment(text: str) -> bool:
    """Whether a heading opens a part that tells what was."""
    return len(text) < 120 and fold(text.split(maxsplit=1)[0]) in _AIMS_FIRST and bool(_ASSESSMENT.match(fold(text)))


def _is_lead_in(text: str, named: bool) -> bool:
    """Whether an item with items under it only introduces them."""
    if text.rstrip(" */").endswith(":") or not named:
        return True
    return text.rstrip()[-1] not in ".;" or len(text.split()) < 12


def _is_heading(text: str, item: Item, opening: Opening) -> bool:
    """Whether an item with only paragraphs under it is their heading."""
    under = [child for child in item.children if child.kind == "para"]
    if not under:
        return False
    return text.rstrip()[-1] not in ".;/" and len(text.split()) <= 40 and not opening.leads


def _due(page: Page, draft: Draft) -> tuple[Due, list[Doubt]]:
    value = page.value
    doubts: list[Doubt] = []
    limits = draft.limits(value)
    beat = rhythm(value, draft.start, draft.end)
    distinct = {d.date.iso() for d in limits}
    if beat and limits and limits[0].date.year is not None and ";" in value[limits[0].end : beat[1]]:
        # First a day for the work itself, then the rhythm of telling about it.
        return _on_day(page, limits[0]), doubts
    if len(distinct) > 1:
        if beat or all(d.date.year is None for d in limits):
            span = page.span(beat[1], beat[2]) if beat else None
            return Due(DueKind.RHYTHM, rhythm=beat[0] if beat else "quarter", span=span), doubts
        doubts.append(Doubt("due.ambiguous", "; ".join(d.date.printed() for d in limits)))
    if limits:
        return _on_day(page, limits[0]), doubts
    if beat:
        return Due(DueKind.RHYTHM, rhythm=beat[0], span=page.span(beat[1], beat[2])), doubts
    return Due(DueKind.THROUGHOUT), doubts


def _on_day(page: Page, day: Day) -> Due:
    return Due(DueKind.DATE, day.date.iso(), day.before, span=page.span(day.start, day.end))
