"""Finding plans and tasks by words, with or without Vietnamese marks."""

from haidang.apps.plans import scope
from haidang.apps.plans.queries.tasks import issued_symbol
from haidang.apps.plans.rows import Hit
from haidang.domain.access.viewer import Viewer
from haidang.domain.terms.text import fold


def search(viewer: Viewer, words: str, limit: int = 20) -> tuple[Hit, ...]:
    """Plans, then tasks, that hold every word; at most `limit` of each, newest first."""
    wanted = fold(words).split()
    if not wanted:
        return ()
    plans = scope.plans(viewer).annotate(symbol=issued_symbol("pk"))
    tasks = scope.tasks(viewer).select_related("item", "lead", "plan").annotate(symbol=issued_symbol("plan"))
    for word in wanted:
        plans = plans.filter(folded__contains=word)
        tasks = tasks.filter(folded__contains=word)
    return (
        *(Hit("plan", p.uuid, p.title, getattr(p, "symbol", None) or "") for p in plans.order_by("-id")[:limit]),
        *(
            Hit("task", t.uuid, t.item.text, " · ".join(filter(None, (t.lead.name, getattr(t, "symbol", None)))))
            for t in tasks.order_by("-id")[:limit]
        ),
    )
