"""Report requests, what each agency owes, the versions it sent, and consolidated reports frozen with their inputs."""

import uuid

from django.db import models


class Request(models.Model):
    """A report asked for (báo cáo phải nộp), for one period, with its origin named by kind and uuid.

    `origin_kind`/`origin_uuid` name the plan; `item_uuid` the plan item (duty) that lays the reporting on.
    `due_printed` is printed, `due_last_day` drives the clock. `starts`/`cutoff` bound the days whose records count, a
    null leaves that side open.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    province = models.ForeignKey("people.Unit", on_delete=models.PROTECT, related_name="+")
    origin_kind = models.CharField(max_length=20, default="plan")
    origin_uuid = models.UUIDField(db_index=True)
    item_uuid = models.UUIDField(null=True)
    title = models.CharField(max_length=1000)
    period = models.CharField(max_length=20, default="event")
    form = models.CharField(max_length=60)
    starts = models.DateField(null=True)
    cutoff = models.DateField(null=True)
    due_printed = models.CharField(max_length=10, blank=True)
    due_before = models.BooleanField(default=False)
    due_last_day = models.DateField(null=True)
    addressee = models.CharField(max_length=300, blank=True)
    collector = models.ForeignKey("people.Agency", on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField(null=True)  # null while the plan is not issued

    class Meta:
        indexes = [models.Index(fields=["province", "due_last_day"], name="requests_by_due")]


class Obligation(models.Model):
    """One agency owes one report. `task_uuid` is the agency's task that carries the duty to report, if there is one."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    province = models.ForeignKey("people.Unit", on_delete=models.PROTECT, related_name="+")
    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="obligations")
    agency = models.ForeignKey("people.Agency", on_delete=models.PROTECT, related_name="+")
    task_uuid = models.UUIDField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["province", "request", "agency"], name="owed_once")]
        indexes = [models.Index(fields=["province", "agency"], name="owed_by_agency")]


class Report(models.Model):
    """One version of what an agency reports. A submitted version never changes; a correction is the next version.

    A report entered for another (nhập thay) names the paper it was taken from (`source_document`, `source_date`,
    `source_file`) and counts as received on `arrived_on`.
    """

    class State(models.TextChoices):
        DRAFT = "draft"
        SUBMITTED = "submitted"
        ACCEPTED = "accepted"
        RETURNED = "returned"
        SUPERSEDED = "superseded"

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    province = models.ForeignKey("people.Unit", on_delete=models.PROTECT, related_name="+")
    obligation = models.ForeignKey(Obligation, on_delete=models.PROTECT, related_name="reports")
    number = models.IntegerField()
    state = models.CharField(max_length=20, choices=State, default=State.DRAFT)
    nil = models.BooleanField(default=False)
    narrative = models.TextField(blank=True)
    difficulties = models.TextField(blank=True)
    proposals = models.TextField(blank=True)
    correction_reason = models.TextField(blank=True)
    entered_for = models.BooleanField(default=False)
    source_document = models.CharField(max_length=200, blank=True)
    source_date = models.DateField(null=True)
    source_file = models.ForeignKey("files.StoredFile", on_delete=models.PROTECT, null=True, related_name="+")
    arrived_on = models.DateField(null=True)
    entered_by = models.ForeignKey("people.User", on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField()
    submitted_by = models.ForeignKey("people.User", on_delete=models.PROTECT, null=True, related_name="+")
    submitted_at = models.DateTimeField(null=True)
    reviewed_by = models.ForeignKey("people.User", on_delete=models.PROTECT, null=True, related_name="+")
    reviewed_at = models.DateTimeField(null=True)
    review_note = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["province", "obligation", "number"], name="report_version_once")]
        indexes = [models.Index(fields=["province", "state"], name="reports_by_state")]


