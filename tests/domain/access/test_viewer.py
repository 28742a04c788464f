"""What a post allows."""

from uuid import uuid4

import pytest

from haidang.domain.access.viewer import Act, Role, Viewer, may, require
from haidang.domain.terms.refusal import Refusal


def viewer(*roles: Role) -> Viewer:
    return Viewer(uuid4(), "Người Thử", uuid4(), 1, "Sở Thử", "1/", 1, frozenset(roles), uuid4(), "Chuyên viên")


def test_every_act_is_allowed_to_somebody_and_refused_to_a_post_without_roles():
    for act in Act:
        assert any(may(viewer(role), act) for role in Role)
        assert not may(viewer(), act)


def test_an_inspector_reads_the_whole_unit_and_writes_nothing():
    inspector = viewer(Role.INSPECTOR)
    assert inspector.oversees
    assert not inspector.writes
    assert {act for act in Act if may(inspector, act)} == {Act.READ_LEDGER}


def test_a_focal_point_neither_oversees_nor_accepts_reports():
    focal = viewer(Role.FOCAL)
    assert not focal.oversees
    with pytest.raises(Refusal) as refused:
        require(focal, Act.REVIEW_REPORT)
    assert refused.value.code == "not_allowed"


def test_an_inspector_who_holds_a_second_post_may_write_through_that_post():
    assert viewer(Role.INSPECTOR, Role.FOCAL).writes
