"""What speaks to a terminal; as thin as the pages and with the same prohibitions."""
