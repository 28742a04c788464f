"""Files that come with an act: kept as they are, each under the name shown to people."""

from dataclasses import dataclass
from datetime import datetime

from haidang.apps.files import services as files
from haidang.apps.files.models import StoredFile
from haidang.domain.access.viewer import Viewer
from haidang.domain.terms.refusal import Refusal


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file handed in with a form."""

    label: str
    media_type: str
    data: bytes


def keep(actor: Viewer, attachment: Attachment, *, at: datetime, field: str) -> StoredFile:
    """Store the file; what is wrong with it is said of the form's `field`."""
    try:
        return files.store(
            viewer=actor, data=attachment.data, label=attachment.label, media_type=attachment.media_type, at=at
        )
    except Refusal as refusal:
        raise Refusal(refusal.code, field, **refusal.values_by_name) from refusal
