"""`haidang keys new | rotate | check`: the keys of sealed fields."""

import os
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from django.utils.translation import gettext as _

from haidang.domain.terms.refusal import Refusal
from haidang.flows import sealing
from haidang.formats.sealed import keyfile


class Command(BaseCommand):
    """A new key; everything sealed anew under the newest; how many values there are under each."""

    help = "New keys for sealed fields; seal everything anew."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("act", choices=["new", "rotate", "check"])

    def handle(self, *args: Any, **options: Any) -> None:
        {"new": self.new, "rotate": self.rotate, "check": self.check}[options["act"]]()

    def new(self) -> None:
        """Put a key behind those of the file."""
        if os.environ.get("HAIDANG_KEYS_COMMAND"):
            raise CommandError(_("The keys come from HAIDANG_KEYS_COMMAND: add the new one there."))
        keyfile.add(settings.DATA_DIR / "keys" / "fields.keys")
        self.stdout.write(_("A new key was added. Start the server anew, then run: haidang keys rotate"))

    def rotate(self) -> None:
        """Seal what is under older keys anew; may be stopped and run again."""
        try:
            count = sealing.rotate(at=timezone.now(), progress=self._progress)
        except Refusal:
            raise CommandError(
                _("A value cannot be opened with the keys that are here; run: haidang keys check")
            ) from None
        self.stdout.write(_("Values sealed anew: %(count)s.") % {"count": count})

    def check(self) -> None:
        """Count the values under each key, and end with 1 when one of them is not here."""
        counts = sealing.under_each_key()
        for name, count in sorted(counts.items()):
            self.stdout.write(_("Key %(key)s: %(count)s values.") % {"key": name, "count": count})
        column, foreign = sealing.foreign()
        if foreign:
            raise CommandError(
                _("%(count)s values of %(column)s are sealed under a key that is not here.")
                % {"count": foreign, "column": column}
            )

    def _progress(self, done: int) -> None:
        if done % 10_000 < 500:
            self.stderr.write(_("%(count)s done …") % {"count": done})
