from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from haidang.domain.cascade.grouping import Given, grouped

A, B, C = (UUID(int=n) for n in (1, 2, 3))
NAMES = {A: "Sở A", B: "Xã B", C: "Xã C"}
COMMUNES = "UBND các xã, phường"


def members(written: str) -> frozenset[UUID]:
    return frozenset({B, C}) if written == COMMUNES else frozenset()


def test_lines_stand_under_their_lead_in_the_order_of_the_directory() -> None:
    groups = grouped([Given("second", ((B, ""),)), Given("first", ((A, ""),))], NAMES, members)
    assert [(group.name, group.lines) for group in groups] == [("Sở A", ("first",)), ("Xã B", ("second",))]


def test_a_whole_collective_prints_as_one_group() -> None:
    groups = grouped([Given("duty", ((B, COMMUNES), (C, COMMUNES)))], NAMES, members)
    assert [(group.name, group.agency) for group in groups] == [(COMMUNES, None)]


def test_a_collective_with_a_member_left_out_prints_its_members() -> None:
    groups = grouped([Given("duty", ((B, COMMUNES),))], NAMES, members)
    assert [group.name for group in groups] == ["Xã B"]


def test_a_joint_duty_stands_under_each_of_its_leads() -> None:
    groups = grouped([Given("duty", ((A, "Sở A"), (B, "Xã B")))], NAMES, members)
    assert [group.name for group in groups] == ["Sở A", "Xã B"]


LEADS = st.lists(
    st.tuples(st.sampled_from([A, B, C]), st.sampled_from(["", COMMUNES, "khác"])),
    unique_by=lambda pair: pair[0],
    max_size=3,
).map(tuple)


@given(st.lists(LEADS, max_size=5))
def test_every_lead_finds_every_line_it_leads(leads: list[tuple[tuple[UUID, str], ...]]) -> None:
    lines = [Given(number, pairs) for number, pairs in enumerate(leads)]
    groups = grouped(lines, NAMES, members)
    for line in lines:
        for agency, written in line.leads:
            holding = [g for g in groups if line.line in g.lines and (g.agency == agency or g.name == written)]
            assert holding, (line, groups)
