"""Units, agencies, posts, accounts and who holds which post; must not know documents or tasks."""
