"""`haidang ledger verify`, `anchor`, `grants`: prove the chains, copy their heads out, close the database's role."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from django.utils.translation import gettext as _

from haidang.apps.ledger import anchors, guards, queries, services


class Command(BaseCommand):
    """Recompute each province's chain; exits with 1 and the number of the first bad entry."""

    help = "Prove that no ledger entry was changed, removed or slipped in."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("act", choices=["verify", "anchor", "grants"])
        parser.add_argument("role", nargs="?", default="")

    def handle(self, *args: Any, **options: Any) -> None:
        {"verify": self.verify, "anchor": self.anchor, "grants": self.grants}[options["act"]](options["role"])

    def verify(self, role: str) -> None:
        """Prove heads and chains."""
        anchored, bad_head = anchors.known()
        for province_id in queries.provinces():
            bad = queries.first_bad_entry(province_id, anchored.get(province_id))
            if bad is not None:
                raise CommandError(
                    _("Province %(province)s: entry number %(number)s does not fit the chain.")
                    % {"province": province_id, "number": bad}
                )
            self.stdout.write(_("Province %(province)s: the chain is whole.") % {"province": province_id})
        if bad_head is not None:
            raise CommandError(_("Head number %(number)s does not fit the file of heads.") % {"number": bad_head})

    def anchor(self, role: str) -> None:
        """Write the heads of now and copy them out."""
        head = services.write_head(at=timezone.now())
        self.stdout.write(anchors.line(head), ending="")

    def grants(self, role: str) -> None:
        """Print the statements that take from a PostgreSQL role the right to change the ledger."""
        try:
            statements = guards.grants(role)
        except ValueError:
            raise CommandError(_("Give the name of the database role in plain letters.")) from None
        self.stdout.write("".join(f"{statement};\n" for statement in statements), ending="")
