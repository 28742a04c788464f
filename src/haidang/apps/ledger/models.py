"""The record of acts: one chain of entries per province, appended inside the transaction of the act itself."""

from django.db import models


class Chain(models.Model):
    """The last link of one province's chain; its row is the lock that keeps two writers from forking the chain."""

    province_id = models.BigIntegerField(primary_key=True)
    length = models.BigIntegerField(default=0)
    digest = models.CharField(max_length=64, default="")
    day = models.DateField(null=True)  # of the last entry: the first one of another day makes a head


class Entry(models.Model):
    """One act: who, in which agency, did what to which thing, when. Holds ids and codes, never personal values.

    `body` is the exact text that was hashed; `digest` seals the previous digest and the body (`chain.sealed`). `key`
    carries the form key of the request: an act done under one key is done once.
    """

    province_id = models.BigIntegerField()
    number = models.BigIntegerField()
    at = models.DateTimeField()
    actor_uuid = models.UUIDField()
    agency_uuid = models.UUIDField(null=True)
    act = models.CharField(max_length=60)
    object_kind = models.CharField(max_length=40)
    object_uuid = models.UUIDField(null=True)
    body = models.TextField()
    digest = models.CharField(max_length=64)
    key = models.CharField(max_length=120, null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["province_id", "number"], name="ledger_one_chain"),
            models.UniqueConstraint(fields=["province_id", "key"], name="ledger_one_act_per_key"),
        ]
        indexes = [models.Index(fields=["province_id", "object_uuid"], name="ledger_by_object")]


class Head(models.Model):
    """How far every chain had come on a day (đầu chuỗi): chained to the head before, sealed, and copied outside.

    `body` is the exact text that was hashed; it names each province's length and last digest.
    """

    number = models.BigIntegerField(primary_key=True)
    body = models.TextField()
    digest = models.CharField(max_length=64)
