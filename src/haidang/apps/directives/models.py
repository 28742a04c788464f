"""Received documents as they came, what the machine read and found in them, and what a person made of it."""

import uuid

from django.db import models

from haidang.domain.directives.reading import DueKind

REASON_LENGTH = 500


class Directive(models.Model):
    """A document from above (văn bản chỉ đạo) registered by an agency. Its file and its text are never edited.

    `text` is the text that was read and that every span points into; `folded` its different words without marks, once
    each, for searching.
    `revision` counts the changes to its duties: a page that posts an older one is out of date. `doubts_accepted` is how
    many duties were confirmed with a doubt that nobody had settled.
    """

    class State(models.TextChoices):
        READ = "read"  # the machine has read it, a person has not confirmed
        CONFIRMED = "confirmed"  # its duties were confirmed by a person

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    province = models.ForeignKey("people.Unit", on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey("people.Agency", on_delete=models.PROTECT, related_name="+")
    source = models.ForeignKey("files.StoredFile", on_delete=models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64)
    encoding = models.CharField(max_length=20)
    arrival_number = models.CharField(max_length=40, blank=True)
    arrival_date = models.DateField()
    kind = models.CharField(max_length=30, blank=True)
    number = models.CharField(max_length=80, blank=True)
    issuer = models.CharField(max_length=200, blank=True)
    issued_on = models.CharField(max_length=10, blank=True)
    title = models.CharField(max_length=1000)
    folded_head = models.CharField(max_length=1400, editable=False)
    state = models.CharField(max_length=20, choices=State, default=State.READ)
    doubts = models.JSONField(default=list)
    registered_by = models.ForeignKey("people.User", on_delete=models.PROTECT, related_name="+")
    registered_at = models.DateTimeField()
    confirmed_by = models.ForeignKey("people.User", on_delete=models.PROTECT, null=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True)
    doubts_accepted = models.IntegerField(default=0)
    revision = models.IntegerField(default=0)
    # The long columns stand last: SQLite reads a row from its beginning, and lists need only the short ones.
    text = models.TextField()
    folded = models.TextField(editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["province", "agency", "digest"], name="directives_registered_once"),
        ]
        indexes = [models.Index(fields=["province", "-registered_at"], name="directives_newest")]


class Reading(models.Model):
    """One reading of a directive under one rulebook, kept as the reader's JSON.

    `payload` is all of it but the text; `facts` the same without what grows with the length: duties and outline.
    """

    directive = models.ForeignKey(Directive, on_delete=models.PROTECT, related_name="readings")
    province = models.ForeignKey("people.Unit", on_delete=models.PROTECT, related_name="+")
    rulebook = models.CharField(max_length=20)
    facts = models.JSONField()
    payload = models.JSONField()
    made_at = models.DateTimeField()


class Layout(models.Model):
    """Where the text of a directive stands on the pages of its file: `sheets` are the pages, `places` its stretches.

    A sheet is [width, height, scanned] in points; a place [start, end, page, left, top, right, bottom, confidence] as
    in `domain.terms.laid`. Files without pages have no layout.
    """

    directive = models.OneToOneField(Directive, on_delete=models.PROTECT, related_name="layout")
    province = models.ForeignKey("people.Unit", on_delete=models.PROTECT, related_name="+")
    form = models.CharField(max_length=10)
    sheets = models.JSONField()
    places = models.JSONField()


class Distribution(models.Model):
    """An agency was sent the directive (or a plan made from it) and may therefore read it."""

    directive = models.ForeignKey(Directive, on_delete=models.PROTECT, related_name="distributions")
    province = models.ForeignKey("people.Unit", on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey("people.Agency", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["province", "directive", "agency"], name="directives_sent_once"),
        ]


