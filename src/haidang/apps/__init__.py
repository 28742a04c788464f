"""What is remembered: one Django app per subject; must not know pages or the order of acts."""
