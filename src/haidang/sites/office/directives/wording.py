"""Doubts, kinds of documents and periods in words."""

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from haidang.domain.directives.reading import Doubt, Target
from haidang.domain.directives.wordlists import KIND_CODES
from haidang.domain.terms.numbers import format_number

DOUBTS: dict[str, str | Promise] = {
    # of a duty
    "lead.inherited": _("The lead was taken from the sentence that introduces the list. Is it right?"),
    "lead.unclear": _("Is “%(words)s” the name of one body?"),
    "two_duties?": _("One sentence, two duties? The second may be “%(words)s”."),
    "due.ambiguous": _("Several days are named (%(words)s). Which one is the due day?"),
    "due.differs": _("The merged duties named different days. The day of the first was kept."),
    "scan.unsure": _("Recognised from a picture, and not surely: “%(words)s”. Compare with the page."),
    "scan.compare": _("Read from a scan. Compare it with the page, then keep or correct it."),
    "report.no_date": _("A report is asked for, but no day is named."),
    "name.unknown": _("No agency in the directory is called “%(words)s”."),
    "name.similar": _("“%(words)s” was matched with a similar name. Is the agency right?"),
    "name.ambiguous": _("Several agencies may be meant by “%(words)s”. Choose one."),
    "name.vague": _("“%(words)s” does not say which agencies. Choose them."),
    "name.collective_part": _("“%(words)s” may mean only some of these agencies. Check them."),
    "name.other_level": _("“%(words)s” is of another level or no longer exists. Choose who does its work."),
    # of a report that is asked for
    "report.no_year": _("The day of the report has no year."),
    # of the document
    "no_duties": _("No duty was found. Add the duties by hand."),
    "unowned": _("%(words)s paragraphs look like duties but name nobody. Read them and add what is missing."),
    "date.blank": _("The day or month of the document is blank."),
    "kind.missing": _("The kind of document was not found."),
    "issuer.missing": _("The issuing body was not found."),
    "number.blank": _("The number of the document is blank."),
    "title.missing": _("The title was not found; the first line stands for it."),
    "signer.missing": _("The signer was not found."),
    "encoding.converted": _(
        "The text was written in an old font (%(words)s) and was converted. Compare it with the paper."
    ),
    "encoding.guessed": _(
        "The file does not say how its letters are written; it was read as %(words)s. Look for wrong letters."
    ),
    "encoding.damaged": _("Letters are damaged at %(words)s places and show as �. Compare them with the paper."),
}

PERIODS: dict[str, str | Promise] = {
    "Q1": _("first quarter"),
    "H1": _("first six months"),
    "Q3": _("nine months"),
    "Y": _("whole year"),
    "event": _("one-off"),
}

RELATIONS: dict[str, str | Promise] = {
    "ground": _("legal ground"),
    "implements": _("implemented here"),
    "replaces": _("replaced"),
    "amends": _("amended"),
}

ACTS: dict[str, str | Promise] = {
    "duty.edit": _("correcting a duty"),
    "duty.choose_agencies": _("choosing agencies"),
    "duty.settle": _("settling a doubt"),
    "duty.split": _("splitting a duty"),
    "duty.merge": _("merging duties"),
    "duty.delete": _("removing a duty"),
    "duty.restore": _("restoring a duty"),
    "duty.add": _("adding a duty"),
}

RHYTHMS: dict[str, str | Promise] = {
    "day": _("every day"),
    "week": _("every week"),
    "month": _("every month"),
    "quarter": _("every quarter"),
    "half": _("every six months"),
    "nine_months": _("nine months"),
    "year": _("every year"),
}

# Several names may share a code ("kế hoạch", "kế hoạch phối hợp"): the first is the kind's own.
_KIND_NAMES = {code: name for name, code in reversed(KIND_CODES.items())}


def doubt_words(doubts: Iterable[Doubt]) -> list[str]:
    """Doubts in plain words; an unknown code says at least which it is."""
    return [
        str(DOUBTS[doubt.code]) % {"words": doubt.words}
        if doubt.code in DOUBTS
        else gettext("Something is unsure here (%(code)s).") % {"code": doubt.code}
        for doubt in doubts
    ]


def kind_words(code: str) -> str:
    """The Vietnamese name of a kind of document, with a capital: "Kế hoạch"."""
    name = _KIND_NAMES.get(code, "")
    return name[:1].upper() + name[1:]


def target_words(target: Target) -> str:
    """A target's figure: ≥ 90%."""
    sign = {">=": "≥ ", "<=": "≤ ", "=": ""}.get(target.op, f"{target.op} ")
    unit = target.unit if target.unit == "%" else f" {target.unit}"
    return f"{sign}{format_number(target.value)}{unit}".strip()
