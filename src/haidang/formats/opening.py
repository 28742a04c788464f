"""The one entrance for files of any kind: bytes in, text with its places out."""

from haidang.domain.terms.laid import Laid
from haidang.domain.terms.refusal import Refusal
from haidang.formats.registry import Progress, read, recognise

LARGEST_MB = 50
# The names under which such files usually come; what a file is, its content says.
SUFFIXES = frozenset((".docx", ".docm", ".dotx", ".odt", ".ott", ".pdf", ".png", ".jpg", ".jpeg", ".html", ".htm"))
SUFFIXES |= {".xhtml", ".doc", ".dot", ".rtf", ".txt"}


def open_file(
    data: bytes, name: str = "", progress: Progress | None = None, *, most_pictures: int | None = None
) -> Laid:
    """The text of a file, whatever its kind; `name` helps only where the content leaves the kind open.

    `progress` hears of pages done and pages in all. Raises `Refusal`: `file.too_large`, `file.empty`,
    `file.encrypted`, `file.unsupported`, `file.too_many_scanned` (with `most_pictures`), and
    what the format itself refuses (`file.*`).
    """
    if not data:
        raise Refusal("file.empty", "file")
    if len(data) > LARGEST_MB * 1_000_000:
        raise Refusal("file.too_large", "file", limit=LARGEST_MB)
    return read(recognise(data, name), data, progress, most_pictures=most_pictures)
