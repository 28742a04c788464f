"""Bytes of a received text file to text: encodings old and new, what is no text, and the stamp of secrecy."""

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from importlib import resources

from haidang.domain.terms.laid import Note
from haidang.domain.terms.refusal import Refusal
from haidang.domain.terms.text import nfc, squash

LIMIT_MB = 20
_LIMIT = LIMIT_MB * 1_000_000
_MAGIC = (
    b"%PDF",
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"{\\rtf",
    b"\x1f\x8b",
    b"7z\xbc\xaf",
    b"Rar!",
    b"\x7fELF",
    b"MZ\x90",
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x1d-\x1f\x7f]")
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 40_000

# Old encodings as data: see the file for its sources.
ENCODINGS = tomllib.loads(resources.files(__package__).joinpath("data", "encodings.toml").read_text(encoding="utf-8"))
_PROBE = frozenset(ENCODINGS["probe"]["words"])
_MARKED_PROBE = frozenset(w for w in _PROBE if not w.isascii())
_TCVN3 = str.maketrans(
    {
        chr(byte): letter
        for byte, letter in zip(bytes.fromhex(ENCODINGS["tcvn3"]["bytes"]), ENCODINGS["tcvn3"]["letters"], strict=True)
    }
)
_VNI = ENCODINGS["vni"]
_VNI_SINGLE = str.maketrans(
    {chr(b): c for b, c in zip(bytes.fromhex(_VNI["single_bytes"]), _VNI["single_letters"], strict=True)}
)
_VNI_MARKS = {
    chr(int(byte, 16) - shift): "".join(chr(int(marks[i : i + 4], 16)) for i in range(0, len(marks), 4))
    for byte, marks in _VNI["marks"]
    for shift in (0, 0x20)
}
_VNI_LETTER = re.compile(
    rf"([aeiouyôöAEIOUYÔÖ])([{''.join(_VNI_MARKS)}])|[{''.join(map(chr, _VNI_SINGLE))}]",
)

