"""States of reports in words and colours, and the four emptinesses."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from haidang.domain.indicators.amounts import Emptiness

Word = tuple[str | Promise, str]

REPORT: dict[str, Word] = {
    "none": (_("not reported"), "quiet"),
    "draft": (_("being written"), "info"),
    "submitted": (_("sent, waits for acceptance"), "wait"),
    "accepted": (_("accepted"), "done"),
    "returned": (_("returned"), "soon"),
    "superseded": (_("replaced by a later version"), "quiet"),
}

REPORTER: dict[str, Word] = {
    "accepted": (_("reported, accepted"), "done"),
    "nil": (_("reported that nothing arose"), "done"),
    "not_ours": (_("reported that it is not its task"), "done"),
    "awaiting": (_("sent, not accepted: not counted"), "wait"),
    "missing": (_("not reported"), "quiet"),
}

CONSOLIDATION: dict[str, Word] = {
    "frozen": (_("waits for signature"), "wait"),
    "signed": (_("signed, waits for its number"), "wait"),
    "issued": (_("issued"), "done"),
}

EMPTY: dict[Emptiness, str | Promise] = {
    Emptiness.NIL: _("nothing arose"),
    Emptiness.NOT_OURS: _("not its task"),
    Emptiness.MISSING: _("not reported"),
}
