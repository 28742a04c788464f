"""Registration of the ledger."""

from django.apps import AppConfig


class LedgerConfig(AppConfig):
    name = "haidang.apps.ledger"
    label = "ledger"
