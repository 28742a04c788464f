"""What the ledger holds of acts that were done."""

from django.db.models import QuerySet

from haidang.apps.ledger.models import Entry


def done() -> QuerySet[Entry]:
    """Entries of acts; that somebody was refused, or failed to sign in, changed nothing."""
    return Entry.objects.exclude(act__in=("refused", "account.sign_in_failed"))
