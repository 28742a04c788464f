"""The table of fields, asked for one viewer and one record."""

from uuid import UUID, uuid4

import pytest

from haidang.domain.access.deciding import decide, opens, rules
from haidang.domain.access.relation import Near, Seat, Tie, Ties, nearness, parent
from haidang.domain.access.sensitivity import Purpose, Sensitivity, Verdict
from haidang.domain.access.viewer import Role, Viewer

ME = UUID(int=7)


def viewer(*roles: Role, path: str = "1/2/", agency: int = 20, province: int = 1) -> Viewer:
    return Viewer(ME, "x", uuid4(), agency, "x", path, province, frozenset(roles), uuid4(), "x")


@pytest.mark.parametrize(
    ("agency", "path", "province", "near"),
    [
        (20, "1/2/", 1, Near.AGENCY),
        (21, "1/2/", 1, Near.UNIT),
        (30, "1/2/3/", 1, Near.BELOW),
        (10, "1/", 1, Near.ABOVE),
        (40, "1/22/", 1, Near.SIBLING),
        (50, "1/22/5/", 1, Near.PROVINCE),
        (60, "9/", 9, Near.STRANGER),
        (20, "1/2/", 9, Near.STRANGER),
    ],
)
def test_how_far_a_body_is_from_the_viewer(agency: int, path: str, province: int, near: Near) -> None:
    assert nearness(viewer(Role.FOCAL), Seat(agency, path, province)) is near


def test_the_unit_above_the_topmost_is_none() -> None:
    assert (parent("1/2/3/"), parent("1/2/"), parent("1/")) == ("1/2/", "1/", "")


def of(agency: int, path: str, tie: Tie = Tie.OWNER, creator: UUID | None = None) -> Ties:
    return Ties(((tie, Seat(agency, path, 1)),), creator)


def test_what_no_rule_gives_is_hidden() -> None:
    for sensitivity in Sensitivity:
        for role in Role:
            decision = decide(viewer(role), Ties(((Tie.OWNER, Seat(60, "9/", 9)),)), sensitivity)
            assert decision.verdict is Verdict.HIDDEN
            assert not decision.alone | decision.together


def test_an_officer_reaches_a_colleague_for_work_and_for_nothing_else() -> None:
    decision = decide(viewer(Role.FOCAL), of(20, "1/2/"), Sensitivity.PERSONAL)
    assert decision.verdict is Verdict.MASKED
    assert opens(decision, Purpose.CONTACT)
    assert not any(opens(decision, purpose, agreed=True) for purpose in Purpose if purpose is not Purpose.CONTACT)
    assert not opens(decision, None)


def test_one_s_own_is_shown_without_a_purpose() -> None:
    decision = decide(viewer(Role.INSPECTOR), of(60, "1/22/", creator=ME), Sensitivity.PERSONAL)
    assert opens(decision, None)


def test_an_emergency_opens_only_what_a_second_person_agreed_to() -> None:
    decision = decide(viewer(Role.FOCAL), of(40, "1/22/"), Sensitivity.PERSONAL)
    assert decision.verdict is Verdict.MASKED
    assert not opens(decision, Purpose.EMERGENCY)
    assert opens(decision, Purpose.EMERGENCY, agreed=True)


def test_the_administrator_sees_no_plan_of_another_agency_and_no_victim() -> None:
    for sensitivity in (Sensitivity.INTERNAL, Sensitivity.VICTIM_IDENTITY, Sensitivity.SEALED):
        for tie in Tie:
            assert decide(viewer(Role.ADMIN), of(21, "1/2/", tie), sensitivity).verdict is Verdict.HIDDEN


def test_who_a_victim_is_is_never_shown_unasked() -> None:
    assert not [
        rule.id
        for rule in rules()
        if rule.sensitivity in (Sensitivity.VICTIM_IDENTITY, Sensitivity.SEALED) and rule.gives is Verdict.SHOWN
    ]


def test_every_rule_has_its_own_name_and_a_masked_field_a_way_to_open_it() -> None:
    names = [rule.id for rule in rules()]
    assert len(set(names)) == len(names)
    assert not [rule.id for rule in rules() if (rule.gives is Verdict.MASKED) != bool(rule.purposes)]


def test_a_second_person_is_asked_for_emergencies_and_an_emergency_always_asks_one() -> None:
    assert not [rule.id for rule in rules() if rule.second != (rule.purposes == {Purpose.EMERGENCY})]
    assert not [rule.id for rule in rules() if not rule.second and Purpose.EMERGENCY in rule.purposes]
