"""Lists of directives: the register of documents and finding them by words."""

from collections.abc import Iterable

from django.db.models import Count, Q, QuerySet, Value
from django.db.models.functions import StrIndex

from haidang.apps.directives import convert, scope
from haidang.apps.directives.models import Directive, Duty
from haidang.apps.directives.rows import DirectivePage, DirectiveRow, Hit
from haidang.domain.access.viewer import Viewer
from haidang.domain.terms.text import fold, squash

# The sorts that an address may ask for.
SORTS: dict[str, tuple[str, ...]] = {
    "-arrival": ("-arrival_date", "-id"),
    "arrival": ("arrival_date", "id"),
    "-issued": ("-issued_on", "-id"),
    "issued": ("issued_on", "id"),
    "title": ("folded_head", "id"),
    "-title": ("-folded_head", "-id"),
}
DEFAULT_SORT = "-arrival"
_LONG = ("text", "folded")
_EXCERPT = 200


def page(
    viewer: Viewer, *, words: str = "", state: str = "", sort: str = DEFAULT_SORT, page: int = 1, size: int = 50
) -> DirectivePage:
    """Directives the viewer may see. `words` are looked for in title, number, issuer and arrival number; an unknown
    sort or state is taken as none."""
    found = _holding(scope.visible(viewer), "folded_head", fold(words).split())
    if state in Directive.State.values:
        found = found.filter(state=state)
    total = found.count()
    pages = max(1, -(-total // size))
    page = min(max(1, page), pages)
    order = SORTS.get(sort, SORTS[DEFAULT_SORT])
    rows = list(found.order_by(*order).select_related("agency").defer(*_LONG)[(page - 1) * size : page * size])
    counts = _counts(rows)
    return DirectivePage(tuple(_row(row, *counts.get(row.pk, (0, 0))) for row in rows), total, page, pages)


def search(viewer: Viewer, words: str, limit: int = 20) -> tuple[Hit, ...]:
    """Directives that hold every word, with or without marks, in their head or their text; newest first, those that
    hold them in the head before the others."""
    wanted = fold(words).split()
    if not wanted:
        return ()
    by_head = _holding(scope.visible(viewer), "folded_head", wanted).order_by("-id")
    found = list(by_head.defer("folded")[:limit])
    if len(found) < limit:
        rest = _holding(scope.visible(viewer), "folded", wanted).exclude(pk__in=[d.pk for d in found])
        found += rest.order_by("-id").defer("folded")[: limit - len(found)]
    return tuple(_hit(directive, wanted) for directive in found)


def _holding(found: QuerySet[Directive], column: str, wanted: Iterable[str]) -> QuerySet[Directive]:
    """Rows whose folded column holds every word. A position search reads long texts several times faster than LIKE."""
    for order, word in enumerate(wanted):
        found = found.alias(**{f"at_{order}": StrIndex(column, Value(word))}).filter(**{f"at_{order}__gt": 0})
    return found


def _counts(rows: list[Directive]) -> dict[int, tuple[int, int]]:
    counted = (
        Duty.objects.filter(directive__in=rows, deleted=False)
        .order_by()
        .values("directive")
        .annotate(every=Count("pk"), unsure=Count("pk", filter=Q(doubts_settled=False) & ~Q(doubts=[])))
    )
    return {row["directive"]: (row["every"], row["unsure"]) for row in counted}


def _row(directive: Directive, duties: int, in_doubt: int) -> DirectiveRow:
    return DirectiveRow(
        head=convert.head(directive),
        confirmed=directive.state == Directive.State.CONFIRMED,
        duties=duties,
        in_doubt=in_doubt,
        agency_name=directive.agency.name,
    )


def _hit(directive: Directive, wanted: list[str]) -> Hit:
    line, excerpt = _best_line(directive.text, wanted)
    under = " · ".join(filter(None, (directive.issuer, directive.number)))
    return Hit("directive", directive.uuid, directive.title, under, excerpt, line)


def _best_line(text: str, wanted: list[str]) -> tuple[int, str]:
    """Number and words of the first line with all the words, else with any; long lines are shown from the word."""
    best = (0, "")
    for number, line in enumerate(text.split("\n"), 1):
        if not line or (best[0] and len(wanted) == 1):
            continue
        low = fold(line)
        held = sum(word in low for word in wanted)
        if held == len(wanted):
            return number, _cut(line, low, wanted[0])
        if held and not best[0]:
            word = next(w for w in wanted if w in low)
            best = (number, _cut(line, low, word))
    return best


def _cut(line: str, low: str, word: str) -> str:
    """A piece of a long line round the word; folding keeps words, so a count of words finds the place."""
    words = squash(line).split(" ")
    before = low[: low.find(word)].count(" ")
    first = max(0, before - 8)
    piece = " ".join(words[first:])
    shown = piece if len(piece) <= _EXCERPT else piece[:_EXCERPT].rsplit(" ", 1)[0] + " …"
    return ("… " if first else "") + shown
