"""How much harm a field can do in the wrong hands, and what for it may be opened."""

from enum import StrEnum


class Sensitivity(StrEnum):
    """Classes of fields, from harmless to what can cost a life (NĐ 356/2025, Điều 4 asks for such classes)."""

    OPEN = "open"  # the directory of agencies, published figures
    INTERNAL = "internal"  # plans, tasks, reports: the work of agencies
    PERSONAL = "personal"  # how an officer, a witness or a relative is reached
    VICTIM_IDENTITY = "victim_identity"  # who a victim is, where a victim stays
    SEALED = "sealed"  # who gave a tip, protected witnesses: nobody in the ordinary course of work


class Purpose(StrEnum):
    """What a masked field is opened for. It is asked each time and noted before anything is answered."""

    CONTACT = "contact"  # to reach the officer about a task
    SUPERVISE = "supervise"  # to direct and to chase
    INSPECT = "inspect"  # an inspection that was ordered
    ADMINISTER = "administer"  # to invite, to give access again
    SUPPORT = "support"  # to support a victim
    VERIFY = "verify"  # to verify and identify a victim
    EMERGENCY = "emergency"  # life or health in danger: only with a second person


class Verdict(StrEnum):
    """What a viewer gets of a field. Hidden looks like missing; masked says only that something is there."""

    HIDDEN = "hidden"
    MASKED = "masked"
    SHOWN = "shown"


RANK = {Verdict.HIDDEN: 0, Verdict.MASKED: 1, Verdict.SHOWN: 2}
