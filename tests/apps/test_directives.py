"""Who may see which directive, and what lists, search and other apps are given."""

import pytest
from django.db import connection

from haidang.apps.directives import queries, services
from haidang.apps.directives.models import Directive
from haidang.domain.terms.refusal import Refusal
from haidang.flows.confirm_duties import confirm_duties
from tests.factories.cast import NOW, Cast
from tests.factories.directives import TEXT, register, seen

UNSENT = {"standing": True, "clerk": True, "leader": True, "police_leader": True, "inspector": True}


def sees(cast: Cast, who: str, uuid) -> bool:
    try:
        queries.view(cast[who], uuid)
    except Refusal as refusal:
        return refusal.code != "not_found"
    return True


def test_a_directive_is_seen_by_its_agency_and_by_those_who_look_after_the_unit(cast: Cast) -> None:
    uuid = register(cast)
    everyone = (*cast.viewers,)
    assert {who for who in everyone if sees(cast, who, uuid)} == set(UNSENT)
    for who in everyone:
        assert bool(queries.page(cast[who]).total) is (who in UNSENT)
        assert bool(queries.search(cast[who], "ben ca")) is (who in UNSENT)


def test_an_agency_that_was_sent_a_directive_may_read_it_and_not_change_it(cast: Cast) -> None:
    uuid = register(cast)
    services.distribute(Directive.objects.get(uuid=uuid), [cast["commune"].agency_id, cast["commune"].agency_id])
    services.distribute(Directive.objects.get(uuid=uuid), [cast["commune"].agency_id])
    view = seen(cast, uuid, "commune")
    assert (view.editable, view.adds, view.can_undo) == (False, False, False)
    assert not sees(cast, "focal", uuid)
    assert queries.page(cast["commune"]).total == 1


def test_a_duty_leads_to_its_source_line_for_whoever_may_see_it(cast: Cast) -> None:
    uuid = register(cast)
    duty = seen(cast, uuid).duties[1]
    line = queries.source_line(cast["standing"], duty.uuid)
    assert (line.directive_uuid, line.line, line.excerpt) == (uuid, duty.line, duty.text)
    with pytest.raises(Refusal, match="not_found"):
        queries.source_line(cast["focal"], duty.uuid)
    assert queries.source_lines(cast["focal"], [duty.uuid]) == {}


def test_a_plan_gets_the_duties_only_after_a_person_confirmed_them(cast: Cast) -> None:
    uuid = register(cast)
    with pytest.raises(Refusal, match="not_confirmed"):
        queries.confirmed(cast["standing"], uuid)
    confirm_duties(actor=cast["standing"], at=NOW, directive_uuid=uuid, revision=0, accept_doubts=True)
    given = queries.confirmed(cast["standing"], uuid)
    assert len(given.duties) == 6
    assert given.reports[0].due == "2026-11-15"
    assert (given.windows[0].start, given.windows[0].end) == ("2026-07-01", "2026-09-30")
    assert given.head.title.startswith("Phòng ngừa")
    with pytest.raises(Refusal, match="not_found"):
        queries.confirmed(cast["stranger"], uuid)


def test_words_are_found_with_and_without_marks_in_head_and_text(cast: Cast) -> None:
    uuid = register(cast)
    for words in ("bến cá", "BEN CA", "07/kh", "y tá ven biển", "mười  giuong"):
        hits = queries.search(cast["standing"], words)
        assert [hit.uuid for hit in hits] == [uuid], words
    assert queries.search(cast["standing"], "y ta ven bien")[0].line == 18
    assert queries.search(cast["standing"], "chim én") == ()
    assert queries.search(cast["standing"], "   ") == ()


def test_the_register_filters_sorts_counts_and_pages(cast: Cast) -> None:
    for n in range(7):
        register(cast, text=TEXT.replace("năm 2026\n", f"năm 2026 lần {n}\n"), arrival_number=str(100 + n))
    page = queries.page(cast["standing"], size=5, page=2)
    assert (len(page.rows), page.total, page.pages, page.page) == (2, 7, 2, 2)
    assert [row.head.arrival_number for row in page.rows] == ["101", "100"]
    assert (page.rows[0].duties, page.rows[0].in_doubt, page.rows[0].agency_name) == (6, 2, "Công an tỉnh")
    titles = [row.head.title for row in queries.page(cast["standing"], sort="title").rows]
    assert titles == sorted(titles)
    assert queries.page(cast["standing"], words="lan 103").total == 1
    assert queries.page(cast["standing"], state="confirmed").total == 0
    assert queries.page(cast["standing"], state="read", sort="nonsense", page=99).page == 1


@pytest.mark.parametrize("size", [2, 20])
def test_lists_cost_the_same_for_few_and_many(cast: Cast, size: int, django_assert_max_num_queries) -> None:
    for n in range(size):
        register(cast, text=TEXT + f"\n{n}")
    with django_assert_max_num_queries(3):
        queries.page(cast["standing"])
    with django_assert_max_num_queries(2):
        queries.search(cast["standing"], "bến cá")


def test_the_long_columns_stand_last_so_that_lists_need_not_read_past_them(db: None) -> None:
    with connection.cursor() as cursor:
        columns = [c.name for c in connection.introspection.get_table_description(cursor, "directives_directive")]
    assert columns[-2:] == ["text", "folded"]
