"""The register of documents, taking one in, and the reading view."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from haidang.apps.directives import queries
from haidang.domain.access.viewer import Act, may, require
from haidang.domain.terms.intake import decode
from haidang.domain.terms.refusal import Refusal
from haidang.flows.page_picture import page_picture
from haidang.flows.register_directive import LONGEST, register_directive
from haidang.sites.office.directives.addresses import reading_address
from haidang.sites.office.directives.forms import RegisterForm
from haidang.sites.office.directives.reading import reading_context
from haidang.sites.office.directives.wording import kind_words
from haidang.sites.office.frame.acting import attempt
from haidang.sites.office.frame.asking import page_number

LONGEST_QUERY = 200


@require_safe
def directives(request: HttpRequest) -> HttpResponse:
    """The register: documents the viewer may see, found by words and state, sorted as the address says."""
    asked = {
        "words": request.GET.get("q", "").strip()[:LONGEST_QUERY],
        "state": request.GET.get("tinh-trang", ""),
        "sort": request.GET.get("xep", "") or queries.DEFAULT_SORT,
    }
    page = queries.page(request.viewer, page=page_number(request), **asked)
    rows = [(row, kind_words(row.head.kind)) for row in page.rows]
    registers = may(request.viewer, Act.REGISTER_DIRECTIVE)
    return render(
        request, "office/directives/list.html", {"page": page, "rows": rows, "registers": registers, **asked}
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def register(request: HttpRequest) -> HttpResponse:
    """Take in a document, pasted or as a file; what was typed is kept whatever goes wrong."""
    require(request.viewer, Act.REGISTER_DIRECTIVE)
    form = RegisterForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        data, label = form.source()
        try:
            uuid = attempt(form, lambda: _take_in(request, form, data, label))
        except _KnownAlreadyError as known:
            messages.info(request, _("This text was registered before; here it is. Nothing was saved twice."))
            return redirect("office:directive", uuid=known.uuid)
        if uuid is not None:
            messages.success(request, _("Registered and read. Check the duties, doubts first, then confirm them."))
            return redirect("office:directive", uuid=uuid)
    return render(request, "office/directives/register.html", {"form": form})


@require_safe
def directive(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The reading view: the text on the left, its duties on the right, doubts first."""
    view = queries.view(request.viewer, uuid)
    return render(request, "office/directives/reading.html", reading_context(request, view))


@require_safe
def line(request: HttpRequest, uuid: UUID, line: int) -> HttpResponse:
    """Lead to a line of the text, on whichever sheet it stands."""
    queries.view(request.viewer, uuid)
    return redirect(reading_address(uuid, line=line))


@require_safe
def source(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The file as it was handed in."""
    data, label = queries.source(request.viewer, uuid)
    response = HttpResponse(data, content_type="application/octet-stream")
    response["Content-Disposition"] = content_disposition_header(True, label)
    return response


@require_safe
def page(request: HttpRequest, uuid: UUID, page: int) -> HttpResponse:
    """A page of the file as a picture."""
    return HttpResponse(page_picture(actor=request.viewer, directive_uuid=uuid, page=page), content_type="image/png")


class _KnownAlreadyError(Exception):
    """The text is registered: the person is led there."""

    def __init__(self, uuid: UUID) -> None:
        super().__init__()
        self.uuid = uuid


def _take_in(request: HttpRequest, form: RegisterForm, data: bytes, label: str) -> UUID:
    typed = form.cleaned_data
    try:
        return register_directive(
            actor=request.viewer,
            at=timezone.now(),
            today=request.today,
            data=data,
            label=label,
            arrival_number=typed["arrival_number"],
            arrival_date=typed["arrival_date"],
            without_duties=typed["without_duties"],
            key=str(typed["form_key"]),
        )
    except Refusal as refusal:
        if refusal.code == "directive.already_registered":
            raise _KnownAlreadyError(UUID(str(refusal.values_by_name["uuid"]))) from refusal
        _keep_text(form, data, refusal)
        if refusal.field == "file" and typed["file"] is None:
            raise Refusal(refusal.code, "text", **refusal.values_by_name) from refusal
        raise


def _keep_text(form: RegisterForm, data: bytes, refusal: Refusal) -> None:
    """The text of a refused file stands in the paste box; that of a secret document is shown to nobody again."""
    if refusal.code == "directive.secret":
        form.keep("")
        return
    if form.cleaned_data["file"] is None:
        return
    try:
        text = decode(data).text
    except Refusal:
        return
    if len(text) <= LONGEST:
        form.keep(text)
