"""A stored file on its way to a person: always as an attachment, never rendered by the browser."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from haidang.apps.reports.queries import Download


def attached(file: Download) -> HttpResponse:
    """The file under the name shown to people."""
    disposition = content_disposition_header(as_attachment=True, filename=file.label)
    headers = {"Content-Disposition": disposition or "attachment", "X-Content-Type-Options": "nosniff"}
    return HttpResponse(file.data, content_type=file.media_type, headers=headers)
