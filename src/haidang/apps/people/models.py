"""Units, agencies, posts, accounts and who holds which post."""

import uuid
from collections.abc import Iterator

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.crypto import salted_hmac

from haidang.apps.sealed.fields import SealedField, TokenField


class Unit(models.Model):
    """An administrative unit (đơn vị hành chính) in its life span: a province or a commune.

    `path` is the chain of ids from the top, each followed by `/`: a subtree is one range of paths.
    """

    class Level(models.TextChoices):
        PROVINCE = "province"
        COMMUNE = "commune"

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(max_length=200)
    level = models.CharField(max_length=20, choices=Level)
    code = models.CharField(max_length=20, blank=True)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="children")
    path = models.CharField(max_length=120, db_index=True, blank=True)
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)

    def __str__(self) -> str:
        return self.name


class Agency(models.Model):
    """A body that duties are laid on: a department, a commune's People's Committee, a court, an association.

    `kind` decides collectives ("các sở, ban, ngành" are the departments); `courtesy` marks bodies that are asked, not
    told (courts, procuracy, Front, military); `uses_system` is false where reports are entered for it from paper.
    """

    class Kind(models.TextChoices):
        COMMITTEE = "committee"  # UBND of a unit
        OFFICE = "office"  # Văn phòng UBND
        DEPARTMENT = "department"  # sở, phòng
        POLICE = "police"
        MILITARY = "military"
        JUDICIARY = "judiciary"  # court, procuracy
        ASSOCIATION = "association"  # Front, unions, associations
        MEDIA = "media"
        SERVICE = "service"  # public service unit, support facility
        ENTERPRISE = "enterprise"

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="agencies")
    province = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    aliases = models.JSONField(default=list)
    kind = models.CharField(max_length=20, choices=Kind)
    symbol = models.CharField(max_length=40, blank=True)
    standing = models.BooleanField(default=False)
    courtesy = models.BooleanField(default=False)
    uses_system = models.BooleanField(default=True)
    order = models.PositiveIntegerField(default=0)
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)

    class Meta:
        ordering = ["order", "name"]
        constraints = [models.UniqueConstraint(fields=["province", "unit", "name"], name="people_agency_once")]

    def __str__(self) -> str:
        return self.name


class Post(models.Model):
    """A position in an agency (chức vụ, vị trí); rights come from it. `signs_as` is the authority above a signature."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="posts")
    title = models.CharField(max_length=200)
    roles = models.JSONField(default=list)
    signs_as = models.JSONField(default=list)

    def __str__(self) -> str:
        return self.title


class UserManager(BaseUserManager["User"]):
    """Makes accounts; passwords are hashed with Argon2id."""

    def create_user(self, username: str, password: str | None = None, **fields: object) -> "User":
        user = self.model(username=username, **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """An account: one person, who signs in and acts through the posts held."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    username = models.CharField(max_length=80, unique=True)
    full_name = models.CharField(max_length=120)
    rank = models.CharField(max_length=60, blank=True)
    is_active = models.BooleanField(default=True)
    last_seen_at = models.DateTimeField(null=True)
    session_epoch = models.PositiveIntegerField(default=0)  # sessions begun under an earlier one are over

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS = ["full_name"]
    objects = UserManager()

    def __str__(self) -> str:
        return self.full_name

    def get_session_auth_hash(self) -> str:
        """What a session must carry to be one of now: ends with the password and with the epoch."""
        return salted_hmac("haidang.session", f"{self.session_epoch}:{self.password}", algorithm="sha256").hexdigest()

    def get_session_auth_fallback_hash(self) -> Iterator[str]:
        """None: the signing key has one value."""
        return iter(())


class Holding(models.Model):
    """Somebody holds a post for a time."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="holdings")
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="holdings")
    since = models.DateField()
    until = models.DateField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "post", "since"], name="people_holding_once")]


class Contact(models.Model):
    """How an officer is reached, as that person gave it; sealed, and no page shows it to anybody else."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    user = models.OneToOneField(User, on_delete=models.PROTECT, related_name="contact")
    email = SealedField()
    email_token = TokenField()
    phone = SealedField()
    phone_token = TokenField()
