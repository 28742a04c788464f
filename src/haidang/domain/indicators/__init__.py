"""Definitions of report indicators, their validation and their adding up; must not know which register a number came from."""
