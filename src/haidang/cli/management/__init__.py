"""Commands of the terminal that need the database."""
