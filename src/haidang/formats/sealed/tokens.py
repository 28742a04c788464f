"""Finding a sealed value by what it says: a keyed token of the value as it is compared (a blind index).

Keys of their own, one derived for each column, so that the same phone in two columns has two tokens. Never for values
of which there are few (a sex, a year): equal tokens would tell.
"""

import hmac
import unicodedata
from collections.abc import Iterable
from enum import StrEnum

from haidang.formats.sealed.envelope import key_id


class Compared(StrEnum):
    """How two values count as the same."""

    NAME = "name"  # letters without regard to case and spaces; marks count: Hải is not Hai
    DIGITS = "digits"  # a phone or an ID number however it is grouped; +84 is 0
    ADDRESS = "address"  # an e-mail address


class Tokens:
    """A ring of keys, oldest first: the last one makes what is stored, all make what is looked for."""

    def __init__(self, keys: Iterable[bytes]) -> None:
        self._keys = {key_id(key): key for key in keys}
        self.current = list(self._keys)[-1]

    def stored(self, value: str, column: str, compared: Compared) -> str:
        """The token to keep beside the envelope; nothing for nothing."""
        return self._token(self.current, value, column, compared)

    def sought(self, value: str, column: str, compared: Compared) -> tuple[str, ...]:
        """Every token under which the value may be stored."""
        return tuple(filter(None, (self._token(name, value, column, compared) for name in self._keys)))

    def _token(self, name: str, value: str, column: str, compared: Compared) -> str:
        plain = as_compared(value, compared)
        if not plain:
            return ""
        own = hmac.digest(self._keys[name], column.encode(), "sha256")
        return f"{name}.{hmac.digest(own, plain.encode(), 'sha256')[:16].hex()}"


def as_compared(value: str, compared: Compared) -> str:
    """The value without what does not count when two are compared."""
    text = unicodedata.normalize("NFC", value).strip()
    if compared is Compared.DIGITS:
        digits = "".join(char for char in text if char.isascii() and char.isdigit())
        return f"0{digits[2:]}" if text.startswith("+84") else digits
    return " ".join(text.casefold().split())
