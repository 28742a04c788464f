"""Stored files: content by hash on disk, one row per act of storing."""

import uuid

from django.db import models


class StoredFile(models.Model):
    """A file that was handed in, never changed afterwards.

    `digest` (SHA-256) finds the bytes on disk; `label` is the name shown to people, never part of an address.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    province = models.ForeignKey("people.Unit", on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey("people.Agency", on_delete=models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64, db_index=True)
    size = models.BigIntegerField()
    media_type = models.CharField(max_length=120)
    label = models.CharField(max_length=200)
    stored_at = models.DateTimeField()
    stored_by = models.ForeignKey("people.User", on_delete=models.PROTECT, related_name="+")
