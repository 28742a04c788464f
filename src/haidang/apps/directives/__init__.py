"""Received documents, their readings and the duties a person confirmed; must not know plans."""
