"""Taking over an account with a one-time code: before anybody is signed in, and saying nothing on which there are."""

from axes.handlers.proxy import AxesProxyHandler
from django.contrib import messages
from django.contrib.auth import user_login_failed
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from haidang.flows.take_over_account import take_over_account
from haidang.sites.office.account.forms import TakeOverForm
from haidang.sites.office.frame.acting import attempt
from haidang.sites.office.frame.views import locked_out


@login_not_required
@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def take_over(request: HttpRequest) -> HttpResponse:
    """Name, code, password; afterwards the person signs in like everybody else."""
    form = TakeOverForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        # Guessing codes is closed like guessing passwords, and by the same count: account and address.
        who = {"username": given["username"]}
        if not AxesProxyHandler.is_allowed(request, who):
            return locked_out(request)
        ask = {**who, "code": given["code"], "password": given["new"]}
        done = attempt(form, lambda: take_over_account(at=timezone.now(), today=request.today, **ask) or True)
        if not done and form.has_error("code"):
            user_login_failed.send(sender=__name__, credentials=who, request=request)
        if done:
            messages.success(request, _("The account is yours. Sign in with your new password."))
            return redirect("office:sign-in")
    return render(request, "office/account/take_over.html", {"form": form})
