"""Who looks and which day it is, once per request."""

import datetime as dt

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from haidang.apps.people import queries as people
from haidang.domain.access.viewer import Viewer


def today() -> dt.date:
    """The day shown and counted from: the installation's fixed day if it has one, else today in Viet Nam."""
    return dt.date.fromisoformat(settings.FIXED_TODAY) if settings.FIXED_TODAY else timezone.localdate()


def chosen_language(request: HttpRequest) -> str:
    """The language the person chose here, else Vietnamese.

    Never the browser's own: on an office computer set up in English the officer still works in Vietnamese.
    """
    wanted = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    return wanted if wanted in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


def viewer_of(request: HttpRequest) -> Viewer | None:
    """The signed-in person seen through the posts held today; None without a sign-in or without a post."""
    if not request.user.is_authenticated:
        return None
    return people.viewer_for(request.user, today())
