"""Writing units, agencies, posts and accounts; flows call these inside their transaction."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from uuid import UUID

from django.contrib.auth.hashers import make_password
from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError
from django.db.models import F

from haidang.apps.people.models import Agency, Contact, Holding, Opening, Post, Unit, User
from haidang.domain.access.viewer import Viewer
from haidang.domain.terms.refusal import Refusal

# How long a wish to open waits for a second person, and how long an opening lasts.
UNANSWERED = timedelta(hours=2)
OPEN = timedelta(minutes=30)


def create_unit(*, name: str, level: str, parent: Unit | None = None, code: str = "") -> Unit:
    """Add a unit and give it its path (`parent path` + own id + `/`)."""
    unit = Unit.objects.create(name=name, level=level, parent=parent, code=code)
    unit.path = f"{parent.path if parent else ''}{unit.pk}/"
    unit.save(update_fields=["path"])
    return unit


def begins(*, unit: Unit, on: date | None) -> None:
    """Say from which day the unit exists in this form; None where that is not known."""
    Unit.objects.filter(pk=unit.pk).update(valid_from=on)


def province_is_there(code: str) -> bool:
    """Whether a province of this code was laid."""
    return Unit.objects.filter(parent=None, code=code).exists()


def province_of(unit: Unit) -> Unit:
    """The province a unit lies in (itself for a province)."""
    while unit.parent is not None:
        unit = unit.parent
    return unit


def create_agency(*, unit: Unit, name: str, kind: str, order: int = 0, **fields: object) -> Agency:
    """Add an agency to a unit; its province follows from the unit."""
    return Agency.objects.create(unit=unit, province=province_of(unit), name=name, kind=kind, order=order, **fields)


def create_post(*, agency: Agency, title: str, roles: list[str], signs_as: list[str] | None = None) -> Post:
    """Add a post with the roles that its holders act under."""
    return Post.objects.create(agency=agency, title=title, roles=roles, signs_as=signs_as or [])


def create_account(
    *, username: str, full_name: str, password: str | None, post: Post, since: date, rank: str = ""
) -> User:
    """Open an account and give it a post from `since`; without a password nobody can sign in until one is set."""
    user = User.objects.create_user(username=username, password=password, full_name=full_name, rank=rank)
    Holding.objects.create(user=user, post=post, since=since)
    return user


def share_password(*, users: Iterable[User], password: str) -> None:
    """Give several accounts one password, hashed once: forty hashes of a demonstration would take seconds."""
    encoded = make_password(password)
    User.objects.filter(pk__in=[user.pk for user in users]).update(password=encoded)


def note_visit(*, user_uuid: UUID, at: datetime) -> None:
    """Remember when the person came last, for what changed since."""
    User.objects.filter(uuid=user_uuid).update(last_seen_at=at)


def keep_contact(*, user_uuid: UUID, uuid: UUID, columns: dict[str, str]) -> None:
    """Keep sealed columns made for the row with this uuid."""
    user = User.objects.get(uuid=user_uuid)
    Contact.objects.update_or_create(user=user, defaults=columns, create_defaults={"uuid": uuid, **columns})


def end_sessions(*, user_uuid: UUID) -> None:
    """Make every session of the account one of the past."""
    User.objects.filter(uuid=user_uuid).update(session_epoch=F("session_epoch") + 1)


def knows_password(*, user_uuid: UUID, password: str) -> bool:
    """Whether this is the account's password."""
    return User.objects.get(uuid=user_uuid).check_password(password)


def set_password(*, user_uuid: UUID, password: str) -> None:
    """Give the account another password; sessions begun under the old one are over."""
    User.objects.filter(uuid=user_uuid).update(password=make_password(password))


def names_of_account(user_uuid: UUID) -> tuple[str, ...]:
    """What a password must not be made of: the account's name and the person's."""
    return User.objects.values_list("username", "full_name").get(uuid=user_uuid)


def widely_known(password: str) -> str:
    """`common` for one of the twenty thousand passwords that the framework lists, else nothing."""
    try:
        CommonPasswordValidator().validate(password)
    except ValidationError:
        return "common"
    return ""


def ask_opening(*, viewer: Viewer, kind: str, uuid: UUID, purpose: str, reason: str, at: datetime) -> UUID:
    """Keep the wish to read beyond the own rights; it opens nothing before somebody else agreed."""
    made = Opening.objects.create(
        province_id=viewer.province_id,
        object_kind=kind,
        object_uuid=uuid,
        purpose=purpose,
        reason=reason,
        asked_by=User.objects.get(uuid=viewer.user_uuid),
        asked_at=at,
        expires_at=at + UNANSWERED,
    )
    return made.uuid


def answer_opening(*, viewer: Viewer, uuid: UUID, agreed: bool, at: datetime) -> None:
    """The second person's answer, given once; Refusal `opening.answered` when somebody was quicker or it lapsed."""
    answered = Opening.objects.filter(uuid=uuid, answered_at__isnull=True, expires_at__gt=at).update(
        answered_by=User.objects.get(uuid=viewer.user_uuid), answered_at=at, agreed=agreed, expires_at=at + OPEN
    )
    if not answered:
        raise Refusal("opening.answered")
