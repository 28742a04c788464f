"""What the queries of plans give out: frozen rows without a way back to the database."""

from haidang.apps.plans.rows.plans import (
    ApprovalRow,
    Download,
    Hit,
    ItemRow,
    PlanPage,
    PlanRow,
    PlansDesk,
    VersionRow,
    WaitingPlan,
)
from haidang.apps.plans.rows.tasks import (
    AgencyMark,
    ChainRow,
    DueRow,
    EvidenceRow,
    ItemTask,
    ProgressRow,
    RecordedNumber,
    ResultRow,
    TaskPage,
    TaskRow,
    TaskTrail,
)

__all__ = [
    "AgencyMark",
    "ApprovalRow",
    "ChainRow",
    "Download",
    "DueRow",
    "EvidenceRow",
    "Hit",
    "ItemRow",
    "ItemTask",
    "PlanPage",
    "PlanRow",
    "PlansDesk",
    "ProgressRow",
    "RecordedNumber",
    "ResultRow",
    "TaskPage",
    "TaskRow",
    "TaskTrail",
    "VersionRow",
    "WaitingPlan",
]
