"""Commands of the demonstration; only read their arguments and print."""
