"""Acts and things of the ledger in words; an act without words is shown by its code."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

ACTS: dict[str, str | Promise] = {
    "account.sign_in": _("signed in"),
    "account.sign_out": _("signed out"),
}

KINDS: dict[str, str | Promise] = {
    "account": _("account"),
}
