"""Writing this app's tables; flows call these inside their transaction."""

from haidang.apps.directives.services.directives import (
    Arrival,
    add_duties,
    between,
    change,
    confirm,
    create_directive,
    digest_of,
    distribute,
    duties_of,
    find_duty,
    keep_edit,
    keep_layout,
    next_position,
    open_for_change,
    take_back,
)
from haidang.apps.directives.services.findings import decide, find_finding, keep_check

__all__ = [
    "Arrival",
    "add_duties",
    "between",
    "change",
    "confirm",
    "create_directive",
    "decide",
    "digest_of",
    "distribute",
    "duties_of",
    "find_duty",
    "find_finding",
    "keep_check",
    "keep_edit",
    "keep_layout",
    "next_position",
    "open_for_change",
    "take_back",
]
