"""Reading plans and tasks: each query takes the viewer and gives frozen rows of what that viewer may see."""

from haidang.apps.plans.queries.desk import desk
from haidang.apps.plans.queries.downloads import evidence, issued_document
from haidang.apps.plans.queries.list import PlanFilter, plan_list
from haidang.apps.plans.queries.plan import item_row, items_page, plan_page
from haidang.apps.plans.queries.search import search
from haidang.apps.plans.queries.task import task_page
from haidang.apps.plans.queries.tasks import TaskFilter, task_list
from haidang.apps.plans.queries.trail import results, task_trail
from haidang.apps.plans.rows import (
    AgencyMark,
    Download,
    DueRow,
    Hit,
    ItemRow,
    ItemTask,
    PlanPage,
    PlanRow,
    PlansDesk,
    ProgressRow,
    ResultRow,
    TaskPage,
    TaskRow,
    TaskTrail,
    VersionRow,
    WaitingPlan,
)

__all__ = [
    "AgencyMark",
    "Download",
    "DueRow",
    "Hit",
    "ItemRow",
    "ItemTask",
    "PlanFilter",
    "PlanPage",
    "PlanRow",
    "PlansDesk",
    "ProgressRow",
    "ResultRow",
    "TaskFilter",
    "TaskPage",
    "TaskRow",
    "TaskTrail",
    "VersionRow",
    "WaitingPlan",
    "desk",
    "evidence",
    "issued_document",
    "item_row",
    "items_page",
    "plan_list",
    "plan_page",
    "results",
    "search",
    "task_list",
    "task_page",
    "task_trail",
]
