"""The words of every refusal: code → what happened and what to do; one block per subject, codes from below."""

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from haidang.domain.terms.refusal import Refusal

# These two are answered with the page for what is not there, whoever asks: they never need words of their own.
HIDDEN = frozenset({"not_found", "not_allowed"})

WORDS: dict[str, str | Promise] = {
    # terms
    "date.unreadable": _("This day cannot be read. Write it as 16/3/2026."),
    "date.impossible": _("There is no such day in the calendar. Write it as 16/3/2026."),
    "number.unreadable": _("This number cannot be read. Write it as 1.234,5."),
    "text.control_characters": _("The text holds invisible control characters. Paste it again as plain text."),
    # sealed fields
    "sealed.unopened": _("This value cannot be opened. Tell the administrator: the keys or the data were changed."),
    "contact.email": _("This is not an e-mail address. Write it as ten@coquan.gov.vn."),
    "contact.phone": _("This is not a phone number. Write 9 to 12 digits."),
    "contact.none": _("This officer has given neither phone nor e-mail."),
    # access
    "access.purpose": _("It does not open for this purpose. Choose one of those offered."),
    "opening.reason": _("Say in at least twenty characters what the danger is and why it cannot wait."),
    "opening.answered": _("This was answered already, or nobody answered in time. Ask anew if it is still needed."),
    # posts and accounts
    "agency.name": _("Give the agency a name."),
    "agency.there": _("The unit has an agency of this name."),
    "province.unknown": _("No province of today has this name. Write it as in Nghị quyết 202/2025/QH15."),
    "province.there": _("This province was begun before."),
    "post.title": _("Give the post a title."),
    "post.roles": _("Choose what whoever holds the post may do."),
    "post.inspector": _("Inspectors read the whole province: their posts stand in agencies of the province only."),
    "post.held": _("Somebody holds this post. End that first."),
    "post.closed": _("This post is closed."),
    "post.already": _("The person holds this post on that day already."),
    "post.not_held": _("The person does not hold this post on that day."),
    "post.own": _("Nobody gives a post to the own account. Ask another administrator."),
    "account.name": _("3 to 40 small letters and digits, with single dots or hyphens between: nguyen.van-an."),
    "account.taken": _("There is an account of this name. Choose another."),
    "account.person": _("Write the person's full name."),
    "account.suspended": _("The account is closed. Open it again first."),
    "account.open": _("The account is open."),
    "account.own": _("Nobody closes the own account. Ask another administrator."),
    "account.no_post": _("The account holds no post today. Ask the administrator; the code is still good."),
    "code.wrong": _("Account name and code do not belong together, or the code is over. Ask for a new one."),
    "lend.again": _("A lent post cannot be lent on."),
    "lend.leader": _(
        "This post is not lent: who signs for a leader is decided in writing, and inspectors and administrators are "
        "named. Ask the administrator."
    ),
    "lend.days": _("From today on, the first day before the last, and ninety days at most."),
    # passwords
    "password.wrong": _("This is not the password of now. Check Telex and Caps Lock."),
    "password.same": _("The new password is the old one."),
    "password.short": _(
        "At least %(least)s characters. Four or five words that do not belong together are easy to keep."
    ),
    "password.long": _("The password is too long."),
    "password.common": _("This password is made of words that everybody uses; it is guessed in seconds."),
    "password.name": _("This password is made of your own name."),
    "password.same_letters": _("This password repeats a few characters only."),
    # files
    "file.empty": _("The file is empty. Choose a file that has text in it."),
    "file.binary": _("This is not a text file. Save the document as .txt (UTF-8), or paste its text."),
    "file.too_large": _("The file is too large. The limit is %(limit)s MB."),
    "file.encoding": _("The file's letters cannot be read. Save it as .txt in UTF-8, or paste its text."),
    "file.damaged": _("The file is damaged and cannot be opened. Open it where it was made and save it anew."),
    "file.encrypted": _("The file is locked with a password. Take the password off, save it and hand it in again."),
    "file.entities": _("The file holds XML instructions that no document needs, so it was not opened."),
    "file.too_many_parts": _("The file is packed from more than %(limit)s parts; a document has far fewer."),
    "file.too_many_pages": _("The document is longer than %(limit)s pages. Hand in its parts one by one."),
    "file.too_many_scanned": _("The document has more than %(limit)s scanned pages. Hand in its parts one by one."),
    "file.unpacks_too_large": _("Unpacked, the file would be over %(limit)s MB. It was not opened."),
    "file.unsupported": _(
        "This kind of file is not read. Hand in a text document: .docx, .odt, .pdf, .html, .doc, .rtf, .txt, "
        "or a scan as .pdf, .png, .jpg."
    ),
    "file.needs_libreoffice": _(
        "Reading .doc and .rtf needs LibreOffice, which this machine lacks. Ask the administrator to install the "
        "package %(package)s, or save the document as .docx."
    ),
    "file.too_slow": _("The file could not be converted within %(limit)s seconds. Save it as .docx and hand that in."),
    "file.needs_ocr": _(
        "This file is a picture of paper. Reading it needs Tesseract with Vietnamese, which this machine "
        "lacks. Ask the administrator to install the packages %(packages)s."
    ),
    "file.too_many_pixels": _(
        "The picture is larger than %(limit)s megapixels. Scan it at 300 dots per inch and hand that in."
    ),
    "file.no_such_page": _("The document has no page %(page)s."),
    "format.unknown": _("This kind of file (%(kind)s) is not supported."),
    # reports
    "indicator.negative": _("A figure cannot be below 0."),
    "indicator.not_whole": _("This indicator is counted in whole numbers (%(unit)s)."),
    "indicator.too_large": _("This number is too large. Look for a slip of the hand."),
    "indicator.too_fine": _("At most two digits after the comma."),
    "indicator.both": _("Give either a number or a state for this indicator, not both."),
    "indicator.unknown": _("This indicator is not in the table of the report."),
    "form.unknown": _("This table of indicators is not known."),
    "report.awaiting": _("A version was sent and waits for acceptance. It can be changed once it is returned."),
    "report.accepted": _("The report is accepted. To change it, correct it and give the reason."),
    "report.closed": _("This version was sent and can no longer be changed."),
    "report.nothing": _("The report says nothing yet. Give a figure, write a sentence, or report that nothing arose."),
    "report.nil_questioned": _(
        "The records hold figures here. Look again; if it is right, say why in the note and send it nevertheless."
    ),
    "report.nil_unexplained": _("Say in the note why nothing is reported although figures are recorded."),
    "paper.not_yet": _("The day of arrival lies ahead. Give the day on which the document came."),
    "paper.reversed": _("The document cannot arrive before its own date."),
    "correction.no_reason": _("Say why the accepted report is corrected."),
    "correction.not_accepted": _("Only an accepted report is corrected; this one is not accepted."),
    "review.own": _("You wrote or sent this yourself. Somebody else decides on it."),
    "review.not_waiting": _("Somebody has already decided on this report. Open it again to see the outcome."),
    "review.no_reason": _("Say what is wrong, overall or at an indicator, before returning it."),
    "window.reversed": _("The cut-off lies before the first day."),
    "consolidation.nothing_accepted": _("No report is accepted yet. Accept at least one, then consolidate."),
    "consolidation.changed": _(
        "Other reports were accepted or corrected meanwhile. Your text is kept; look at it once more and freeze again."
    ),
    "consolidation.no_symbol": _("Give the symbol that follows the number, for example BC-UBND."),
    "consolidation.issuer": _("Choose an agency of the collecting unit as the issuer."),
    "consolidation.not_issuer": _("Only a leader of the issuing agency signs this report."),
    "consolidation.not_waiting": _("This report is signed already."),
    "consolidation.not_signed": _("This report is not signed yet, or it has its number already."),
    "issue.no_number": _("Give the number."),
    "issue.not_yet": _("The date lies ahead. Give the day on which the number was given."),
    "issue.too_early": _("The date lies before the day the figures were closed."),
    # plans
    "agency.unknown": _("An agency chosen is not in the directory today. Load the page again and choose anew."),
    "due.kind": _("Choose when it is due: throughout, on a day, or in a rhythm."),
    "due.day_missing": _("Give the day, or choose another way to be due."),
    "due.rhythm_missing": _("Choose the rhythm, or choose another way to be due."),
    "plan.title": _("Give the plan a title of at most %(most)s characters."),
    "plan.issuer": _("A plan is issued in the name of your agency or of your unit's People's Committee."),
    "plan.issuer_stays": _("An issued plan keeps its issuer. Draft a new plan to issue in another name."),
    "plan.already_drafted": _("Your agency already has a plan from this directive. Open it under Plans, or amend it."),
    "plan.ends_before_start": _("The last day lies before the first."),
    "plan.item_text": _("Write what is to be done."),
    "plan.not_draft": _("The plan was submitted and cannot be edited now. It can be once it is sent back or amended."),
    "plan.lead_working": _("An agency that already works on this duty was left out. Open its task to reassign it."),
    "plan.name_unknown": _("“%(name)s” names no agency of the directory. Write it as the directory does, or tick it."),
    "plan.answering": _("Who answers for the joint product must be one of the lead agencies."),
    "plan.item_given": _("The duty has a lead agency. Take its leads away first, then declare it."),
    "plan.declare_instead": _("A duty of the directive stays: give it to an agency, or declare why nobody gets it."),
    "plan.item_withdrawn": _("This version already withdraws the duty."),
    "plan.item_not_withdrawn": _("This version does not withdraw the duty."),
    "plan.reason_missing": _("Give the reason in words."),
    "plan.report_title": _("Name the report."),
    "plan.superiors": _("Choose one to %(most)s superiors."),
    "plan.superior_twice": _("Each superior is asked once. Choose different posts."),
    "plan.superior": _("One of the posts chosen cannot be asked. Choose again."),
    "plan.empty": _("The plan has no duty yet. Add one, then submit it."),
    "plan.unowned": _("Nobody owns %(count)s of the duties. Give them to an agency or declare why nobody gets them."),
    "plan.not_submitted": _("The plan does not wait for an answer. Load the page again to see where it stands."),
    "plan.not_your_turn": _("Another superior is asked before you."),
    "plan.own_approval": _("You submitted this plan yourself; somebody else must approve it."),
    "plan.note_missing": _("Say what is to be mended before sending it back."),
    "plan.not_approved": _("The plan is not approved, or it is signed already. Load the page again to see."),
    "plan.signer": _("The plan is signed by a leader of the agency in whose name it is issued."),
    "plan.not_signed": _("The plan is not signed, or it has its number already. Load the page again to see."),
    "plan.number": _("Write the number alone, for instance 31."),
    "plan.symbol": _("Write the symbol that follows the number, for instance KH-UBND."),
    "plan.number_taken": _("%(symbol)s was given this year already. Look into the register of outgoing documents."),
    "plan.date_future": _("The day of issue lies ahead. Give the day on which the number was given."),
    "plan.not_issued": _("Only an issued plan is amended, and one version at a time."),
    "plan.item_twice": _("The plan holds a duty of its own with these words already. Nothing was saved twice."),
    # tasks
    "task.closed": _("The task is closed: it was finished, withdrawn or given to another agency."),
    "task.same_lead": _("This agency leads the task already."),
    "task.lead_has_it": _("This agency already has a task of the same duty."),
    "task.reason_missing": _("Give the reason in words."),
    "progress.future": _("The day lies ahead. Write down what was done up to today."),
    "progress.percent": _("A percentage lies between 0 and 100."),
    "progress.note_missing": _("Write what was done."),
    "progress.indicator_twice": _("The same figure stands in two rows. Add the numbers up in one row."),
    "progress.paper_missing": _("Give number and symbol of the agency's document: entering for another needs it."),
    "progress.paper_future": _("The day of the document lies ahead."),
    "progress.said_already": _(
        "The last entry of this task says exactly this, so nothing was saved twice. "
        "If it is something else, say in your words what is different."
    ),
    "progress.voided": _("The entry was voided already."),
    # documents and their duties
    "directive.secret": _(
        "This document bears a stamp of secrecy. It was refused; nothing of it was kept. "
        "Handle it as the rules on state secrets say, outside this system."
    ),
    "directive.too_long": _("The text is longer than %(limit)s million characters. Register its parts one by one."),
    "directive.no_duty": _(
        "No duty was found in this text, so nothing was saved. Check that the whole document was pasted; "
        "or tick the box to register it and add the duties by hand."
    ),
    "directive.arrival_in_future": _("The day of arrival lies in the future. Correct it."),
    "directive.already_registered": _("Your agency has registered this text before."),
    "directive.confirmed": _(
        "The duties of this document are confirmed and no longer change. A missed duty can still be added."
    ),
    "directive.not_confirmed": _("The duties of this document are not confirmed yet. Confirm them first."),
    "directive.changed_meanwhile": _(
        "Somebody changed the duties of this document in the meantime, so nothing was saved. "
        "Look at them as they stand now, then do it again if it is still right."
    ),
    "directive.nothing_to_undo": _("There is no correction left to take back."),
    "corpus.nothing_confirmed": _(
        "There is no confirmed directive to export. For an account, only directives count "
        "that its own agency registered."
    ),
    "directive.nothing_to_confirm": _("There is no duty to confirm. Add at least one."),
    "directive.scan_unread": _(
        "Duties read from a scan and not yet compared with the page: %(count)s. Compare each one, then confirm."
    ),
    "directive.doubts_open": _(
        "Doubts are still open at %(count)s duties. Look at them, or tick that you accept them."
    ),
    "finding.reason_missing": _("Say in words why the finding does not matter."),
    "finding.reason_long": _("The reason is longer than %(limit)s characters. Shorten it."),
    "finding.changed_meanwhile": _("Somebody decided about this finding in the meantime. Look at it once more."),
    "duty.text_missing": _("Write what is to be done."),
    "duty.due_missing": _("Write the day, as 16/3/2026; or choose another kind of due time."),
    "duty.due_no_day": _("The day of the month is missing. Write it as 16/3/2026 or 16/3."),
    "duty.rhythm_missing": _("Choose a rhythm."),
    "duty.split_needs_two": _("There is only one part. Put a line of three dashes (---) where the duty is split."),
    "duty.split_too_many": _("At most %(limit)s parts can be made at once."),
    "duty.merge_with_itself": _("Choose another duty to merge with."),
    "duty.added_already": _("This duty was added already, for the same agencies. Nothing was saved twice."),
    "duty.no_such_line": _("The document has no such line; it has %(lines)s lines."),
}


def words(refusal: Refusal) -> str:
    """The message of a refusal, its placeholders filled; a code without words says at least which rule it was."""
    message = WORDS.get(refusal.code)
    if message is None:
        return gettext("This cannot be done (%(code)s).") % {"code": refusal.code}
    return str(message) % refusal.values_by_name
