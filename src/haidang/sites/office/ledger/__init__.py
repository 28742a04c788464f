"""The inspector's page over the ledger; must not write and must not show personal values."""
