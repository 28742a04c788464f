"""What is wrong with this document: one rule per file, each with its data. Knows readings, units, dates; no formats."""
