"""What a page may be asked for in its address."""

from django.http import HttpRequest


def page_number(request: HttpRequest) -> int:
    """The page wanted (`?trang=2`); the first one for anything that is not a page number."""
    wanted = request.GET.get("trang", "")
    return max(1, int(wanted)) if wanted.isascii() and wanted.isdigit() and len(wanted) < 7 else 1
