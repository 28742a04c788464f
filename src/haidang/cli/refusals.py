"""What the commands say of documents that cannot be read; the same words as on the pages."""

from haidang.cli.words import gettext_noop
from haidang.cli.words import say as _
from haidang.domain.terms.refusal import Refusal

REFUSALS = {
    "file.empty": gettext_noop("The file is empty. Choose a file that has text in it."),
    "file.binary": gettext_noop("This is not a text file. Save the document as .txt (UTF-8), or paste its text."),
    "file.too_large": gettext_noop("The file is too large. The limit is %(limit)s MB."),
    "file.encoding": gettext_noop("The file's letters cannot be read. Save it as .txt in UTF-8, or paste its text."),
    "file.damaged": gettext_noop(
        "The file is damaged and cannot be opened. Open it where it was made and save it anew."
    ),
    "file.encrypted": gettext_noop(
        "The file is locked with a password. Take the password off, save it and hand it in again."
    ),
    "file.entities": gettext_noop("The file holds XML instructions that no document needs, so it was not opened."),
    "file.too_many_parts": gettext_noop("The file is packed from more than %(limit)s parts; a document has far fewer."),
    "file.too_many_pages": gettext_noop("The document is longer than %(limit)s pages. Hand in its parts one by one."),
    "file.too_many_scanned": gettext_noop(
        "The document has more than %(limit)s scanned pages. Hand in its parts one by one."
    ),
    "file.unpacks_too_large": gettext_noop("Unpacked, the file would be over %(limit)s MB. It was not opened."),
    "file.unsupported": gettext_noop(
        "This kind of file is not read. Hand in a text document: .docx, .odt, .pdf, .html, .doc, .rtf, "
        ".txt, or a scan as .pdf, .png, .jpg."
    ),
    "file.needs_libreoffice": gettext_noop(
        "Reading .doc and .rtf needs LibreOffice, which this machine lacks. Ask the administrator to "
        "install the package %(package)s, or save the document as .docx."
    ),
    "file.too_slow": gettext_noop(
        "The file could not be converted within %(limit)s seconds. Save it as .docx and hand that in."
    ),
    "file.needs_ocr": gettext_noop(
        "This file is a picture of paper. Reading it needs Tesseract with Vietnamese, which this machine "
        "lacks. Ask the administrator to install the packages %(packages)s."
    ),
    "file.too_many_pixels": gettext_noop(
        "The picture is larger than %(limit)s megapixels. Scan it at 300 dots per inch and hand that in."
    ),
    "file.no_such_page": gettext_noop("The document has no page %(page)s."),
    "not_allowed": gettext_noop("This account may not do that."),
    "corpus.nothing_confirmed": gettext_noop(
        "There is no confirmed directive to export. For an account, only directives count "
        "that its own agency registered."
    ),
    "corpus.folder_taken": gettext_noop(
        "The folder holds files that are not an earlier export. Choose an empty or a new folder."
    ),
    "corpus.changed_by_hand": gettext_noop(
        "The file %(name)s was changed since the last export and is not overwritten. Choose another folder."
    ),
    "province.unknown": gettext_noop("No province of today has this name. Write it as in Nghị quyết 202/2025/QH15."),
    "province.there": gettext_noop("This province was begun before."),
    "account.name": gettext_noop(
        "3 to 40 small letters and digits, with single dots or hyphens between: nguyen.van-an."
    ),
    "account.person": gettext_noop("Write the person's full name."),
    "account.taken": gettext_noop("There is an account of this name. Choose another."),
    "directive.secret": gettext_noop("The document bears a stamp of secrecy. It was not read."),
}


def words(refusal: Refusal) -> str:
    """What a refusal says; a code without words says at least which rule it was."""
    message = REFUSALS.get(refusal.code)
    if message is None:
        return _("This cannot be done (%(code)s).", code=refusal.code)
    return _(message, **refusal.values_by_name)
