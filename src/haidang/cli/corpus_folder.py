"""A folder of texts with their annotations: written so that nobody loses work, read in the layouts in use."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from haidang.domain.terms.refusal import Refusal
from haidang.formats.opening import SUFFIXES

TEXTS, GOLD = "documents", "documents-gold"
_MANIFEST = "corpus.json"
_FORMAT = "haidang-corpus-1"
_AFTER = "-gold"


@dataclass(frozen=True, slots=True)
class Pair:
    """A document and its annotation, both by the same name."""

    text: Path
    gold: Path


def write(folder: Path, export: UUID, documents: Iterable[tuple[str, str, dict[str, Any]]]) -> None:
    """Write (name, text, annotation) of each document; an earlier export there is brought up to date.

    Call `refuse_foreign` first: files of an earlier export that are no longer in it are removed.
    """
    files = {}
    for name, text, annotation in documents:
        files[f"{TEXTS}/{name}.txt"] = text
        files[f"{GOLD}/{name}.json"] = json.dumps(annotation, ensure_ascii=False, indent=1) + "\n"
    earlier = _manifest(folder) or {}
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    kept = {"format": _FORMAT, "export": str(export), "files": {name: _digest(words) for name, words in files.items()}}
    _put(folder / _MANIFEST, json.dumps(kept, indent=1) + "\n")
    for gone in earlier.keys() - files.keys():
        (folder / gone).unlink(missing_ok=True)
    for inner in (TEXTS, GOLD):
        (folder / inner).mkdir(exist_ok=True, mode=0o700)
    for name, words in files.items():
        _put(folder / name, words)


def refuse_foreign(folder: Path) -> None:
    """Refuse a folder that holds anything but an earlier export as it was written.

    Raises Refusal `corpus.folder_taken`, and `corpus.changed_by_hand` (with `name`) where somebody worked on a file.
    """
    if folder.exists() and not folder.is_dir():
        raise Refusal("corpus.folder_taken")
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir()}
    if not there:
        return
    earlier = _manifest(folder)
    if earlier is None or there - earlier.keys() - {_MANIFEST}:
        raise Refusal("corpus.folder_taken")
    for name in sorted(there & earlier.keys()):
        if (folder / name).is_symlink() or _digest((folder / name).read_bytes()) != earlier[name]:
            raise Refusal("corpus.changed_by_hand", name=name)


def pairs(folder: Path) -> tuple[Pair, ...]:
    """The annotated documents of a folder.

    Texts in X with annotations in X-gold beside it, whether X is the folder itself or lies in it; else texts and
    annotations side by side.
    """
    beside = folder.resolve().with_name(folder.resolve().name + _AFTER)
    if beside.is_dir():
        return tuple(_matched(folder, beside))
    inner = sorted(path for path in folder.iterdir() if path.is_dir() and (folder / (path.name + _AFTER)).is_dir())
    if inner:
        return tuple(pair for path in inner for pair in _matched(path, folder / (path.name + _AFTER)))
    return tuple(_matched(folder, folder))


def _matched(texts: Path, gold: Path) -> Iterator[Pair]:
    documents = {path.stem: path for path in sorted(texts.iterdir()) if path.suffix.lower() in SUFFIXES}
    for path in sorted(gold.glob("*.json")):
        if path.stem in documents:
            yield Pair(documents[path.stem], path)


def _manifest(folder: Path) -> dict[str, str] | None:
    """The files of an earlier export with their digests; None where there is none that can be trusted."""
    try:
        kept = json.loads((folder / _MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    files = kept.get("files") if isinstance(kept, dict) and kept.get("format") == _FORMAT else None
    if not isinstance(files, dict) or not all(_is_ours(name) for name in files):
        return None
    return {name: str(digest) for name, digest in files.items()}


def _is_ours(name: str) -> bool:
    """A file that an export could have written; anything else in a manifest would lead out of the folder."""
    parts = name.split("/")
    return len(parts) == 2 and parts[0] in (TEXTS, GOLD) and parts[1] not in ("", ".", "..")


def _digest(words: str | bytes) -> str:
    return hashlib.sha256(words.encode() if isinstance(words, str) else words).hexdigest()


def _put(path: Path, words: str) -> None:
    path.write_bytes(words.encode())
