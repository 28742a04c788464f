"""`haidang ledger verify`: prove every chain, or name the first entry that does not fit."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from haidang.apps.ledger import queries


class Command(BaseCommand):
    """Recompute each province's chain; exits with 1 and the number of the first bad entry."""

    help = "Prove that no ledger entry was changed, removed or slipped in."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("act", choices=["verify"])

    def handle(self, *args: Any, **options: Any) -> None:
        for province_id in queries.provinces():
            bad = queries.first_bad_entry(province_id)
            if bad is not None:
                raise CommandError(
                    _("Province %(province)s: entry number %(number)s does not fit the chain.")
                    % {"province": province_id, "number": bad}
                )
            self.stdout.write(_("Province %(province)s: the chain is whole.") % {"province": province_id})
