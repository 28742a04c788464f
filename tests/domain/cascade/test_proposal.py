from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from haidang.domain.cascade.proposal import GivenDuty, Party, propose
from haidang.domain.units.naming import Body


def body(number: int, name: str, kind: str = "department", level: str = "province") -> Body:
    return Body(UUID(int=number), name, (), kind, level, own_unit=level == "province")


POLICE = body(1, "Công an tỉnh", "police")
HEALTH = body(2, "Sở Y tế")
JUSTICE = body(3, "Sở Tư pháp")
EAST = body(11, "UBND xã Bãi Ngang", "committee", "commune")
WEST = body(12, "UBND xã Hòn Trà", "committee", "commune")
BODIES = (POLICE, HEALTH, JUSTICE, EAST, WEST)
DUTY = UUID(int=100)


def duty(leads: list[str], supports: list[str] | None = None) -> GivenDuty:
    return GivenDuty(DUTY, tuple(Party(n) for n in leads), tuple(Party(n) for n in supports or []))


def test_a_duty_with_two_leads_becomes_two_tasks() -> None:
    proposal = propose([duty(["Sở Y tế", "Sở Tư pháp"])], BODIES)
    assert [task.lead for task in proposal.tasks] == [HEALTH.uuid, JUSTICE.uuid]


def test_a_collective_expands_to_its_members_and_keeps_its_written_name() -> None:
    proposal = propose([duty(["UBND các xã, phường"])], BODIES)
    assert {task.lead for task in proposal.tasks} == {EAST.uuid, WEST.uuid}
    assert {task.written for task in proposal.tasks} == {"UBND các xã, phường"}


def test_a_lead_never_also_cooperates() -> None:
    proposal = propose([duty(["Sở Y tế", "Sở Tư pháp"], ["Sở Tư pháp", "Công an tỉnh"])], BODIES)
    assert all(task.cooperating == (POLICE.uuid,) for task in proposal.tasks)


def test_an_agency_named_twice_gets_one_task_under_the_first_name() -> None:
    proposal = propose([duty(["UBND xã Hòn Trà", "UBND các xã, phường"])], BODIES)
    assert [task.lead for task in proposal.tasks].count(WEST.uuid) == 1
    assert proposal.tasks[0].written == "UBND xã Hòn Trà"


def test_a_duty_without_a_lead_is_unowned_even_with_helpers() -> None:
    proposal = propose([duty([], ["Sở Y tế"])], BODIES)
    assert proposal.tasks == ()
    assert proposal.unowned == (DUTY,)


def test_a_name_nobody_knows_is_listed_and_never_guessed() -> None:
    proposal = propose([duty(["Hội Người đi biển"])], BODIES)
    assert proposal.unowned == (DUTY,)
    assert [name.written for name in proposal.unknown] == ["Hội Người đi biển"]


def test_what_a_person_chose_goes_before_what_the_directory_says() -> None:
    chosen = GivenDuty(DUTY, (Party("Sở Y tế", (JUSTICE.uuid,)),))
    assert [task.lead for task in propose([chosen], BODIES).tasks] == [JUSTICE.uuid]


def test_an_agency_out_of_force_gets_nothing() -> None:
    gone = GivenDuty(DUTY, (Party("Sở Ngoại vụ", (UUID(int=77),)),))
    assert propose([gone], BODIES).unowned == (DUTY,)


PARTIES = st.lists(
    st.builds(Party, st.just("?"), st.lists(st.sampled_from([b.uuid for b in BODIES]), min_size=1).map(tuple)),
    max_size=4,
).map(tuple)


@given(st.lists(st.builds(GivenDuty, st.uuids(), PARTIES, PARTIES), max_size=6, unique_by=lambda d: d.key))
def test_every_duty_is_owned_or_listed_and_nobody_stands_twice(duties: list[GivenDuty]) -> None:
    proposal = propose(duties, BODIES)
    owned = {task.duty for task in proposal.tasks}
    assert owned | set(proposal.unowned) == {duty.key for duty in duties}
    assert owned.isdisjoint(proposal.unowned)
    pairs = [(task.duty, task.lead) for task in proposal.tasks]
    assert len(pairs) == len(set(pairs))
    for task in proposal.tasks:
        leads = {other.lead for other in proposal.tasks if other.duty == task.duty}
        assert leads.isdisjoint(task.cooperating)
        assert len(task.cooperating) == len(set(task.cooperating))
