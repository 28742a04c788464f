"""The table of `domain.access` as conditions on rows: what a viewer may not see is never read."""

from django.db.models import Q

from haidang.apps.people.models import Agency
from haidang.domain.access.deciding import speaking
from haidang.domain.access.relation import Near, Seat, Tie, parent
from haidang.domain.access.sensitivity import RANK, Sensitivity, Verdict
from haidang.domain.access.viewer import Viewer

# Matches no row.
_NONE = Q(pk__in=())


def reached(
    viewer: Viewer,
    agency: str,
    *,
    tie: Tie = Tie.OWNER,
    sensitivity: Sensitivity = Sensitivity.INTERNAL,
    at_least: Verdict = Verdict.SHOWN,
) -> Q:
    """Rows whose fields of this class the viewer gets, as far as the agency under the lookup `agency` gives them.

    A row that names several bodies is reached by any of them: join the conditions with `|`. The rows themselves have
    to be of the viewer's province (or to be cut to it by the caller, as every big table is).
    """
    near = frozenset[Near]().union(
        *(
            rule.near
            for rule in speaking(viewer, sensitivity)
            if tie in rule.ties and RANK[rule.gives] >= RANK[at_least]
        )
    )
    return within(viewer, agency, near)


def seat(agency: Agency) -> Seat:
    """Where an agency stands, for asking the table in Python; its `unit` should be loaded."""
    return Seat(agency.pk, agency.unit.path, agency.province_id)


def within(viewer: Viewer, agency: str, near: frozenset[Near]) -> Q:
    """Rows whose agency stands this near to the viewer's; distances between units, as `relation.nearness` has them."""
    path, here = f"{agency}__unit__path", viewer.unit_path
    if {Near.UNIT, Near.BELOW} <= near:
        # Not a range: how a database sorts "/" and what follows the last path depends on its language.
        found = Q(**{f"{path}__startswith": here})
        found = found if Near.AGENCY in near else found & ~Q(**{agency: viewer.agency_id})
    else:
        found = Q(**{agency: viewer.agency_id}) if Near.AGENCY in near else _NONE
        if Near.UNIT in near:
            found |= Q(**{path: here}) & ~Q(**{agency: viewer.agency_id})
        if Near.BELOW in near:
            found |= Q(**{f"{path}__startswith": here}) & ~Q(**{path: here})
    above = [here[: at + 1] for at, mark in enumerate(here[:-1]) if mark == "/"]
    beside = Q(**{f"{path}__regex": f"^{parent(here)}[0-9]+/$"}) & ~Q(**{path: here})
    if Near.ABOVE in near:
        found |= Q(**{f"{path}__in": above})
    if Near.SIBLING in near:
        found |= beside
    if Near.PROVINCE in near:
        rest = ~Q(**{f"{path}__startswith": here}) & ~Q(**{f"{path}__in": above}) & ~beside
        found |= rest & Q(**{f"{agency}__province_id": viewer.province_id})
    return found
