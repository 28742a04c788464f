"""What the lock-out knows of an attempt: a keyed token of the account name, and the address the proxy saw."""

import hmac

from django.conf import settings
from django.http import HttpRequest


def account_token(request: HttpRequest | None, credentials: dict[str, str] | None) -> str:
    """The name that was typed, as a token: people type their password there, and no table should hold it."""
    typed = (credentials or {}).get("username") or (request.POST.get("username", "") if request else "")
    return hmac.new(settings.SECRET_KEY.encode(), typed.strip().lower().encode(), "sha256").hexdigest()[:32]


def caller(request: HttpRequest) -> str:
    """The address of the caller: what our own proxy added last when there is one, else the connection's own.

    Anything further left in `X-Forwarded-For` was said by the caller and is not believed.
    """
    told = request.META.get("HTTP_X_FORWARDED_FOR", "") if settings.TLS else ""
    return told.rsplit(",", 1)[-1].strip() or str(request.META.get("REMOTE_ADDR", ""))
