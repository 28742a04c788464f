"""Writes a document as blocks in the official form (Decree 30/2020); must not know any file format.

Plans and reports come in as plain drafts (`plan.PlanDraft`, `report.ReportDraft`) and go out as a `blocks.Document`.
Nothing is made up here: a number, a day or a name that the draft does not give stays blank in the document.
"""
