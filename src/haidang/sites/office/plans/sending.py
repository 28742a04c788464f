"""Sending files, and the page number in an address."""

from urllib.parse import quote

from django.http import HttpRequest, HttpResponse

from haidang.apps.plans.queries import Download


def page_number(request: HttpRequest) -> int:
    """The page asked for; nonsense is the first page."""
    asked = request.GET.get("trang", "")
    return int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 7 else 1


def send(download: Download) -> HttpResponse:
    """The bytes as a file to keep, never as a page: nothing that was handed in runs in the browser."""
    response = HttpResponse(download.data, content_type=download.media_type)
    plain = "".join(c if c.isascii() and (c.isalnum() or c in "._-") else "_" for c in download.label)
    response["Content-Disposition"] = (
        f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(download.label, safe='')}"
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
