"""Plans in their versions, the tasks they give, and the work done on each task."""

import uuid

from django.db import models

from haidang.domain.directives.reading import DueKind


class Plan(models.Model):
    """A plan (kế hoạch) that puts a directive's duties on agencies; `directive` is null for an own plan."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    province = models.ForeignKey("people.Unit", on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey("people.Agency", on_delete=models.PROTECT, related_name="+")
    issuer = models.ForeignKey("people.Agency", on_delete=models.PROTECT, related_name="+")
    directive = models.ForeignKey("directives.Directive", on_delete=models.PROTECT, null=True, related_name="plans")
    title = models.CharField(max_length=1000)
    year = models.IntegerField(null=True)
    starts = models.DateField(null=True)
    ends = models.DateField(null=True)
    aims = models.TextField(blank=True)
    funds = models.TextField(blank=True)
    folded = models.TextField(editable=False)
    created_by = models.ForeignKey("people.User", on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField()


class PlanVersion(models.Model):
    """One version of a plan on its way to issue; version 1 is the plan, later ones amend it.

    draft → submitted (trình ký) → approved → signed → issued; sent back returns it to draft, and `round` counts how
    often it was shown to superiors. `signed_scan` is the paper that bears the signature where the signer does not use
    the system. `document` is the DOCX as issued, frozen.
    """

    class State(models.TextChoices):
        DRAFT = "draft"
        SUBMITTED = "submitted"
        APPROVED = "approved"
        SIGNED = "signed"
        ISSUED = "issued"

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="versions")
    province = models.ForeignKey("people.Unit", on_delete=models.PROTECT, related_name="+")
    number = models.IntegerField()
    made_at = models.DateTimeField()
    state = models.CharField(max_length=20, choices=State, default=State.DRAFT)
    round = models.IntegerField(default=0)
    reason = models.TextField(blank=True)
    symbol = models.CharField(max_length=80, blank=True)
    issued_on = models.DateField(null=True)
    issued_at = models.DateTimeField(null=True)
    signed_by = models.ForeignKey("people.User", on_delete=models.PROTECT, null=True, related_name="+")
    signed_post = models.ForeignKey("people.Post", on_delete=models.PROTECT, null=True, related_name="+")
    signed_at = models.DateTimeField(null=True)
    signed_scan = models.ForeignKey("files.StoredFile", on_delete=models.PROTECT, null=True, related_name="+")
    submitted_at = models.DateTimeField(null=True)
    submitted_by = models.ForeignKey("people.User", on_delete=models.PROTECT, null=True, related_name="+")
    document = models.ForeignKey("files.StoredFile", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["province", "plan", "number"], name="plan_version_once")]


class Approval(models.Model):
    """One superior asked to look at a version (one to three, in order) in one round, and the answer."""

    class State(models.TextChoices):
        WAITING = "waiting"
        APPROVED = "approved"
        SENT_BACK = "sent_back"

    version = models.ForeignKey(PlanVersion, on_delete=models.PROTECT, related_name="approvals")
    province = models.ForeignKey("people.Unit", on_delete=models.PROTECT, related_name="+")
    round = models.IntegerField(default=1)
    order = models.IntegerField()
    post = models.ForeignKey("people.Post", on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=20, choices=State, default=State.WAITING)
    note = models.TextField(blank=True)
    answered_by = models.ForeignKey("people.User", on_delete=models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)


class PlanItem(models.Model):
    """A duty taken into a plan by one of its versions; `duty` is null for an own addition (địa phương bổ sung).

    The due fields are handed to every task of the item. `unowned_reason` declares, in words, why a duty has no task.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="items")
    province = models.ForeignKey("people.Unit", on_delete=models.PROTECT, related_name="+")
    version = models.ForeignKey(PlanVersion, on_delete=models.PROTECT, related_name="items")
    duty = models.ForeignKey("directives.Duty", on_delete=models.PROTECT, null=True, related_name="items")
    position = models.FloatField()
    text = models.TextField()
    clause = models.CharField(max_length=60, blank=True)
    written_leads = models.JSONField(default=list)
    written_supports = models.JSONField(default=list)
    due_kind = models.CharField(max_length=20, default=DueKind.THROUGHOUT)
    due_printed = models.CharField(max_length=10, blank=True)
    due_before = models.BooleanField(default=False)
    rhythm = models.CharField(max_length=20, blank=True)
    is_report = models.BooleanField(default=False)
    unowned_reason = models.TextField(blank=True)
    withdrawn_in = models.ForeignKey(PlanVersion, on_delete=models.PROTECT, null=True, related_name="withdrawn_items")

    class Meta:
        ordering = ["position", "id"]


