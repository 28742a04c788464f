"""Envelopes and tokens: what is sealed opens only where it belongs and only with its key."""

from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.domain.terms.refusal import Refusal
from haidang.formats.sealed import keyfile
from haidang.formats.sealed.envelope import Envelopes, Place
from haidang.formats.sealed.tokens import Compared, Tokens, as_compared

OLD, NEW = bytes(32), bytes(range(32))
HERE = Place("victims_person", "name", UUID(int=1))
TEXTS = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1)


@given(TEXTS)
def test_what_was_sealed_opens_and_the_envelope_shows_nothing_of_it(text: str) -> None:
    ring = Envelopes([OLD])
    sealed = ring.seal(text, HERE)
    assert ring.open(sealed, HERE) == text
    assert len(text) < 6 or text not in sealed
    assert ring.seal(text, HERE) != sealed


@pytest.mark.parametrize(
    "place",
    [
        Place("victims_person", "name", UUID(int=2)),
        Place("victims_person", "phone", UUID(int=1)),
        Place("tips_tip", "name", UUID(int=1)),
    ],
)
def test_an_envelope_moved_elsewhere_does_not_open(place: Place) -> None:
    sealed = Envelopes([OLD]).seal("Lê Thị Mẫu", HERE)
    with pytest.raises(Refusal, match=r"sealed\.unopened"):
        Envelopes([OLD]).open(sealed, place)


@given(st.data())
def test_a_changed_letter_or_another_key_does_not_open(data: st.DataObject) -> None:
    sealed = Envelopes([OLD]).seal("Lê Thị Mẫu", HERE)
    for ring in (Envelopes([NEW]), Envelopes([NEW, bytes([1] * 32)])):
        assert not sealed.startswith(ring.prefixes)
        with pytest.raises(Refusal):
            ring.open(sealed, HERE)
    # The last letter of base64 carries spare bits that decode to the same bytes.
    at = data.draw(st.integers(0, len(sealed) - 3))
    other = data.draw(st.sampled_from("AbZ9_.").filter(lambda char: char != sealed[at]))
    with pytest.raises(Refusal):
        Envelopes([OLD]).open(sealed[:at] + other + sealed[at + 1 :], HERE)


def test_nothing_stays_nothing_and_lengths_do_not_tell() -> None:
    ring = Envelopes([OLD])
    assert ring.seal("", HERE) == ring.open("", HERE) == ""
    assert len({len(ring.seal(name, HERE)) for name in ("Lê An", "Nguyễn Hoàng Phương")}) == 1
    with pytest.raises(ValueError, match="NUL"):
        ring.seal("a\0b", HERE)


def test_a_new_key_seals_and_the_old_one_still_opens() -> None:
    sealed = Envelopes([OLD]).seal("0912 345 678", HERE)
    ring = Envelopes([OLD, NEW])
    assert ring.open(sealed, HERE) == "0912 345 678"
    assert not ring.is_current(sealed)
    assert ring.is_current(ring.seal("0912 345 678", HERE))


@pytest.mark.parametrize(
    ("one", "other", "compared", "same"),
    [
        ("Lê  Thị Mẫu", "lê thị mẫu", Compared.NAME, True),
        ("Lê Thị Hải", "Lê Thị Hai", Compared.NAME, False),
        ("Lê Thị Mẫu", "Lê Thị Mẫu", Compared.NAME, True),
        ("+84 912.345.678", "0912 345 678", Compared.DIGITS, True),
        ("A@B.vn", "a@b.vn ", Compared.ADDRESS, True),
    ],
)
def test_values_are_found_however_they_are_written(one: str, other: str, compared: Compared, same: bool) -> None:
    ring = Tokens([OLD])
    assert (ring.stored(one, "t.c", compared) in ring.sought(other, "t.c", compared)) is same


def test_tokens_differ_by_column_and_are_found_under_an_older_key() -> None:
    old, both = Tokens([OLD]), Tokens([OLD, NEW])
    assert old.stored("a", "t.one", Compared.NAME) != old.stored("a", "t.two", Compared.NAME)
    assert old.stored("a", "t.one", Compared.NAME) in both.sought("a", "t.one", Compared.NAME)
    assert both.stored("a", "t.one", Compared.NAME) not in old.sought("a", "t.one", Compared.NAME)
    assert old.stored("  ", "t.one", Compared.NAME) == ""
    assert as_compared("số: 12", Compared.DIGITS) == "12"


def test_a_key_file_is_made_once_and_closed_to_others(tmp_path: Path) -> None:
    path = tmp_path / "keys" / "fields.keys"
    first = keyfile.ring(path)
    assert keyfile.ring(path) == first
    assert path.stat().st_mode & 0o077 == 0
    keyfile.add(path)
    assert keyfile.ring(path)[0] == first[0]
    assert len(set(keyfile.ring(path))) == 2
    path.write_text("# a remark\n" + first[0].hex() + "\n", encoding="ascii")
    assert keyfile.ring(path) == first
    for wrong in ("", "ab\n", "khong phai khoa\n"):
        path.write_text(wrong, encoding="ascii")
        with pytest.raises(ValueError, match=r"."):
            keyfile.ring(path)


def test_keys_may_come_from_a_command(tmp_path: Path) -> None:
    script = tmp_path / "vault"
    script.write_text(f'#!/bin/sh\ntest "$1" = fields && echo {OLD.hex()}\n', encoding="ascii")
    script.chmod(0o700)
    assert keyfile.told(str(script), "fields") == (OLD,)
