"""Acts on duties that need one press: settle, remove, restore, undo; and confirming all of them."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from haidang.apps.directives import queries
from haidang.domain.access.viewer import Act, require
from haidang.domain.terms.refusal import Refusal
from haidang.flows.confirm_duties import confirm_duties
from haidang.flows.delete_duty import delete_duty, restore_duty
from haidang.flows.settle_doubts import settle_doubts
from haidang.flows.undo_correction import undo_correction
from haidang.sites.office.directives.addresses import reading_address
from haidang.sites.office.directives.cards import cards
from haidang.sites.office.directives.forms import ConfirmForm, RevisedForm
from haidang.sites.office.frame.acting import attempt
from haidang.sites.office.frame.refusals import HIDDEN, words

# Of more open doubts than these the page tells the number only.
_MOST_SHOWN = 50
_ONE_BUTTON = {"settle": settle_doubts, "delete": delete_duty, "restore": restore_duty}


@require_POST
def one_button(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Settle the doubts of a duty, remove or restore it: the name of the button is the act, its value the duty."""
    form = RevisedForm(request.POST)
    pressed = next((name for name in _ONE_BUTTON if name in request.POST), None)
    duty = _uuid(request.POST.get(pressed, "") if pressed else "")
    if pressed is None or duty is None or not form.is_valid():
        raise Refusal("not_found")
    act = _ONE_BUTTON[pressed]
    pressed_once(request, lambda: act(duty_uuid=duty, **_known(request, form, uuid, duty.hex)))
    return redirect(reading_address(uuid, duty=duty))


@require_POST
def undo(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Take back the last correction."""
    form = RevisedForm(request.POST)
    if not form.is_valid():
        raise Refusal("not_found")
    if pressed_once(request, lambda: undo_correction(**_known(request, form, uuid, "undo"))):
        messages.success(request, _("The last correction was taken back."))
    return redirect(reading_address(uuid))


@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Confirm all duties, after a look at the doubts that are still open."""
    require(request.viewer, Act.EDIT_DUTIES)
    view = queries.view(request.viewer, uuid)
    form = ConfirmForm(request.POST or None, initial={"revision": view.revision})
    if request.method == "POST" and form.is_valid():
        accept = form.cleaned_data["accept_doubts"]
        known = _known(request, form, uuid, "confirm")
        if attempt(form, lambda: confirm_duties(accept_doubts=accept, **known)) is not None:
            messages.success(request, _("The duties are confirmed. The next step is the plan."))
            return redirect(reading_address(uuid))
        form.renew(view.revision)
    if not view.editable:
        return redirect(reading_address(uuid))
    unsure = cards(request.viewer, queries.unsure(request.viewer, uuid, _MOST_SHOWN))
    open_doubts = sum(place.in_doubt for place in view.places)
    context = {"view": view, "form": form, "standing": len(view.places), "unsure": unsure, "open_doubts": open_doubts}
    return render(request, "office/directives/confirm.html", context)


def pressed_once(request: HttpRequest, work: Callable[[], UUID]) -> bool:
    """Run an act of one press; a refusal is told on the page the person is led back to."""
    try:
        work()
    except Refusal as refusal:
        if refusal.code in HIDDEN:
            raise
        messages.error(request, words(refusal))
        return False
    return True


def _known(request: HttpRequest, form: RevisedForm, uuid: UUID, what: str) -> dict[str, object]:
    """What every act is told. All buttons of a page share its form key, so the key is made of it and of the button."""
    return {
        "actor": request.viewer,
        "at": timezone.now(),
        "directive_uuid": uuid,
        "revision": form.cleaned_data["revision"],
        "key": f"{form.cleaned_data['form_key'].hex}:{what}",
    }


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
