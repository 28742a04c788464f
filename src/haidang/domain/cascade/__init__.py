"""Duties and agencies to proposed tasks, and what nobody owns; must not know storage."""
