"""Administrative units in their life spans."""

import uuid

from django.db import models


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
