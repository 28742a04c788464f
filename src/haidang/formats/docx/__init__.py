"""Blocks to a Word file in the official form; python-docx stops here; must not know plans, reports or the programme."""
