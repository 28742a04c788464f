"""Which rooms stand in the navigation, for whom, and in which one the person is."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from haidang.domain.access.viewer import Act, Viewer, may


@dataclass(frozen=True, slots=True)
class Room:
    """One entry of the navigation. `here` is "page" on the room's own address, "true" below it, else empty."""

    title: str | Promise
    address: str
    here: str


@dataclass(frozen=True, slots=True)
class Group:
    """Rooms under one heading; the first group has none."""

    title: str | Promise
    rooms: tuple[Room, ...]


@dataclass(frozen=True, slots=True)
class _Plan:
    title: str | Promise
    name: Callable[[Viewer], str]
    below: tuple[str, ...]
    open_to: Callable[[Viewer], bool]


def _everyone(viewer: Viewer) -> bool:
    return True


_MAIN = (
    _Plan(_("Desk"), lambda v: "office:desk", (), _everyone),
    _Plan(_("Documents"), lambda v: "office:directives", ("/van-ban/",), _everyone),
    _Plan(
        _("Plans and tasks"),
        # Whoever looks after a unit starts from its plans, a focal point from the tasks of the own agency.
        lambda v: "office:plans" if v.oversees else "office:tasks",
        ("/ke-hoach/", "/nhiem-vu/"),
        _everyone,
    ),
    _Plan(_("Reports"), lambda v: "office:reports", ("/bao-cao/",), _everyone),
    _Plan(_("Ledger"), lambda v: "office:ledger", ("/nhat-ky/",), lambda v: may(v, Act.READ_LEDGER)),
)
_ADMINISTRATION = (
    _Plan(_("Agencies"), lambda v: "office:directory", ("/don-vi/", "/can-bo/", "/yeu-cau-mo/"), _everyone),
    _Plan(_("Accounts"), lambda v: "office:accounts", ("/quan-tri/",), lambda v: may(v, Act.ADMINISTER)),
)


def rooms_for(viewer: Viewer, path: str) -> tuple[Group, ...]:
    """The rooms this person may open, with the one that `path` lies in marked."""
    return (
        Group("", _rooms(_MAIN, viewer, path)),
        Group(_("Administration"), _rooms(_ADMINISTRATION, viewer, path)),
    )


def _rooms(plans: tuple[_Plan, ...], viewer: Viewer, path: str) -> tuple[Room, ...]:
    return tuple(_room(plan, viewer, path) for plan in plans if plan.open_to(viewer))


def _room(plan: _Plan, viewer: Viewer, path: str) -> Room:
    address = reverse(plan.name(viewer))
    here = "page" if path == address else "true" if plan.below and path.startswith(plan.below) else ""
    return Room(plan.title, address, here)
