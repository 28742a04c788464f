"""`manage.py lay_demonstration [--accounts]`: lay the demonstration province once; print who can sign in."""

from argparse import ArgumentParser

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from haidang.conf.demonstration import laying
from haidang.sites.office.frame import viewing


class Command(BaseCommand):
    """Lays the province when it does not stand yet; with `--accounts` prints the table of accounts instead."""

    help = "Lay the demonstration province (once), or print its accounts."
    # The pages need not be loaded to lay data; a second start of the product stays quick.
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Read the one option."""
        parser.add_argument("--accounts", action="store_true", help="print the demonstration accounts")

    def handle(self, *args: object, **options: object) -> None:
        """Lay, or print. Its accounts share a password that anyone can read, so it refuses a real installation."""
        if options["accounts"]:
            self.print_accounts()
            return
        if not settings.DEMONSTRATION:
            raise CommandError(
                _("This is not a demonstration: set HAIDANG_DEMONSTRATION=1 on an empty data folder to lay one.")
            )
        # As of the day that the pages count from, which a demonstration may fix.
        day, clock = viewing.today(), timezone.localtime()
        if laying.lay(clock.replace(year=day.year, month=day.month, day=day.day)):
            self.stdout.write(_("The demonstration province has been laid."))

    def print_accounts(self) -> None:
        """One line per account: user name, person, post, what to try; the password, the same for all, comes first."""
        self.stdout.write(_("Password of every account: %(password)s") % {"password": laying.password()})
        self.stdout.write("")
        rows = [(_("Account"), _("Person and post"), _("Try"))]
        rows += [(a.username, f"{a.who}, {a.title}", a.proposal) for a in laying.accounts()]
        widths = [max(len(row[column]) for row in rows) for column in (0, 1)]
        for row in rows:
            self.stdout.write(f"{row[0]:<{widths[0]}}  {row[1]:<{widths[1]}}  {row[2]}")
        self.stdout.write("")
        self.stdout.write(_("Every other agency has an account too, see the directory, e.g. sonoivu, xa.dongsay."))
