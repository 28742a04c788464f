"""Zip packages of office files, opened with limits: what is declared is checked first, what is unpacked is bounded."""

import struct
import zipfile
import zlib
from io import BytesIO

from haidang.domain.terms.refusal import Refusal

MOST_ENTRIES = 2_000
# All entries together, as declared and as unpacked.
MOST_BYTES = 400_000_000
# One part that is parsed: a tree takes several times this in memory. The text of 500 pages needs a quarter of it.
MOST_PART = 40_000_000
# Repetitive tables pack to a sixtieth; deflate can reach a thousandth. Small parts harm nobody.
MOST_RATIO = 250
_RATIO_FROM = 4_000_000

_END = b"PK\x05\x06"
_END_SIZE = 22
_LONGEST_COMMENT = 65_535
_ZIP64 = b"PK\x06\x07"
_ENTRY_HEAD = 46
_MOST_DIRECTORY = MOST_ENTRIES * 1_000
_ENCRYPTED = 0x1


class Package:
    """The parts of a zip package by name; nothing is ever written to disk, so no name leads outside.

    Raises `Refusal`: `file.damaged`, `file.too_many_parts`, `file.unpacks_too_large`, `file.encrypted`.
    """

    def __init__(self, data: bytes) -> None:
        _check_directory(data)
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, RuntimeError, ValueError, OSError, struct.error) as broken:
            raise Refusal("file.damaged", "file") from broken
        entries = self._zip.infolist()
        if len(entries) > MOST_ENTRIES:
            raise Refusal("file.too_many_parts", "file", limit=MOST_ENTRIES)
        declared = sum(entry.file_size for entry in entries)
        if declared > MOST_BYTES or any(_is_bomb(entry) for entry in entries):
            raise Refusal("file.unpacks_too_large", "file", limit=MOST_BYTES // 1_000_000)
        self._entries = {entry.filename.lstrip("/"): entry for entry in entries}
        self._left = MOST_BYTES

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the parts."""
        return tuple(self._entries)

    @property
    def encrypted(self) -> bool:
        """Whether any part is encrypted as zip knows it."""
        return any(entry.flag_bits & _ENCRYPTED for entry in self._entries.values())

    def part(self, name: str) -> bytes | None:
        """The bytes of a part, or None where there is no such part. Declared sizes are not believed."""
        entry = self._entries.get(name)
        if entry is None:
            return None
        if entry.flag_bits & _ENCRYPTED:
            raise Refusal("file.encrypted", "file")
        most = min(MOST_PART, self._left)
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise Refusal("file.damaged", "file")
        try:
            with self._zip.open(entry) as stream:
                data = stream.read(most + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, ValueError, OSError, struct.error) as broken:
            raise Refusal("file.damaged", "file") from broken
        if len(data) > most:
            raise Refusal("file.unpacks_too_large", "file", limit=most // 1_000_000)
        self._left -= len(data)
        return data


def _check_directory(data: bytes) -> None:
    """Look at the directory's own size before it is read: a million names take seconds and memory."""
    tail_at = max(0, len(data) - _END_SIZE - _LONGEST_COMMENT)
    found = data.rfind(_END, tail_at)
    if found < 0 or found + _END_SIZE > len(data):
        raise Refusal("file.damaged", "file")
    entries, size = struct.unpack_from("<HI", data, found + 10)
    if data[max(0, found - 20) : found].startswith(_ZIP64):
        # 64-bit directories begin where our largest file ends.
        raise Refusal("file.damaged", "file")
    if entries > MOST_ENTRIES or size > _MOST_DIRECTORY or size // _ENTRY_HEAD > 20 * MOST_ENTRIES:
        raise Refusal("file.too_many_parts", "file", limit=MOST_ENTRIES)


def _is_bomb(entry: zipfile.ZipInfo) -> bool:
    return entry.file_size > _RATIO_FROM and entry.file_size > MOST_RATIO * max(entry.compress_size, 1)
