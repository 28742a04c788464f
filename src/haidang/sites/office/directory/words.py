"""Kinds of agencies in words."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

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
