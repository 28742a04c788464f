"""Duties × agencies → proposed tasks, what nobody owns, and how a plan groups them; must not know rows or documents."""