class Duty(models.Model):
    """What the directive lays on somebody (nội dung giao), proposed by the machine or added by a person.

    `start`, `end` and `line` point into the directive's text; `parties` holds [{role, name, agencies: [uuid]}] where
    `role` is lead or cooperate, `name` the written name and `agencies` the agencies it means, empty when unknown.
    """

    class Origin(models.TextChoices):
        MACHINE = "machine"
        PERSON = "person"

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    directive = models.ForeignKey(Directive, on_delete=models.PROTECT, related_name="duties")
    province = models.ForeignKey("people.Unit", on_delete=models.PROTECT, related_name="+")
    position = models.FloatField()
    text = models.TextField()
    clause = models.CharField(max_length=60, blank=True)
    start = models.IntegerField()
    end = models.IntegerField()
    line = models.IntegerField()
    parties = models.JSONField(default=list)
    due_kind = models.CharField(max_length=20, default=DueKind.THROUGHOUT)
    due_printed = models.CharField(max_length=10, blank=True)
    due_before = models.BooleanField(default=False)
    rhythm = models.CharField(max_length=20, blank=True)
    is_report = models.BooleanField(default=False)
    doubts = models.JSONField(default=list)
    doubts_settled = models.BooleanField(default=False)
    origin = models.CharField(max_length=20, choices=Origin)
    deleted = models.BooleanField(default=False)

    class Meta:
        ordering = ["position", "id"]
        indexes = [models.Index(fields=["province", "directive"], name="duties_of_directive")]


class DutyEdit(models.Model):
    """One correction of a directive's duties, with the state before it, so that it can be undone.

    `number` is the directive's revision that it made; `before` maps duty uuid → its field values, or null where the
    duty did not exist.
    """

    directive = models.ForeignKey(Directive, on_delete=models.PROTECT, related_name="edits")
    province = models.ForeignKey("people.Unit", on_delete=models.PROTECT, related_name="+")
    number = models.IntegerField()
    act = models.CharField(max_length=30)
    before = models.JSONField()
    undone = models.BooleanField(default=False)
    made_by = models.ForeignKey("people.User", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["province", "directive", "number"], name="duty_edit_order")]


class Check(models.Model):
    """One run of every rule over a directive (lần kiểm tra): `outcomes` maps rule code → what the rule said."""

    directive = models.ForeignKey(Directive, on_delete=models.PROTECT, related_name="checks")
    province = models.ForeignKey("people.Unit", on_delete=models.PROTECT, related_name="+")
    rulebook = models.CharField(max_length=20)
    outcomes = models.JSONField()
    checked_by = models.ForeignKey("people.User", on_delete=models.PROTECT, related_name="+")
    checked_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["directive", "-id"], name="checks_newest")]


class Finding(models.Model):
    """One thing that a rule found in a directive (phát hiện), with a person's decision about it.

    `start`, `end` and `line` point into the directive's text, null for the whole document. `mark` is by what the same
    finding is known again when the document is checked anew: its decision is then kept. `stands` is false once a later
    check no longer finds it. `number` is its place in the order of the latest check.
    """

    class State(models.TextChoices):
        OPEN = "open"
        ACCEPTED = "accepted"  # a person agrees: the document is wrong here
        IGNORED = "ignored"  # a person says why it does not matter

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    directive = models.ForeignKey(Directive, on_delete=models.PROTECT, related_name="findings")
    province = models.ForeignKey("people.Unit", on_delete=models.PROTECT, related_name="+")
    mark = models.CharField(max_length=64)
    stands = models.BooleanField(default=True)
    number = models.IntegerField()
    rulebook = models.CharField(max_length=20)
    rule = models.CharField(max_length=60)
    kind = models.CharField(max_length=20)
    severity = models.CharField(max_length=20)
    line = models.IntegerField(null=True)
    start = models.IntegerField(null=True)
    end = models.IntegerField(null=True)
    found = models.TextField(blank=True)
    expected = models.TextField(null=True)  # None: nobody knows what should stand there; "": nothing should
    message = models.TextField()
    source = models.TextField(blank=True)
    unconfirmed = models.BooleanField(default=False)
    state = models.CharField(max_length=20, choices=State, default=State.OPEN)
    reason = models.CharField(max_length=REASON_LENGTH, blank=True)
    decided_by = models.ForeignKey("people.User", on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["number", "id"]
        constraints = [models.UniqueConstraint(fields=["province", "directive", "mark"], name="findings_known_again")]
