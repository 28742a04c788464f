"""The words of every refusal: code → what happened and what to do; one block per subject, codes from below."""

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from haidang.domain.terms.refusal import Refusal

# These two are answered with the page for what is not there, whoever asks: they never need words of their own.
HIDDEN = frozenset({"not_found", "not_allowed"})

WORDS: dict[str, str | Promise] = {
    # terms
    "date.unreadable": _("This day cannot be read. Write it as 16/3/2026."),
    "date.impossible": _("There is no such day in the calendar. Write it as 16/3/2026."),
    "number.unreadable": _("This number cannot be read. Write it as 1.234,5."),
    "text.control_characters": _("The text holds invisible control characters. Paste it again as plain text."),
    # files
    "file.empty": _("The file is empty. Choose a file that has text in it."),
    "file.binary": _("This is not a text file. Save the document as .txt (UTF-8), or paste its text."),
    "file.too_large": _("The file is too large. The limit is %(limit)s MB."),
    "file.encoding": _("The file's letters cannot be read. Save it as .txt in UTF-8, or paste its text."),
    "format.unknown": _("This kind of file (%(kind)s) is not supported."),
}


def words(refusal: Refusal) -> str:
    """The message of a refusal, its placeholders filled; a code without words says at least which rule it was."""
    message = WORDS.get(refusal.code)
    if message is None:
        return gettext("This cannot be done (%(code)s).") % {"code": refusal.code}
    return str(message) % refusal.values_by_name
