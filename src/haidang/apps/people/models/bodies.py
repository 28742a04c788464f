"""Agencies, the posts in them, and who holds which."""

import uuid

from django.conf import settings
from django.db import models

from haidang.apps.people.models.units import Unit


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
    closed_on = models.DateField(null=True)  # nobody can be given it any more
    signs_as = models.JSONField(default=list)

    def __str__(self) -> str:
        return self.title


class Holding(models.Model):
    """Somebody holds a post for a time; `lent_by` is whose post it is when it was lent during leave (ủy quyền)."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="holdings")
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="holdings")
    since = models.DateField()
    until = models.DateField(null=True)
    lent_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "post", "since"], name="people_holding_once")]
