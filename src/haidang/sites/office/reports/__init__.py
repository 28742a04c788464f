"""Pages of reports: what is owed, the entry of a report, its review, the request, the consolidated report.

Knows forms and words only; who may do what and what a figure is, is decided below.
"""
