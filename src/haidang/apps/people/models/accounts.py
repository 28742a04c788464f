"""Accounts, how their persons are reached, and who was let at that in an emergency."""

import uuid
from collections.abc import Iterator

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.crypto import salted_hmac

from haidang.apps.people.models.units import Unit
from haidang.apps.sealed.fields import SealedField, TokenField


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


class Contact(models.Model):
    """How an officer is reached, as that person gave it; sealed, and no page shows it to anybody else."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    user = models.OneToOneField(User, on_delete=models.PROTECT, related_name="contact")
    email = SealedField()
    email_token = TokenField()
    phone = SealedField()
    phone_token = TokenField()


class Invitation(models.Model):
    """A code with which a person takes over an account and chooses the password: for a new account, or a lost password.

    The code was shown once, to who made it; here lies only its digest. A newer one for the account ends the older ones.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="invitations")
    digest = models.CharField(max_length=64)
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    ended = models.BooleanField(default=False)


class Opening(models.Model):
    """Somebody asked to read protected fields beyond the own rights (break-glass), and a second person answered.

    `object_kind` and `object_uuid` name the thing as the ledger does. Asked and never answered, or answered and older
    than `expires_at`, it opens nothing. The reason is a sentence about the danger, never about the person.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    province = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    object_kind = models.CharField(max_length=40)
    object_uuid = models.UUIDField()
    purpose = models.CharField(max_length=40)
    reason = models.TextField()
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="openings")
    asked_at = models.DateTimeField()
    answered_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)
    agreed = models.BooleanField(default=False)
    expires_at = models.DateTimeField()

    class Meta:
        ordering = ["-asked_at"]
        indexes = [models.Index(fields=["province", "object_kind", "object_uuid"], name="people_opening_about")]
