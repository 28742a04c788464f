"""The rule in Python and the rule in SQL give the same rows, for any tree of units and any viewer."""

from itertools import product
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from haidang.apps.people import services
from haidang.apps.people.models import Agency, Post, Unit
from haidang.apps.people.reach import reached, seat, within
from haidang.domain.access.deciding import decide
from haidang.domain.access.relation import Near, Tie, Ties, nearness
from haidang.domain.access.sensitivity import RANK, Sensitivity, Verdict
from haidang.domain.access.viewer import Role, Viewer

# Each unit names the one it lies in, by how far back it was made; 0 is a new province.
TREES = st.lists(st.integers(min_value=0, max_value=4), min_size=1, max_size=9)
PARTS = [tie for tie in Tie if tie is not Tie.CREATOR]
ROLES = st.frozensets(st.sampled_from(list(Role)), max_size=3)


def lay(tree: list[int]) -> list[Agency]:
    """Two agencies in each unit, each with a row that names it."""
    units: list[Unit] = []
    for place, back in enumerate(tree):
        above = units[-back] if back and back <= len(units) else None
        units.append(services.create_unit(name=f"đơn vị {place}", level="commune", parent=above))
    agencies = [
        services.create_agency(unit=unit, name=f"cơ quan {number}", kind="department")
        for unit in units
        for number in (1, 2)
    ]
    for agency in agencies:
        services.create_post(agency=agency, title="Cán bộ", roles=[])
    return agencies


def viewer_at(agency: Agency, roles: frozenset[Role]) -> Viewer:
    return Viewer(uuid4(), "x", agency.uuid, agency.pk, "x", agency.unit.path, agency.province_id, roles, uuid4(), "x")


@pytest.mark.django_db
@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(tree=TREES, roles=ROLES, at=st.integers(min_value=0))
def test_python_and_sql_agree_on_every_class_of_field_and_every_part(
    tree: list[int], roles: frozenset[Role], at: int
) -> None:
    agencies = lay(tree)
    viewer = viewer_at(agencies[at % len(agencies)], roles)
    known = [agency for agency in agencies if agency.province_id == viewer.province_id]
    for sensitivity, tie, least in product(Sensitivity, PARTS, (Verdict.MASKED, Verdict.SHOWN)):
        wanted = reached(viewer, "agency", tie=tie, sensitivity=sensitivity, at_least=least)
        by_sql = set(Post.objects.filter(wanted, agency__in=known).values_list("agency", flat=True))
        by_rule = {
            agency.pk
            for agency in known
            if RANK[decide(viewer, Ties(((tie, seat(agency)),)), sensitivity).verdict] >= RANK[least]
        }
        assert by_sql == by_rule, (sensitivity, tie, least)


@pytest.mark.django_db
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(tree=TREES, near=st.frozensets(st.sampled_from(list(Near))), at=st.integers(min_value=0))
def test_any_set_of_distances_means_the_same_in_python_and_in_sql(
    tree: list[int], near: frozenset[Near], at: int
) -> None:
    agencies = lay(tree)
    viewer = viewer_at(agencies[at % len(agencies)], frozenset())
    known = [agency for agency in agencies if agency.province_id == viewer.province_id]
    by_sql = set(Post.objects.filter(within(viewer, "agency", near), agency__in=known).values_list("agency", flat=True))
    assert by_sql == {agency.pk for agency in known if nearness(viewer, seat(agency)) in near}
