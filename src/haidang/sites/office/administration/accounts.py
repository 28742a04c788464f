"""Accounts: the list, one account, and what is done to it. A code is shown on the page that was posted, once."""

from datetime import date
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from haidang.apps.people import queries
from haidang.domain.access.viewer import Role
from haidang.flows.end_post import end_post
from haidang.flows.give_post import give_post
from haidang.flows.issue_code import issue_code
from haidang.flows.open_account import Invited, Person, open_account
from haidang.flows.suspend_account import restore_account, suspend_account
from haidang.sites.office.administration.forms import AccountForm, EndPostForm, GivePostForm
from haidang.sites.office.directory.words import ROLES
from haidang.sites.office.frame.acting import attempt
from haidang.sites.office.frame.asking import page_number

STATES: dict[str, tuple[str | Promise, str]] = {
    "open": (gettext_lazy("in use"), "done"),
    "suspended": (gettext_lazy("suspended"), "late"),
    "invited": (gettext_lazy("waits for the person to take it over"), "wait"),
    "without": (gettext_lazy("has no password"), "quiet"),
}
form_page = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def accounts(request: HttpRequest) -> HttpResponse:
    """Accounts of the own unit and below."""
    words = request.GET.get("tim", "").strip()[:100]
    page = queries.accounts(request.viewer, request.today, words=words, page=page_number(request))
    rows = [(row, *STATES[row.state]) for row in page.rows]
    return render(request, "office/administration/accounts.html", {"page": page, "rows": rows, "sought": words})


@form_page
def open_new(request: HttpRequest) -> HttpResponse:
    """A new account with its first post."""
    viewer = request.viewer
    form = AccountForm(queries.open_posts(viewer), request.POST or None, initial={"since": request.today})
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        person = Person(given["username"], given["full_name"], given["rank"])
        ask = {"person": person, "post_uuid": UUID(given["post"]), "since": given["since"]}
        made = attempt(form, lambda: open_account(actor=viewer, at=timezone.now(), key=str(given["form_key"]), **ask))
        if made:
            return _show_code(request, made)
    return _form(request, form, _("New account"), _("Open the account"), "")


@require_safe
def account(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """One account, its posts, and what can be done."""
    found = queries.account(request.viewer, uuid, request.today)
    posts = [
        (post, ", ".join(str(ROLES[Role(role)]) for role in post.roles), _is_held(post, request.today))
        for post in found.posts
    ]
    values = {"account": found, "state": STATES[found.state], "posts": posts, "own": uuid == request.viewer.user_uuid}
    return render(request, "office/administration/account.html", values)


@form_page
def give(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Give a post."""
    viewer = request.viewer
    found = queries.account(viewer, uuid, request.today)
    form = GivePostForm(queries.open_posts(viewer), request.POST or None, initial={"since": request.today})
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        ask = {"account_uuid": uuid, "post_uuid": UUID(given["post"]), "since": given["since"]}
        if attempt(form, lambda: give_post(actor=viewer, at=timezone.now(), key=str(given["form_key"]), **ask)):
            messages.success(request, _("The post is given."))
            return redirect("office:account-page", uuid=uuid)
    return _form(request, form, _("Give a post"), _("Give"), found.name, found)


@form_page
def end(request: HttpRequest, uuid: UUID, post: UUID) -> HttpResponse:
    """End a post, and hand over what waits for it."""
    viewer = request.viewer
    found = queries.account(viewer, uuid, request.today)
    others = queries.others_of_post(viewer, post, uuid, request.today)
    form = EndPostForm([(str(one), name) for one, name in others], request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        after = UUID(given["successor"]) if given["successor"] else None
        ask = {"account_uuid": uuid, "post_uuid": post, "last_day": given["last_day"], "successor_uuid": after}
        if attempt(form, lambda: end_post(actor=viewer, at=timezone.now(), key=str(given["form_key"]), **ask)):
            messages.success(request, _("The post ends on that day."))
            return redirect("office:account-page", uuid=uuid)
    return _form(request, form, _("End the post"), _("End the post"), found.name, found)


@require_POST
def new_code(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """A new code; shown on this page and nowhere else."""
    made = issue_code(actor=request.viewer, at=timezone.now(), account_uuid=uuid)
    return _show_code(request, made)


@require_POST
def suspend(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Close the account at once."""
    suspend_account(actor=request.viewer, at=timezone.now(), account_uuid=uuid)
    messages.success(request, _("The account is closed; every session has ended."))
    return redirect("office:account-page", uuid=uuid)


@require_POST
def restore(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Open it again."""
    restore_account(actor=request.viewer, at=timezone.now(), account_uuid=uuid)
    messages.success(request, _("The account is open again."))
    return redirect("office:account-page", uuid=uuid)


def _show_code(request: HttpRequest, made: Invited) -> HttpResponse:
    found = queries.account(request.viewer, made.account_uuid, request.today)
    return render(request, "office/administration/code.html", {"account": found, "code": made.code})


def _form(
    request: HttpRequest,
    form: forms.Form,
    heading: str,
    button: str,
    subtitle: str,
    found: queries.AccountRow | None = None,
) -> HttpResponse:
    values = {"form": form, "heading": heading, "button": button, "subtitle": subtitle, "account": found}
    return render(request, "office/administration/form.html", values)


def _is_held(post: queries.HeldPost, today: date) -> bool:
    return post.until is None or post.until >= today
