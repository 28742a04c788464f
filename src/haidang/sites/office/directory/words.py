"""Kinds of agencies and roles of posts in words."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from haidang.domain.access.viewer import Role

KINDS: dict[str, str | Promise] = {
    "committee": _("People's Committee"),
    "office": _("office of the People's Committee"),
    "department": _("department"),
    "police": _("police"),
    "military": _("military, border guard"),
    "judiciary": _("court, procuracy"),
    "association": _("Front, association"),
    "media": _("press, broadcaster"),
    "service": _("public service unit"),
    "enterprise": _("enterprise"),
}

ROLES: dict[Role, str | Promise] = {
    Role.STANDING: _("standing agency's officer"),
    Role.LEADER: _("leader"),
    Role.CLERK: _("records clerk"),
    Role.FOCAL: _("focal point"),
    Role.INSPECTOR: _("inspector"),
    Role.ADMIN: _("administrator"),
}
