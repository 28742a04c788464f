"""Acts and things of the ledger in words; an act without words is shown by its code."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

ACTS: dict[str, str | Promise] = {
    "account.sign_in": _("signed in"),
    "account.sign_out": _("signed out"),
    "plan.edit": _("edited a plan"),
    "plan.add_item": _("added a duty to a plan"),
    "plan.withdraw_item": _("withdrew a duty from a plan"),
    "plan.restore_item": _("put a duty back into a plan"),
    "plan.give_duty": _("gave a duty to agencies"),
    "plan.declare_unowned": _("declared a duty without an owner"),
    "plan.set_due": _("set when a duty is due"),
    "plan.submit": _("submitted a plan for signature"),
    "plan.review": _("answered a submitted plan"),
    "plan.sign": _("signed a plan"),
    "plan.record_signature": _("recorded a signature on paper"),
    "task.update": _("updated a task"),
    "task.void_progress": _("took back an entry of progress"),
    "task.reassign": _("reassigned a task"),
    "report.start": _("began a report"),
    "report.save": _("saved a draft report"),
    "report.submit": _("sent a report"),
    "report.nil": _("reported that nothing arose"),
    "report.enter_for": _("entered a report for another agency"),
    "report.accept": _("accepted a report"),
    "report.return": _("returned a report"),
    "report.correct": _("began to correct a report"),
    "report.set_window": _("set the days that a report counts"),
    "report.consolidate": _("consolidated reports"),
    "report.sign": _("signed a consolidated report"),
    "report.issue": _("numbered and issued a consolidated report"),
}

KINDS: dict[str, str | Promise] = {
    "account": _("account"),
    "directive": _("directive"),
    "duty": _("duty"),
    "plan": _("plan"),
    "plan_item": _("duty in a plan"),
    "task": _("task"),
    "report": _("report"),
    "report_request": _("request for reports"),
    "consolidation": _("consolidated report"),
}
