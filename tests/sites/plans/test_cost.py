from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories import planning
from tests.factories.cast import Cast
from tests.factories.many import many_tasks

MOST = 15


def cost(cast: Cast, who: str, address: str) -> int:
    client = cast.client(who)
    with CaptureQueriesContext(
        connection,
    ) as caught:
        assert client.get(address).status_code == 200
    return len(caught)


@pytest.mark.parametrize("who", ["standing", "leader", "focal"])
@pytest.mark.parametrize("name", ["plans", "tasks", "plan", "task"])
def test_a_page_costs_at_most_fifteen_queries_however_many_tasks_there_are(
    cast: Cast, issued: UUID, who: str, name: str
) -> None:
    uuids = {"plan": issued, "task": planning.task_of(issued, "Sở Y tế", "Tập huấn").uuid}
    address = reverse(f"office:{name}", kwargs={"uuid": uuids[name]} if name in uuids else None)
    many_tasks(issued, 10)
    few = cost(cast, who, address)
    many_tasks(issued, 1500)
    assert cost(cast, who, address) == few
    assert few <= MOST


def test_the_page_of_a_duty_and_of_a_step_cost_at_most_fifteen_queries(cast: Cast, drafted: UUID) -> None:
    many_tasks(drafted, 200)
    item = planning.task_of(drafted, "Sở Y tế", "Tập huấn").item
    assert cost(cast, "standing", reverse("office:plan-item", kwargs={"uuid": item.uuid})) <= MOST
    assert cost(cast, "standing", reverse("office:plan-submit", kwargs={"uuid": drafted})) <= MOST
