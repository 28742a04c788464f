"""A file that came with a form, on its way to an act."""

import mimetypes

from django.core.files.uploadedfile import UploadedFile

from haidang.flows.attaching import Attachment

# One byte more than may be kept: enough to see that a file is too large without holding all of it.
_READ_AT_MOST = 20 * 1024 * 1024 + 1


def attachment(file: UploadedFile) -> Attachment:
    """An uploaded file as flows take it; its type follows from its name, not from what the sender says."""
    guessed, _encoding = mimetypes.guess_type(file.name or "")
    return Attachment(file.name or "", guessed or "application/octet-stream", file.read(_READ_AT_MOST))
