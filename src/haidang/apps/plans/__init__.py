"""Issued plans, tasks and progress; must not know reports."""