class Cell(models.Model):
    """One indicator in one report version: its emptiness or its value = sum of its lines.

    `emptiness`: "" (a number), nil (không phát sinh), not_ours (không thuộc chức năng), missing (chưa báo cáo). In a
    draft `value` is null and the lines are the typed ones only; submission adds the computed lines and freezes all.
    `computed` is what the records gave at submission: it stands beside the signed figure and is never added to it.
    """

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="cells")
    province = models.ForeignKey("people.Unit", on_delete=models.PROTECT, related_name="+")
    indicator = models.CharField(max_length=60)
    value = models.DecimalField(max_digits=16, decimal_places=2, null=True)
    emptiness = models.CharField(max_length=20, blank=True)
    computed = models.DecimalField(max_digits=16, decimal_places=2, null=True)
    note = models.CharField(max_length=500, blank=True)
    return_note = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["province", "report", "indicator"], name="cell_once")]


class Line(models.Model):
    """A part of a cell's value and where it comes from: a recorded result, or typed in for a task.

    Uuids instead of foreign keys: reports know no register. `result_uuid` is null where the number was typed.
    """

    cell = models.ForeignKey(Cell, on_delete=models.PROTECT, related_name="lines")
    province = models.ForeignKey("people.Unit", on_delete=models.PROTECT, related_name="+")
    value = models.DecimalField(max_digits=16, decimal_places=2)
    task_uuid = models.UUIDField(null=True)
    progress_uuid = models.UUIDField(null=True)
    result_uuid = models.UUIDField(null=True)


class Consolidation(models.Model):
    """A consolidated report (báo cáo tổng hợp), frozen with the versions it was made from; changes make a new one.

    `reporters` lists every agency that owed a report as it stood at freezing: [{agency, name, state, source}], where
    `state` is accepted, nil, not_ours, awaiting or missing and `source` cites the paper of a report entered for it.
    `closed_on` is the day on which the figures were closed. `symbol` is what follows the number ("BC-CAT").
    """

    class State(models.TextChoices):
        FROZEN = "frozen"
        SIGNED = "signed"
        ISSUED = "issued"

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    province = models.ForeignKey("people.Unit", on_delete=models.PROTECT, related_name="+")
    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="consolidations")
    issuer = models.ForeignKey("people.Agency", on_delete=models.PROTECT, related_name="+")
    number = models.IntegerField()
    state = models.CharField(max_length=20, choices=State, default=State.FROZEN)
    closed_on = models.DateField()
    summary = models.TextField(blank=True)
    difficulties = models.TextField(blank=True)
    proposals = models.TextField(blank=True)
    reporters = models.JSONField(default=list)
    made_by = models.ForeignKey("people.User", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    signed_by = models.ForeignKey("people.User", on_delete=models.PROTECT, null=True, related_name="+")
    signed_post = models.ForeignKey("people.Post", on_delete=models.PROTECT, null=True, related_name="+")
    signed_at = models.DateTimeField(null=True)
    symbol = models.CharField(max_length=40)
    issued_number = models.CharField(max_length=40, blank=True)
    issued_on = models.DateField(null=True)
    document = models.ForeignKey("files.StoredFile", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["province", "request", "number"], name="consolidation_once")]


class Input(models.Model):
    """A report version that a consolidation was made from."""

    consolidation = models.ForeignKey(Consolidation, on_delete=models.PROTECT, related_name="inputs")
    province = models.ForeignKey("people.Unit", on_delete=models.PROTECT, related_name="+")
    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["province", "consolidation", "report"], name="input_once")]


class Figure(models.Model):
    """A frozen total of a consolidation: the sum of its inputs' cells, and how many agencies gave a number."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    consolidation = models.ForeignKey(Consolidation, on_delete=models.PROTECT, related_name="figures")
    province = models.ForeignKey("people.Unit", on_delete=models.PROTECT, related_name="+")
    indicator = models.CharField(max_length=60)
    value = models.DecimalField(max_digits=16, decimal_places=2, null=True)
    emptiness = models.CharField(max_length=20, blank=True)
    counted = models.IntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["province", "consolidation", "indicator"], name="figure_once")]
