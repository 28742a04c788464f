"""Pages for one duty: correct it, say which agencies a name means, split it, merge it, add a missed one."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from haidang.apps.directives import queries
from haidang.apps.directives.queries import DirectiveView, DutyRow
from haidang.apps.people import queries as people
from haidang.domain.access.viewer import Act, require
from haidang.domain.terms.dates import from_iso
from haidang.domain.terms.refusal import Refusal
from haidang.flows.add_duty import add_duty
from haidang.flows.choose_agencies import choose_agencies
from haidang.flows.edit_duty import edit_duty
from haidang.flows.merge_duties import merge_duties
from haidang.flows.split_duty import split_duty
from haidang.sites.office.directives.addresses import reading_address
from haidang.sites.office.directives.cards import cards, split_places
from haidang.sites.office.directives.forms import AddDutyForm, AgenciesForm, DutyForm, MergeForm, RevisedForm, SplitForm
from haidang.sites.office.frame.acting import attempt

_PAGES = ["GET", "HEAD", "POST"]
# How many duties before and after are offered for merging.
_NEIGHBOURS = 10


@require_http_methods(_PAGES)
def add(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Add a duty that the reader missed; also after confirmation."""
    view = _opened(request, uuid)
    initial = {"revision": view.revision, "due_kind": "throughout", "line": request.GET.get("dong")}
    form = AddDutyForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        line = form.cleaned_data["line"]
        work = _acting(request, form, uuid, add_duty, today=request.today, values=form.values(), line=line)
        if (made := attempt(form, work)) is not None:
            messages.success(request, _("The duty was added."))
            return redirect(reading_address(uuid, duty=made))
        form.renew(view.revision)
    return render(request, "office/directives/add.html", {"view": view, "form": form})


@require_http_methods(_PAGES)
def edit(request: HttpRequest, uuid: UUID, duty: UUID) -> HttpResponse:
    """Correct wording, bodies and due time of a duty."""
    view, row = _editable(request, uuid, duty)
    form = DutyForm(request.POST or None, initial=_initial(view, row))
    if request.method == "POST" and form.is_valid():
        work = _acting(request, form, uuid, edit_duty, today=request.today, duty_uuid=duty, values=form.values())
        if attempt(form, work) is not None:
            messages.success(request, _("The duty was corrected."))
            return redirect(reading_address(uuid, duty=duty))
        form.renew(view.revision)
    return render(request, "office/directives/edit.html", _context(request, view, row, form))


@require_http_methods(_PAGES)
def agencies(request: HttpRequest, uuid: UUID, duty: UUID, order: int) -> HttpResponse:
    """Say which agencies one written name of a duty means."""
    view, row = _editable(request, uuid, duty)
    bodies = (*row.leads, *row.supports)
    if order >= len(bodies):
        raise Refusal("not_found")
    directory = people.agencies(request.viewer, request.today)
    choices = [(str(a.uuid), a.name) for a in directory]
    initial = {"revision": view.revision, "agencies": [str(a) for a in bodies[order].agencies]}
    form = AgenciesForm(request.POST or None, choices=choices, initial=initial)
    if request.method == "POST" and form.is_valid():
        chosen = tuple(UUID(value) for value in form.cleaned_data["agencies"])
        more = {"today": request.today, "duty_uuid": duty, "name": bodies[order].name, "agencies": chosen}
        if attempt(form, _acting(request, form, uuid, choose_agencies, **more)) is not None:
            return redirect(reading_address(uuid, duty=duty))
        form.renew(view.revision)
    context = _context(request, view, row, form) | {"name": bodies[order].name}
    return render(request, "office/directives/agencies.html", context)


@require_http_methods(_PAGES)
def split(request: HttpRequest, uuid: UUID, duty: UUID) -> HttpResponse:
    """Make several duties of one."""
    view, row = _editable(request, uuid, duty)
    form = SplitForm(
        request.POST or None, text=row.text, places=split_places(row.text), initial={"revision": view.revision}
    )
    if request.method == "POST" and form.is_valid():
        work = _acting(request, form, uuid, split_duty, duty_uuid=duty, parts=form.wordings())
        if attempt(form, work) is not None:
            messages.success(request, _("The duty was split."))
            return redirect(reading_address(uuid, duty=duty))
        form.renew(view.revision)
    return render(request, "office/directives/split.html", _context(request, view, row, form))


@require_http_methods(_PAGES)
def merge(request: HttpRequest, uuid: UUID, duty: UUID) -> HttpResponse:
    """Make one duty of two."""
    view, row = _editable(request, uuid, duty)
    others = _neighbours(request, uuid, row)
    form = MergeForm(request.POST or None, others=others, initial={"revision": view.revision})
    if request.method == "POST" and form.is_valid():
        other = UUID(form.cleaned_data["other"])
        work = _acting(request, form, uuid, merge_duties, duty_uuid=duty, other_uuid=other)
        if (stays := attempt(form, work)) is not None:
            messages.success(request, _("The duties were merged."))
            return redirect(reading_address(uuid, duty=stays))
        form.renew(view.revision)
    return render(request, "office/directives/merge.html", _context(request, view, row, form) | {"others": others})


def _opened(request: HttpRequest, uuid: UUID) -> DirectiveView:
    """The document for an officer who may work on its duties; for others the page is not there."""
    require(request.viewer, Act.EDIT_DUTIES)
    view = queries.view(request.viewer, uuid)
    if not view.adds:
        raise Refusal("not_allowed")
    return view


def _editable(request: HttpRequest, uuid: UUID, duty: UUID) -> tuple[DirectiveView, DutyRow]:
    """The document and a duty that stands; raises Refusal `directive.confirmed` once a person has confirmed them."""
    view = _opened(request, uuid)
    row = queries.duty(request.viewer, uuid, duty)
    if row.deleted:
        raise Refusal("not_found")
    if view.confirmed:
        raise Refusal("directive.confirmed")
    return view, row


def _acting(
    request: HttpRequest, form: RevisedForm, uuid: UUID, act: Callable[..., UUID], **more: object
) -> Callable[[], UUID]:
    typed = form.cleaned_data
    known = {"actor": request.viewer, "directive_uuid": uuid, "revision": typed["revision"]}
    return lambda: act(**known, at=timezone.now(), key=str(typed["form_key"]), **more)


def _context(request: HttpRequest, view: DirectiveView, row: DutyRow, form: RevisedForm) -> dict[str, object]:
    (card,) = cards(request.viewer, (row,))
    back = reading_address(view.head.uuid, duty=row.uuid)
    return {"view": view, "card": card, "duty": row, "form": form, "back": back}


def _initial(view: DirectiveView, row: DutyRow) -> dict[str, object]:
    return {
        "revision": view.revision,
        "text": row.text,
        "clause": row.clause,
        "leads": "\n".join(party.name for party in row.leads),
        "supports": "\n".join(party.name for party in row.supports),
        "due_kind": row.due.kind.value,
        "due": from_iso(row.due.printed).printed() if row.due.printed else "",
        "due_before": row.due.before,
        "rhythm": row.due.rhythm or "",
        "is_report": row.is_report,
    }


def _neighbours(request: HttpRequest, uuid: UUID, row: DutyRow) -> list[tuple[str, str]]:
    """Duties round this one: the next ones first, then those before it, nearest first."""
    near = queries.near(request.viewer, uuid, row.position, _NEIGHBOURS)
    return [(str(duty.uuid), f"{duty.clause}: {Truncator(duty.text).chars(160)}".lstrip(": ")) for duty in near]
