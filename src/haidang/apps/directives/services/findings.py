"""Writing what a check found and what a person decided about it."""

import hashlib
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from haidang.apps.directives import scope
from haidang.apps.directives.models import Check, Directive, Finding
from haidang.apps.people.models import User
from haidang.domain.access.viewer import Viewer
from haidang.domain.checks.findings import Checked
from haidang.domain.checks.findings import Finding as Found
from haidang.domain.terms.refusal import Refusal
from haidang.domain.terms.text import squash

_COLUMNS = (
    "stands", "number", "rulebook", "rule", "kind", "severity", "line", "start", "end", "found", "expected", "message",
    "source", "unconfirmed",
)  # fmt: skip


def keep_check(directive: Directive, checked: Checked, *, viewer: Viewer, at: datetime) -> Check:
    """Keep one run of the rules: a finding known before keeps its decision, one no longer found stands down."""
    known = {finding.mark: finding for finding in directive.findings.all()}
    fresh, again = [], []
    for mark, columns in _rows(directive.text, checked):
        finding = known.pop(mark, None)
        if finding is None:
            fresh.append(Finding(directive=directive, province_id=directive.province_id, mark=mark, **columns))
            continue
        for name, value in columns.items():
            setattr(finding, name, value)
        again.append(finding)
    Finding.objects.bulk_create(fresh, batch_size=500)
    Finding.objects.bulk_update(again, _COLUMNS, batch_size=200)
    directive.findings.filter(pk__in=[finding.pk for finding in known.values()]).update(stands=False)
    return Check.objects.create(
        directive=directive,
        province_id=directive.province_id,
        rulebook=checked.rulebook,
        outcomes={code: outcome.value for code, outcome in checked.outcomes.items()},
        checked_by=User.objects.get(uuid=viewer.user_uuid),
        checked_at=at,
    )


def find_finding(viewer: Viewer, directive_uuid: UUID, uuid: UUID) -> Finding:
    """A finding that stands, for an officer who may decide about it; raises Refusal `not_found`, `not_allowed`."""
    directive = scope.find(viewer, directive_uuid)
    if not scope.works_on(viewer, directive):
        raise Refusal("not_allowed")
    found = directive.findings.filter(uuid=uuid, stands=True).first()
    if found is None:
        raise Refusal("not_found")
    return found


def decide(finding: Finding, *, state: Finding.State, reason: str, viewer: Viewer, at: datetime) -> None:
    """Write a person's decision; an open finding bears nobody's name."""
    decided = state != Finding.State.OPEN
    finding.state = state
    finding.reason = reason
    finding.decided_by = User.objects.get(uuid=viewer.user_uuid) if decided else None
    finding.decided_at = at if decided else None
    finding.save(update_fields=["state", "reason", "decided_by", "decided_at"])


def _rows(text: str, checked: Checked) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each finding's mark and columns. What tells findings apart is the rule, the words found and the line they stand
    in; of equal ones in equal lines, which in order: numbers of lines and rulebooks may change."""
    lines = text.split("\n")
    seen: Counter[str] = Counter()
    for number, found in enumerate(checked.findings, 1):
        line = squash(lines[found.line - 1]) if found.line is not None else ""
        same = "\n".join((found.rule, found.found, line))
        seen[same] += 1
        yield hashlib.sha256(f"{same}\n{seen[same]}".encode()).hexdigest(), _columns(found, number, checked.rulebook)


def _columns(found: Found, number: int, rulebook: str) -> dict[str, Any]:
    return {
        "stands": True,
        "number": number,
        "rulebook": rulebook,
        "rule": found.rule,
        "kind": found.kind.value,
        "severity": found.severity.value,
        "line": found.line,
        "start": found.start,
        "end": found.end,
        "found": found.found,
        "expected": found.expected,
        "message": found.message,
        "source": found.source,
        "unconfirmed": found.unconfirmed,
    }
