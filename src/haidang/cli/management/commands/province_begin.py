"""`haidang province begin NAME --account NAME --person NAME`: from an empty installation to the first sign-in."""

from datetime import date
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from django.utils.translation import gettext as _

from haidang.cli.refusals import words
from haidang.domain.terms.refusal import Refusal
from haidang.flows.begin_province import Person, begin_province


class Command(BaseCommand):
    """Units of today, People's Committees, one administrator; prints the code with which that account is taken over."""

    help = "Lay a province's units of today and its first administrator."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("name", help="name of the province, with or without marks")
        parser.add_argument("--account", required=True, help="account name of the administrator")
        parser.add_argument("--person", required=True, help="the administrator's full name")

    def handle(self, *args: Any, **options: Any) -> None:
        person = Person(options["account"], options["person"], "")
        now = timezone.now()
        try:
            begun = begin_province(
                at=now,
                today=date.fromisoformat(settings.FIXED_TODAY) if settings.FIXED_TODAY else timezone.localdate(now),
                name=options["name"],
                administrator=person,
                progress=self._progress,
            )
        except Refusal as refusal:
            raise CommandError(words(refusal)) from None
        self.stdout.write(
            _("%(province)s with %(count)s communes.") % {"province": begun.province, "count": begun.communes}
        )
        self.stdout.write(
            _("Account %(account)s, code %(code)s: choose the password at /nhan-tai-khoan/ within 72 hours.")
            % {"account": person.username, "code": begun.code}
        )

    def _progress(self, done: int) -> None:
        if done % 50 == 0:
            self.stderr.write(_("%(count)s done …") % {"count": done})
