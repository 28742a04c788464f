"""Posts, who holds them, and accounts: written by the flows of the administrator."""

import secrets
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from hashlib import sha256
from hmac import compare_digest
from uuid import UUID

from django.contrib.auth.hashers import make_password
from django.db.models import F, Q

from haidang.apps.people.models import Agency, Holding, Invitation, Post, Unit, User
from haidang.apps.people.queries.units import in_force
from haidang.apps.people.services.laying import create_agency
from haidang.domain.access.administering import GROUPS, IN_A_GROUP, LETTERS, as_typed
from haidang.domain.terms.refusal import Refusal

CODE_LASTS = timedelta(hours=72)


@dataclass(frozen=True, slots=True)
class Person:
    """Whose account it is: its name, the person's, the rank before it."""

    username: str
    full_name: str
    rank: str


def add_agency(*, unit: Unit, name: str, **columns: object) -> UUID:
    """An agency behind the others of its unit; Refusal `agency.there` when the unit has one of this name."""
    there = Agency.objects.filter(unit=unit)
    if there.filter(name=name).exists():
        raise Refusal("agency.there", "name")
    last = there.order_by("-order").first()
    order = last.order + 1 if last else 0
    return create_agency(unit=unit, name=name, kind=str(columns.pop("kind")), order=order, **columns).uuid


def add_post(*, agency: Agency, title: str, roles: list[str], signs_as: list[str]) -> UUID:
    """A post with its roles."""
    return Post.objects.create(agency=agency, title=title, roles=roles, signs_as=signs_as).uuid


def close_post(*, post: Post, today: date) -> None:
    """Nobody can be given the post from today; Refusal `post.held` while somebody holds it."""
    if Holding.objects.filter(in_force("since", "until", today), post=post).exists():
        raise Refusal("post.held")
    Post.objects.filter(pk=post.pk).update(closed_on=today)


def open_account(*, person: Person, post: Post, since: date) -> User:
    """An account without a password, holding the post from `since`; Refusal `account.taken` for a name in use."""
    if User.objects.filter(username=person.username).exists():
        raise Refusal("account.taken", "username")
    user = User.objects.create_user(username=person.username, full_name=person.full_name, rank=person.rank)
    give_post(user=user, post=post, since=since)
    return user


def give_post(
    *, user: User, post: Post, since: date, until: date | None = None, lent_by: User | None = None
) -> Holding:
    """The person holds the post from `since`; Refusal `post.closed`, or `post.already` when it is held then."""
    if post.closed_on is not None:
        raise Refusal("post.closed", "post")
    meets = Holding.objects.filter(Q(until=None) | Q(until__gte=since), user=user, post=post)
    if until is not None:
        meets = meets.filter(since__lte=until)
    if meets.exists():
        raise Refusal("post.already", "post")
    return Holding.objects.create(user=user, post=post, since=since, until=until, lent_by=lent_by)


def lend(*, post_uuid: UUID, to_uuid: UUID, by_uuid: UUID, since: date, until: date) -> None:
    """A colleague holds the post too, for these days."""
    post, to, by = Post.objects.get(uuid=post_uuid), User.objects.get(uuid=to_uuid), User.objects.get(uuid=by_uuid)
    give_post(user=to, post=post, since=since, until=until, lent_by=by)


def end_post(*, user: User, post: Post, last_day: date) -> None:
    """The person holds the post no longer than `last_day`; what was lent by that person ends with it.

    Refusal `post.not_held` when it is not held then.
    """
    held = Holding.objects.filter(in_force("since", "until", last_day), user=user, post=post)
    if not held.update(until=last_day):
        raise Refusal("post.not_held")
    lent = Holding.objects.filter(post=post, lent_by=user).filter(Q(until=None) | Q(until__gt=last_day))
    lent.update(until=last_day)


def suspend(*, user: User) -> None:
    """The account opens nothing any more; every session is over."""
    if not User.objects.filter(pk=user.pk, is_active=True).update(
        is_active=False, session_epoch=F("session_epoch") + 1
    ):
        raise Refusal("account.suspended")
    Invitation.objects.filter(user=user, used_at=None).update(ended=True)


def restore(*, user: User) -> None:
    """The account opens again, with the password it had."""
    if not User.objects.filter(pk=user.pk, is_active=False).update(is_active=True):
        raise Refusal("account.open")


def invite(*, user: User, made_by: UUID, at: datetime) -> str:
    """A new code for the account; the code, which is kept nowhere. Older ones are over; the old password stays so far.

    Refusal `account.suspended` for an account that is closed.
    """
    if not user.is_active:
        raise Refusal("account.suspended")
    Invitation.objects.filter(user=user, used_at=None).update(ended=True)
    code = "-".join("".join(secrets.choice(LETTERS) for _ in range(IN_A_GROUP)) for _ in range(GROUPS))
    Invitation.objects.create(
        user=user,
        digest=_digest(code),
        made_by=User.objects.get(uuid=made_by),
        made_at=at,
        expires_at=at + CODE_LASTS,
    )
    return code


def take_over(*, username: str, code: str, password: str, at: datetime) -> bool:
    """Spend the code and set the password; False when the two do not belong together or the code is over."""
    invitation = (
        Invitation.objects.select_for_update()
        .filter(user__username=username, user__is_active=True, used_at=None, ended=False, expires_at__gt=at)
        .first()
    )
    if invitation is None or not compare_digest(invitation.digest, _digest(code)):
        return False
    Invitation.objects.filter(pk=invitation.pk).update(used_at=at)
    User.objects.filter(pk=invitation.user_id).update(
        password=make_password(password), session_epoch=F("session_epoch") + 1
    )
    return True


def _digest(code: str) -> str:
    # Over 112 random bits: a plain hash is enough (ASVS 5.0, 6.5.2).
    return sha256(as_typed(code).encode()).hexdigest()
