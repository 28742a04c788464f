"""A person takes over an account: name, one-time code, and a password of one's own; every earlier session is over."""

from datetime import date, datetime

from django.db import transaction

from haidang.apps.people import queries
from haidang.apps.people import services as people
from haidang.apps.people.services import appointing
from haidang.domain.access.passwords import LEAST, weakness
from haidang.domain.terms.refusal import Refusal
from haidang.flows.acting import note
from haidang.flows.note_refusal import note_failed_sign_in


def take_over_account(*, username: str, code: str, password: str, at: datetime, today: date) -> None:
    """Set the password. Refuses `code.wrong` whenever name and code do not belong together, a weak password as
    `change_password` does (before the code is looked at), and `account.no_post` where no post is held today."""
    why = weakness(password, (username,)) or people.widely_known(password)
    if why:
        raise Refusal(f"password.{why}", "new", least=LEAST)
    viewer = queries.viewer_of_account(username, today)
    with transaction.atomic():
        taken = appointing.take_over(username=username, code=code, password=password, at=at)
        if taken and viewer is not None:
            note(actor=viewer, at=at, act="account.take_over", kind="account", uuid=viewer.user_uuid)
        if taken and viewer is None:
            # Nothing may be noted for a person of no province: the code is kept for the day the post begins.
            transaction.set_rollback(True)
    if not taken:
        note_failed_sign_in(username=username, at=at, today=today)
        raise Refusal("code.wrong", "code")
    if viewer is None:
        raise Refusal("account.no_post")
