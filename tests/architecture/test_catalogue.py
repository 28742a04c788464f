"""Every word a person reads has its Vietnamese, and the compiled catalogue is the one that was translated."""

import re
import subprocess
import sys
import unicodedata
from pathlib import Path

import polib
import pytest

from tests.architecture.tree import HOUSE, ROOT, files

CATALOGUE = HOUSE / "locale" / "vi" / "LC_MESSAGES" / "django.po"
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")
# "qu" is one sound, so "quý" and "quỹ" carry their mark on the y in either style.
OLD_MARKS = re.compile(r"o[áàảãạéèẻẽẹ]\b|(?<![qQ])u[ýỳỷỹỵ]\b")
# The collector ends lines of help text differently; the catalogue holds the same words.
ENTRY = tuple[str | None, str]


def entries(path: Path) -> dict[ENTRY, polib.POEntry]:
    return {(entry.msgctxt, entry.msgid): entry for entry in polib.pofile(str(path)) if not entry.obsolete}


def translations(entry: polib.POEntry) -> list[str]:
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


@pytest.fixture(scope="module")
def used(tmp_path_factory: pytest.TempPathFactory) -> dict[ENTRY, polib.POEntry]:
    """The messages the source uses, collected into a copy."""
    copy = tmp_path_factory.mktemp("collected")
    for path in files(".py", ".html", ".txt", under=HOUSE):
        target = copy / path.relative_to(HOUSE)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
    (copy / "locale").mkdir(exist_ok=True)
    command = [sys.executable, "-m", "django", "makemessages", "--locale=vi", "--no-wrap", "--extension=html,txt,py"]
    done = subprocess.run(command, cwd=copy, env=environment(), text=True, capture_output=True)
    assert done.returncode == 0, done.stderr
    return entries(copy / "locale" / "vi" / "LC_MESSAGES" / "django.po")


def environment() -> dict[str, str]:
    """An environment without our settings: the collector must see the copy, not the installation."""
    return {"PATH": "/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8", "PYTHONPATH": str(ROOT / "src")}


@pytest.mark.gettext
def test_every_message_is_translated(used: dict[ENTRY, polib.POEntry]) -> None:
    assert len(used) > 20
    known = entries(CATALOGUE)
    missing = [key for key in used if key not in known or not all(translations(known[key]))]
    assert missing == []


@pytest.mark.gettext
def test_the_catalogue_holds_nothing_that_is_not_used(used: dict[ENTRY, polib.POEntry]) -> None:
    assert [key for key in entries(CATALOGUE) if key not in used] == []


def test_no_translation_is_in_doubt() -> None:
    assert [entry.msgid for entry in polib.pofile(str(CATALOGUE)) if "fuzzy" in entry.flags] == []


def test_the_compiled_catalogue_is_the_translated_one() -> None:
    compiled = polib.mofile(str(CATALOGUE.with_suffix(".mo")))
    assert {(entry.msgctxt, entry.msgid): translations(entry) for entry in compiled} == {
        key: translations(entry) for key, entry in entries(CATALOGUE).items() if all(translations(entry))
    }


def test_placeholders_survive_translation() -> None:
    wrong = []
    for entry in entries(CATALOGUE).values():
        # One Vietnamese form serves every number, so it must fit the plural, which names the number.
        original = set(PLACEHOLDER.findall(entry.msgid_plural or entry.msgid))
        wrong += [entry.msgid for text in translations(entry) if text and set(PLACEHOLDER.findall(text)) != original]
    assert wrong == []


def test_translations_are_composed_unicode() -> None:
    texts = [text for entry in entries(CATALOGUE).values() for text in translations(entry)]
    assert [text for text in texts if not unicodedata.is_normalized("NFC", text)] == []


def test_the_screen_speaks_with_one_voice() -> None:
    # An office asks with "đề nghị"; it neither commands with "hãy" nor says "bạn" to an officer.
    texts = [text for entry in entries(CATALOGUE).values() for text in translations(entry)]
    assert [text for text in texts if re.search(r"\b(?:hãy|bạn)\b", text, re.IGNORECASE)] == []


def test_tone_marks_stand_in_one_place() -> None:
    # "hóa", "ủy" and not "hoá", "uỷ": both are right, one is used.
    texts = [text for entry in entries(CATALOGUE).values() for text in translations(entry)]
    assert [text for text in texts if OLD_MARKS.search(text)] == []


def test_no_message_stands_inside_a_formatted_string() -> None:
    """The collector does not look into formatted strings: such a message would lose its Vietnamese unseen."""
    inside = re.compile(r"""f"[^"\n]*\{_\(|f'[^'\n]*\{_\(""")
    found = [
        str(path.relative_to(ROOT)) for path in files(".py", under=HOUSE) if inside.search(path.read_text("utf-8"))
    ]
    assert not found