_STAMP = re.compile(r"^[\W_]*(?:(?:ĐỘ|Độ|độ) (?:MẬT|Mật|mật)\s*:?\s*)?(TUYỆT MẬT|TỐI MẬT|MẬT)[\W_]*$")
_STAMP_RUNNING = re.compile(r"(?<!BÍ )(?<!BẢO )(?<!CƠ )(?<!\w)(TUYỆT MẬT|TỐI MẬT|MẬT)(?!\w)")
_NUMBERED = re.compile(r"\bSố\s*:")
_HEAD_LINES = 40


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text of a file, the encoding it was in, and why a person should look."""

    text: str
    encoding: str
    notes: tuple[Note, ...] = ()


def decode(data: bytes) -> Decoded:
    """Decode a text file. Raises `Refusal`: `file.too_large`, `file.empty`, `file.binary`, `file.encoding`."""
    if len(data) > _LIMIT:
        raise Refusal("file.too_large", "file", limit=LIMIT_MB)
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        raise Refusal("file.empty", "file")
    if data.startswith(_MAGIC):
        raise Refusal("file.binary", "file")
    decoded = _unicode(data) or _damaged(data) or _legacy(data)
    if decoded is None:
        raise Refusal("file.binary" if _looks_binary(data) else "file.encoding", "file")
    if len(_CONTROL.findall(decoded.text[:_SAMPLE])) > 4 + len(decoded.text[:_SAMPLE]) // 500:
        raise Refusal("file.binary", "file")
    if not squash(decoded.text.replace("\ufeff", "")):
        raise Refusal("file.empty", "file")
    return decoded


def recover(text: str) -> Decoded:
    """Text that was typed in TCVN3 or VNI fonts and saved or pasted as if it were Unicode; other text as it is."""
    sample = text[:_SAMPLE]
    if _plausible(sample) >= _ENOUGH:
        return Decoded(text, "utf-8")
    found = _best({"tcvn3": from_tcvn3(sample), "vni": from_vni(sample)})
    if found is None or any(ord(c) > 0xFF and c.isalpha() for c in sample):
        return Decoded(text, "utf-8")
    whole = from_tcvn3(text) if found == "tcvn3" else from_vni(text)
    return Decoded(nfc(whole), found, (Note("encoding.converted", found),))


def secrecy_stamp(text: str) -> str | None:
    """The stamp of secrecy at the head of a document, or None; the words inside a sentence or a title are no stamp."""
    lines = [squash(line) for line in nfc(text[:20_000]).splitlines() if line.strip()][:_HEAD_LINES]
    for line in lines:
        if found := _STAMP.match(line):
            return found[1]
    running = " ".join(lines)[:1500]
    number = _NUMBERED.search(running)
    if number and "Hạnh phúc" in running[: number.start()]:
        found = _STAMP_RUNNING.search(running[: number.start()])
        return found[1] if found else None
    return None


_ENOUGH = 0.06


def _unicode(data: bytes) -> Decoded | None:
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if data.startswith(mark):
            try:
                return Decoded(data[2:].decode(encoding), encoding)
            except UnicodeDecodeError:
                return None
    guess = _bare_utf16(data)
    if guess:
        return guess
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    return recover(text)


def _bare_utf16(data: bytes) -> Decoded | None:
    """UTF-16 without its mark: zeros at every second byte and at no other."""
    sample = data[: 2 * (_SAMPLE // 2)]
    if len(sample) < 8 or len(data) % 2:
        return None
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        zeros, others = sample[first::2].count(0), sample[1 - first :: 2].count(0)
        if zeros > 0.4 * len(sample) / 2 and others <= 0.01 * len(sample):
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError:
                continue
            return Decoded(text, encoding, (Note("encoding.guessed", encoding),))
    return None


def _damaged(data: bytes) -> Decoded | None:
    """UTF-8 with a few broken bytes, as after a cut download; the broken places show as �."""
    text = data.decode("utf-8-sig", errors="replace")
    broken = text.count("\ufffd")
    if broken > 3 + len(text) // 20_000 or _plausible(text[:_SAMPLE]) < _ENOUGH:
        return None
    return Decoded(text, "utf-8", (Note("encoding.damaged", str(broken)),))


def _legacy(data: bytes) -> Decoded | None:
    """One byte a letter: the table that turns the bytes into Vietnamese words, if one clearly does."""
    if b"\x00" in data:
        return None
    sample = data[:_SAMPLE].decode("latin-1")
    found = _best({"tcvn3": from_tcvn3(sample), "vni": from_vni(sample), "cp1258": _cp1258(data[:_SAMPLE])})
    if found is None:
        return None
    text = data.decode("latin-1")
    whole = {"tcvn3": from_tcvn3, "vni": from_vni}[found](text) if found != "cp1258" else _cp1258(data)
    return Decoded(nfc(whole), found, (Note("encoding.converted", found),))


def _best(readings: dict[str, str]) -> str | None:
    ranked = sorted(((_plausible(text), name) for name, text in readings.items()), reverse=True)
    (top, name), (second, _) = ranked[0], ranked[1]
    return name if top >= _ENOUGH and top >= 1.5 * second else None


def _plausible(text: str) -> float:
    """The share of words that are frequent Vietnamese words with marks."""
    words = _WORD.findall(nfc(text).lower())
    return sum(1 for word in words if word in _MARKED_PROBE) / len(words) if words else 0.0


def from_tcvn3(text: str) -> str:
    """Text whose characters are the bytes of TCVN3 (fonts named .Vn…), as Unicode; its capitals come out small."""
    return text.translate(_TCVN3)


def from_vni(text: str) -> str:
    """Text whose characters are the bytes of VNI-Windows (fonts named VNI-…), as Unicode.

    A vowel and the mark after it are one letter, other bytes a letter each; one pass, as results are no input.
    """

    def letter(found: re.Match[str]) -> str:
        vowel = found[1].translate(_VNI_SINGLE) if found[1] else ""
        return unicodedata.normalize("NFC", vowel + _VNI_MARKS[found[2]]) if vowel else found[0].translate(_VNI_SINGLE)

    return _VNI_LETTER.sub(letter, text)


def _cp1258(data: bytes) -> str:
    return nfc(data.decode("cp1258", errors="replace"))


def _looks_binary(data: bytes) -> bool:
    sample = data[:_SAMPLE]
    return b"\x00" in sample or sum(1 for byte in sample if byte < 9 or 13 < byte < 32) > len(sample) // 200
