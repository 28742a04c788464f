"""Every address there is, opened and posted to by those it is not for; a new address has to be named here."""

from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.urls import get_resolver, reverse
from django.urls.resolvers import URLPattern, URLResolver

from haidang.apps.directives.models import Directive
from haidang.apps.files.models import StoredFile
from haidang.apps.plans.models import PlanItem, PlanVersion
from haidang.flows.attaching import Attachment
from haidang.flows.consolidate_period import Chosen, Words, consolidate_period
from haidang.flows.update_task import update_task
from tests.factories import planning
from tests.factories.cast import NOW, TODAY
from tests.factories.directing import confirmed_directive
from tests.factories.noted import done
from tests.factories.reporting import Asked, asked

__all__ = ["asked"]

# first words of an address name → the thing its uuid names, longest first
ABOUT = {
    "plan-document": "version",
    "plan-item": "item",
    "plan": "plan",
    "task": "task",
    "file": "file",
    "directive": "directive",
    "finding": "directive",
    "duty": "directive",
    "report-request": "request",
    "report-window": "request",
    "report-start": "owed",
    "report-nil": "owed",
    "report-enter-for": "owed",
    "consolidate": "request",
    "consolidation": "made",
    "report": "report",
}
OPEN_TO_ALL = {"sign-in", "sign-out", "language"}
# About nobody but the person who asks: whoever has an account may.
OWN = {"account", "account-leave", "account-password"}

# Filled so that a form of any of the addresses would be taken from somebody who may.
FORM = {
    "leads": [], "named": "", "cooperating": [], "answering": "", "reason": "x", "kind": "throughout", "title": "x",
    "approved": "yes", "note": "x", "number": "9", "symbol": "KH-UBND", "issued_on": "10/3/2026", "text": "x",
    "happened_on": "10/3/2026", "percent": "10", "due": "1/4/2026", "form": "counter_trafficking", "revision": "0",
    "due_kind": "throughout", "act": "accept", "accept_doubts": "on", "without_duties": "on", "insist": "on",
    "cutoff": "14/3/2026", "arrival_number": "1", "seen": "x", "parts": "a\n---\nb", "at": "own", "year": "2026",
}  # fmt: skip


def addresses(patterns: list[URLPattern | URLResolver]) -> list[URLPattern]:
    found: list[URLPattern] = []
    for pattern in patterns:
        found += addresses(pattern.url_patterns) if isinstance(pattern, URLResolver) else [pattern]
    return found


@pytest.fixture
def things(asked: Asked) -> dict[str, UUID]:
    """One thing of each kind, all of the first province and none of Sở Tư pháp's own."""
    cast = asked.cast
    plan = planning.draft(cast, confirmed_directive(cast["standing"], NOW))
    task = asked.tasks["Sở Y tế"].uuid
    proof = Attachment("anh.jpg", "image/jpeg", b"proof")
    done = {"task_uuid": task, "happened_on": TODAY, "percent": 5, "note": "x", "evidence": [proof]}
    update_task(actor=cast["focal"], at=NOW, today=TODAY, **done)
    report = asked.accepted("focal", "Sở Y tế", sessions=2)
    made = consolidate_period(
        actor=cast["standing"],
        at=NOW,
        today=TODAY,
        request_uuid=asked.request.uuid,
        chosen=Chosen(Words("x"), cast.agencies["Công an tỉnh"].uuid, "BC-CAT"),
    )
    return {
        "plan": plan,
        "version": PlanVersion.objects.get(plan__uuid=plan).uuid,
        "item": PlanItem.objects.filter(plan__uuid=plan)[0].uuid,
        "task": task,
        "file": StoredFile.objects.get(label="anh.jpg").uuid,
        "directive": Directive.objects.get().uuid,
        "duty": Directive.objects.get().duties.all()[0].uuid,
        "progress": asked.tasks["Sở Y tế"].progress.get().uuid,
        "request": asked.request.uuid,
        "owed": asked.obligations["Sở Y tế"].uuid,
        "report": report.uuid,
        "made": made,
    }


def every_address(things: dict[str, UUID]) -> list[tuple[str, str, bool]]:
    """Name, address, and whether it names a thing of the first province."""
    found = []
    for pattern in addresses(get_resolver().url_patterns):
        if pattern.name in OPEN_TO_ALL:
            continue
        wanted = pattern.pattern.converters
        about = next((kind for start, kind in ABOUT.items() if pattern.name.startswith(start)), None)
        assert about or "uuid" not in wanted, f"say in ABOUT which thing {pattern.name} is about"
        known = {
            "order": 0,
            "line": 1,
            "page": 1,
            "code": "sessions",
            "duty": things["duty"],
            "progress": things["progress"],
            "finding": things["duty"],
        }
        values = {name: things[about] if name == "uuid" else known[name] for name in wanted}
        found.append((pattern.name, reverse(f"office:{pattern.name}", kwargs=values), "uuid" in wanted))
    return found


def form() -> dict[str, object]:
    return {**FORM, "form_key": uuid4()}


def test_every_page_says_that_it_is_not_to_be_stored(asked: Asked, things: dict[str, UUID]) -> None:
    standing = asked.cast.client("standing")
    for name, address, _ in every_address(things):
        answer = standing.get(address)
        assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin", name
        assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin", name
        assert "camera=()" in answer.headers["Permissions-Policy"], name
        assert "no-store" in answer.headers["Cache-Control"], name
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"], name
        assert answer.headers["X-Content-Type-Options"] == "nosniff", name
        assert answer.headers["X-Frame-Options"] == "DENY", name


def test_every_form_without_its_token_is_refused(asked: Asked, things: dict[str, UUID]) -> None:
    client, before = Client(enforce_csrf_checks=True), done().count()
    client.force_login(asked.cast.users["standing"])
    for name, address, _ in every_address(things):
        assert client.post(address, form()).status_code == 403, name
    assert done().count() == before