class Task(models.Model):
    """A duty given to one agency (nhiệm vụ): exactly one lead, any number of cooperating agencies.

    `due_printed` is what documents print, `due_last_day` the day clocks use ("trước ngày X" prints X, last day X−1).
    `answering` marks the lead that a person chose to answer for a joint product.
    """

    class State(models.TextChoices):
        PROPOSED = "proposed"  # in a plan not yet issued
        OPEN = "open"
        DONE = "done"
        REASSIGNED = "reassigned"
        WITHDRAWN = "withdrawn"

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    province = models.ForeignKey("people.Unit", on_delete=models.PROTECT, related_name="+")
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="tasks")
    item = models.ForeignKey(PlanItem, on_delete=models.PROTECT, related_name="tasks")
    lead = models.ForeignKey("people.Agency", on_delete=models.PROTECT, related_name="+")
    written_lead = models.CharField(max_length=300, blank=True)
    answering = models.BooleanField(default=False)
    due_kind = models.CharField(max_length=20, default=DueKind.THROUGHOUT)
    due_printed = models.CharField(max_length=10, blank=True)
    due_before = models.BooleanField(default=False)
    due_last_day = models.DateField(null=True)
    rhythm = models.CharField(max_length=20, blank=True)
    state = models.CharField(max_length=20, choices=State, default=State.PROPOSED)
    percent = models.IntegerField(default=0)
    done_on = models.DateField(null=True)
    opened_at = models.DateTimeField(null=True)
    changed_at = models.DateTimeField()
    replaces = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="replaced_by")
    reason = models.TextField(blank=True)
    folded = models.TextField(editable=False)

    class Meta:
        indexes = [
            models.Index(fields=["province", "lead", "state", "due_last_day"], name="tasks_of_lead"),
            models.Index(fields=["province", "state", "due_last_day"], name="tasks_late"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["province", "item", "lead"],
                condition=~models.Q(state__in=["reassigned", "withdrawn"]),
                name="tasks_one_per_lead",
            ),
        ]


class Cooperation(models.Model):
    """An agency cooperating (phối hợp) on a task."""

    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="cooperations")
    province = models.ForeignKey("people.Unit", on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey("people.Agency", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["province", "task", "agency"], name="cooperates_once")]


class Progress(models.Model):
    """What was done on a task, on which day, with a note and evidence; entered by the lead or for it (nhập thay).

    An entry made for another cites that agency's document. A mistaken entry is never edited: it is voided with a reason
    and its numbers count no more.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    province = models.ForeignKey("people.Unit", on_delete=models.PROTECT, related_name="+")
    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="progress")
    agency = models.ForeignKey("people.Agency", on_delete=models.PROTECT, related_name="+")
    happened_on = models.DateField()
    percent = models.IntegerField()
    note = models.TextField()
    entered_for = models.BooleanField(default=False)
    source_document = models.CharField(max_length=200, blank=True)
    source_date = models.DateField(null=True)
    entered_by = models.ForeignKey("people.User", on_delete=models.PROTECT, related_name="+")
    entered_at = models.DateTimeField()
    voided_at = models.DateTimeField(null=True)
    voided_by = models.ForeignKey("people.User", on_delete=models.PROTECT, null=True, related_name="+")
    void_reason = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["province", "agency", "happened_on"], name="progress_by_day")]


class Evidence(models.Model):
    """A file that shows what a progress entry says (tài liệu minh chứng)."""

    progress = models.ForeignKey(Progress, on_delete=models.PROTECT, related_name="evidence")
    province = models.ForeignKey("people.Unit", on_delete=models.PROTECT, related_name="+")
    file = models.ForeignKey("files.StoredFile", on_delete=models.PROTECT, related_name="+")
    is_source = models.BooleanField(default=False)  # the scan of the document an entry made for another cites


class Result(models.Model):
    """A number a progress entry adds to an indicator: the record behind a report's figure."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    province = models.ForeignKey("people.Unit", on_delete=models.PROTECT, related_name="+")
    progress = models.ForeignKey(Progress, on_delete=models.PROTECT, related_name="results")
    indicator = models.CharField(max_length=60)
    value = models.DecimalField(max_digits=16, decimal_places=2)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["province", "progress", "indicator"], name="result_once")]
