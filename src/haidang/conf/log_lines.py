"""Log lines that hold no personal data: where something failed and as what, never what people had typed."""

import logging
import traceback
from types import TracebackType

_Failure = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class WithoutWords(logging.Formatter):
    """Time, level, logger and message; of an exception its kind and the places in the code, not its message.

    Databases quote whole rows in their messages ("Failing row contains …"), and Python quotes the value it refused.
    """

    def __init__(self) -> None:
        super().__init__("{asctime} {levelname} {name} {message}", style="{")

    def formatException(self, ei: _Failure) -> str:  # noqa: N802 - the name is the library's
        """The chain of exceptions, the first one first."""
        return "\n".join(_places(failure) for failure in _chain(ei[1]))


def _chain(failure: BaseException | None) -> list[BaseException]:
    found: list[BaseException] = []
    while failure is not None and failure not in found:
        found.append(failure)
        failure = failure.__cause__ or failure.__context__
    return found[::-1]


def _places(failure: BaseException) -> str:
    frames = traceback.extract_tb(failure.__traceback__)
    lines = [f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
    return "\n".join([f"{type(failure).__module__}.{type(failure).__qualname__}", *lines])
