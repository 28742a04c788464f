"""How far long work has come, on the terminal's error stream; short work and work for programs stays silent."""

import sys
import time
from collections.abc import Callable
from typing import TextIO

from haidang.cli.words import say as _

_SILENT_SECONDS = 2.0
_STEP_SECONDS = 0.5


class Progress:
    """Called with pages done and pages in all; says so on one line that it writes over, and clears it at the end."""

    def __init__(self, name: str, stream: TextIO | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        self._name, self._stream, self._clock = name, stream or sys.stderr, clock
        self._begun = self._said = clock()
        self._shown = 0

    def __call__(self, done: int, total: int) -> None:
        now = self._clock()
        if now - self._begun < _SILENT_SECONDS or now - self._said < _STEP_SECONDS or not self._stream.isatty():
            return
        self._said = now
        line = f"{self._name}: " + _("page %(done)s of %(total)s", done=done, total=total)
        self._stream.write("\r" + line.ljust(self._shown))
        self._stream.flush()
        self._shown = len(line)

    def close(self) -> None:
        """Take the line away."""
        if self._shown:
            self._stream.write("\r" + " " * self._shown + "\r")
            self._stream.flush()
            self._shown = 0
