"""Reads a text file: its lines stay as they are, physical line by physical line."""

from collections.abc import Callable

from haidang.domain.terms.intake import decode
from haidang.domain.terms.laid import Laid
from haidang.domain.terms.text import nfc


def read(data: bytes, progress: Callable[[int, int], None] | None = None) -> Laid:
    """The text with `\\n` line ends. Raises `Refusal` as `intake.decode` does."""
    decoded = decode(data)
    text = nfc(decoded.text.replace("\r\n", "\n").replace("\r", "\n"))
    if progress:
        progress(1, 1)
    return Laid(text, "txt", encoding=decoded.encoding, notes=decoded.notes)
