"""What queries of reports say: the desk in two queries, who is late, and the two sums."""

import datetime as dt

import pytest
from django.core.management import call_command

from haidang.apps.people import services as people
from haidang.apps.people.queries import viewer_for
from haidang.apps.reports import queries, services
from haidang.apps.reports.models import Obligation, Report, Request
from haidang.domain.access.viewer import Viewer
from haidang.domain.terms.refusal import Refusal
from haidang.flows.consolidate_period import Chosen, Words, consolidate_period
from haidang.flows.correct_report import correct_report
from haidang.flows.review_report import review_report
from haidang.flows.sign_consolidation import sign_consolidation
from tests.factories.cast import NOW, TODAY, Cast
from tests.factories.reporting import Asked, asked, make_asked

__all__ = ["asked"]


def sums(asked: Asked, code: str) -> tuple[object, object, int]:
    page = queries.request_page(asked.cast["standing"], asked.request.uuid, today=TODAY)
    row = next(row for row in page.sums if row.indicator.code == code)
    return row.sent.value, row.accepted.value, row.counted


def test_sent_and_accepted_are_two_sums(asked: Asked):
    asked.accepted("focal", "Sở Y tế", sessions=4)
    asked.send("other_focal", "Sở Tư pháp", sessions=6)
    assert sums(asked, "sessions") == (10, 4, 1)


def test_a_correction_on_its_way_counts_as_sent_in_place_of_the_accepted_one(asked: Asked):
    first = asked.accepted("focal", "Sở Y tế", sessions=4)
    correct_report(actor=asked.cast["focal"], at=NOW, report_uuid=first.uuid, reason="Trùng")
    second = asked.send("focal", "Sở Y tế", sessions=3)
    assert sums(asked, "sessions") == (3, 4, 1)
    review_report(actor=asked.second, at=NOW, report_uuid=second.uuid, accepted=True)
    assert sums(asked, "sessions") == (3, 3, 1)


def test_a_return_leaves_both_sums(asked: Asked):
    sent = asked.send("focal", "Sở Y tế", sessions=4)
    review_report(actor=asked.second, at=NOW, report_uuid=sent.uuid, accepted=False, note="Sai kỳ")
    assert sums(asked, "sessions") == (None, None, 0)


def test_the_desk_shows_what_is_due_late_and_returned_to_the_agency(cast: Cast):
    soon = make_asked(cast, due=TODAY + dt.timedelta(7))
    late = make_asked(cast, due=TODAY - dt.timedelta(1))
    far = make_asked(cast, due=TODAY + dt.timedelta(8))
    back = far.send("focal", "Sở Y tế", sessions=1)
    review_report(actor=far.second, at=NOW, report_uuid=back.uuid, accepted=False, note="Bổ sung")
    desk = queries.desk(cast["focal"], TODAY)
    assert [row.request_uuid for row in desk.soon] == [soon.request.uuid]
    assert [row.request_uuid for row in desk.late] == [late.request.uuid]
    assert [row.request_uuid for row in desk.returned] == [far.request.uuid]


def test_what_was_sent_is_neither_late_nor_due(cast: Cast):
    late = make_asked(cast, due=TODAY - dt.timedelta(1))
    late.send("focal", "Sở Y tế", sessions=1)
    assert queries.desk(cast["focal"], TODAY) == queries.ReportsDesk()


def test_a_courtesy_body_is_never_late(cast: Cast):
    late = make_asked(cast, due=TODAY - dt.timedelta(30))
    page = queries.request_page(cast["standing"], late.request.uuid, today=TODAY)
    lateness = {row.agency_name: row.late for row in page.rows.rows}
    assert lateness["Tòa án nhân dân tỉnh"] is False
    assert lateness["Sở Y tế"] is True


def test_without_a_set_day_nobody_is_late(cast: Cast):
    page = queries.request_page(cast["standing"], make_asked(cast, due=None).request.uuid, today=dt.date(2030, 1, 1))
    assert not any(row.late for row in page.rows.rows)


def test_the_desk_of_a_reviewer_leaves_out_what_that_person_sent(asked: Asked):
    asked.send("standing", "Công an tỉnh", sessions=1)
    asked.send("focal", "Sở Y tế", sessions=1)
    mine, others = queries.desk(asked.cast["standing"], TODAY), queries.desk(asked.second, TODAY)
    assert mine.to_review[0].waiting == 1
    assert others.to_review[0].waiting == 2
    assert (mine.nearest.owed, mine.nearest.sent, mine.nearest.accepted) == (5, 2, 0)


