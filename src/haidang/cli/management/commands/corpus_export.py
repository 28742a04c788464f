"""`haidang corpus export --out DIR [--account NAME]`: an office's own test set, from what people confirmed."""

import datetime as dt
from argparse import ArgumentParser
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from haidang.apps.people.queries import viewer_of_account
from haidang.cli import corpus_folder
from haidang.cli.refusals import words
from haidang.cli.words import say as _
from haidang.domain.access.viewer import Viewer
from haidang.domain.terms.refusal import Refusal
from haidang.flows.export_corpus import export_corpus


class Command(BaseCommand):
    """Writes texts and annotations; the ledger learns which directives left, before they do."""

    help = _("Write confirmed directives with their corrections as texts and annotations")

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Read where to, and for whom."""
        parser.add_argument("--out", type=Path, required=True, metavar=_("FOLDER"), help=_("where to write"))
        parser.add_argument(
            "--account", metavar=_("ACCOUNT"), help=_("only the directives of this account's agency; else all")
        )

    def handle(self, *args: object, **options: object) -> None:
        """Export, or say why not."""
        folder = Path(str(options["out"]))
        try:
            corpus_folder.refuse_foreign(folder)
            corpus = export_corpus(actor=_viewer(options["account"]), at=timezone.localtime())
            corpus_folder.write(folder, corpus.uuid, ((s.name, s.text, s.annotation) for s in corpus.specimens))
        except Refusal as refusal:
            raise CommandError(words(refusal)) from refusal
        except OSError as error:
            raise CommandError(_("The folder cannot be written. Check that you may write there.")) from error
        self.stdout.write(_("Directives exported: %(count)s.", count=len(corpus.specimens)))


def _viewer(account: object) -> Viewer | None:
    if account is None:
        return None
    # As on the pages: a demonstration may fix its day.
    today = dt.date.fromisoformat(settings.FIXED_TODAY) if settings.FIXED_TODAY else timezone.localdate()
    found = viewer_of_account(str(account), today)
    if found is None:
        raise CommandError(_("There is no account of this name that holds a post today."))
    return found
