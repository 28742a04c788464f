"""One command per file, found by Django by its name."""