def test_a_consolidated_report_waits_for_its_leader_then_for_the_clerk(asked: Asked):
    asked.accepted("focal", "Sở Y tế", sessions=1)
    made = consolidate_period(
        actor=asked.cast["standing"],
        at=NOW,
        today=TODAY,
        request_uuid=asked.request.uuid,
        chosen=Chosen(Words(), asked.cast.agencies["Công an tỉnh"].uuid, "BC-CAT"),
    )

    def waiting(who: str) -> list[str]:
        return [row.needs for row in queries.desk(asked.cast[who], TODAY).consolidations]

    assert (waiting("police_leader"), waiting("leader"), waiting("clerk")) == (["signature"], [], [])
    sign_consolidation(actor=asked.cast["police_leader"], at=NOW, consolidation_uuid=made)
    assert (waiting("police_leader"), waiting("clerk")) == ([], ["number"])


@pytest.mark.parametrize("many", [1, 25])
def test_the_desk_takes_two_queries_however_much_there_is(cast: Cast, django_assert_max_num_queries, many: int):
    for _ in range(many):
        make_asked(cast, due=TODAY).send("focal", "Sở Y tế", sessions=1)
    for who in ("standing", "focal", "commune", "clerk", "police_leader", "inspector", "stranger"):
        with django_assert_max_num_queries(2):
            queries.desk(cast[who], TODAY)


def test_a_stranger_sees_nothing(asked: Asked):
    asked.send("focal", "Sở Y tế", sessions=1)
    assert queries.desk(asked.cast["stranger"], TODAY) == queries.ReportsDesk()
    with pytest.raises(Refusal) as refused:
        queries.request_page(asked.cast["stranger"], asked.request.uuid, today=TODAY)
    assert refused.value.code == "not_found"


def test_a_commune_leader_sees_the_commune_and_not_the_province(asked: Asked):
    viewer = _commune_leader(asked)
    page = queries.request_page(viewer, asked.request.uuid, today=TODAY)
    assert [row.agency_name for row in page.rows.rows] == ["UBND xã Bãi Ngang"]
    assert (page.whole, page.sums, page.owed) == (False, (), 0)


def test_a_request_is_owed_by_nobody_before_its_plan_is_issued(asked: Asked):
    proposed = services.propose_request(
        plan_uuid=asked.plan.uuid,
        item_uuid=None,
        title="Báo cáo quý II",
        collector_id=asked.request.collector_id,
        province_id=asked.request.province_id,
    )
    agency = asked.cast.agencies["Sở Y tế"].pk
    for _ in range(2):
        services.propose_obligations(proposed, [(agency, None)])
    assert Obligation.objects.filter(request=proposed).count() == 1
    assert queries.owed(asked.cast["focal"], today=TODAY, state="any").total == 1
    assert services.open_requests(asked.plan.uuid, NOW) == 1
    assert queries.owed(asked.cast["focal"], today=TODAY, state="any").total == 2
    assert services.open_requests(asked.plan.uuid, NOW) == 0


def test_an_unknown_form_is_refused_when_a_report_is_asked_for(asked: Asked):
    with pytest.raises(Refusal) as refused:
        services.propose_request(
            plan_uuid=asked.plan.uuid, item_uuid=None, title="?", collector_id=1, province_id=1, form="nonsense"
        )
    assert refused.value.code == "form.unknown"
    assert Request.objects.count() == 1


def test_a_correction_accepted_after_the_day_does_not_make_the_report_late(asked: Asked):
    first = asked.accepted("focal", "Sở Y tế", sessions=4)
    correct_report(actor=asked.cast["focal"], at=NOW, report_uuid=first.uuid, reason="Trùng")
    asked.accepted("focal", "Sở Y tế", sessions=3)
    Report.objects.filter(number=2).update(submitted_at=NOW + dt.timedelta(60))
    row = queries.obligation(asked.cast["focal"], asked.obligations["Sở Y tế"].uuid, today=TODAY)
    assert (row.received_on, row.received_late) == (NOW.date(), False)


@pytest.mark.django_db
def test_the_tables_are_as_the_models_say():
    call_command("makemigrations", "reports", check=True, dry_run=True, verbosity=0)


def _commune_leader(asked: Asked) -> Viewer:
    post = people.create_post(agency=asked.cast.agencies["UBND xã Bãi Ngang"], title="Chủ tịch", roles=["leader"])
    user = people.create_account(
        username="xa.leader", full_name="Phan Văn Xã", password="", post=post, since=dt.date(2025, 7, 1)
    )
    viewer = viewer_for(user, TODAY)
    assert viewer is not None
    return viewer
