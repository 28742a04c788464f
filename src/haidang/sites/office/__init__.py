"""Staff pages, one folder per subject; must not know models, transactions or rules."""
