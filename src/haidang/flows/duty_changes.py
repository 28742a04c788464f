"""How every correction of a directive's duties runs: right, revision, snapshot for undoing, ledger."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from haidang.apps.directives import convert, services
from haidang.apps.directives.models import Directive, Duty
from haidang.domain.access.viewer import Act, Viewer, require
from haidang.flows.acting import Done, perform

Before = dict[str, dict[str, Any] | None]


@dataclass(frozen=True, slots=True)
class Correction:
    """The duty a correction was about, and the state before it."""

    duty_uuid: UUID
    before: Before


def before(duties: Iterable[Duty], made: Iterable[Duty] = ()) -> Before:
    """Snapshots of duties about to change; duties that are being made had no state before."""
    return {**{str(d.uuid): convert.snapshot(d) for d in duties}, **{str(d.uuid): None for d in made}}


def correct(
    *,
    actor: Viewer,
    act: str,
    at: datetime,
    directive_uuid: UUID,
    revision: int,
    key: str | None,
    work: Callable[[Directive], Correction],
    after_confirmation: bool = False,
) -> UUID:
    """Run one correction on the directive as the person saw it (`revision`); the uuid of the duty it was about.

    Refuses `not_found`, `not_allowed`, `directive.confirmed`, `directive.changed_meanwhile`.
    """
    require(actor, Act.EDIT_DUTIES)

    def run() -> Done:
        directive = services.open_for_change(actor, directive_uuid, revision, after_confirmation=after_confirmation)
        done = work(directive)
        services.keep_edit(directive, act=act, before=done.before, viewer=actor, at=at)
        return Done("duty", done.duty_uuid, {"directive": directive.uuid, "revision": directive.revision})

    return perform(actor=actor, act=act, at=at, work=run, key=key)
