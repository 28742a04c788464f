"""One field in one envelope: AES-256-GCM (NIST SP 800-38D), bound to the table, the column and the row it belongs to.

Written as `v1.<key id>.<nonce and ciphertext>`, the last part in URL-safe base64. The plain text is filled up to a
multiple of 32 bytes, so that a length does not tell "Lê An" from "Nguyễn Hoàng Phương Thảo".
"""

import binascii
import hashlib
import os
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from haidang.domain.terms.refusal import Refusal

_VERSION, _NONCE, _BLOCK = "v1", 12, 32


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value lives. An envelope moved to another row, column or table does not open there."""

    table: str
    column: str
    uuid: UUID

    @property
    def bound(self) -> bytes:
        """The place as the bytes that the envelope is bound to."""
        return f"{self.table}.{self.column}.{self.uuid}".encode()


def key_id(key: bytes) -> str:
    """The name of a key: `k` and the first eight digits of its hash; tells nothing of the key."""
    return f"k{hashlib.sha256(key).hexdigest()[:8]}"


class Envelopes:
    """A ring of keys, oldest first: the last one seals, every one opens what it sealed."""

    def __init__(self, keys: Iterable[bytes]) -> None:
        self._ciphers = {key_id(key): AESGCM(key) for key in keys}
        self.current = list(self._ciphers)[-1]

    def seal(self, text: str, place: Place) -> str:
        """The envelope of a text; nothing for nothing. Raises ValueError for a text with a NUL in it."""
        if not text:
            return ""
        if "\0" in text:
            raise ValueError("a sealed text cannot hold a NUL")
        plain = text.encode()
        plain += bytes(-len(plain) % _BLOCK)
        nonce = os.urandom(_NONCE)
        body = nonce + self._ciphers[self.current].encrypt(nonce, plain, place.bound)
        return f"{_VERSION}.{self.current}.{urlsafe_b64encode(body).decode()}"

    def open(self, sealed: str, place: Place) -> str:
        """The text of an envelope. Refuses `sealed.unopened` for a key that is not here, another place or a change."""
        if not sealed:
            return ""
        try:
            version, name, body = sealed.split(".")
            raw = urlsafe_b64decode(body)
            plain = self._ciphers[name].decrypt(raw[:_NONCE], raw[_NONCE:], place.bound)
        except (ValueError, KeyError, InvalidTag, binascii.Error):
            raise Refusal("sealed.unopened") from None
        if version != _VERSION:
            raise Refusal("sealed.unopened")
        return plain.rstrip(b"\0").decode()

    def is_current(self, sealed: str) -> bool:
        """Whether nothing needs to be sealed anew: empty, or under the key of today."""
        return not sealed or sealed.startswith(self.prefixes[-1])

    @property
    def prefixes(self) -> tuple[str, ...]:
        """How every envelope begins that one of the keys here opens, oldest first."""
        return tuple(f"{_VERSION}.{name}." for name in self._ciphers)
