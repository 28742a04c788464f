"""Finding documents, plans and tasks by words, with and without marks, each in what the person may see."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import planning
from tests.factories.cast import NOW
from tests.factories.directing import confirmed_directive


@pytest.fixture
def plan(cast):
    """An issued plan of the cast's province, from a registered directive."""
    return planning.issued(cast, confirmed_directive(cast["standing"], NOW))


def found(cast, who: str, words: str) -> str:
    return cast.client(who).get("/tim/", {"q": words}).content.decode()


@pytest.mark.parametrize("words", ["tiếp nhận nạn nhân", "tiep nhan nan nhan", "NẠN NHÂN tiếp"])
def test_words_find_tasks_and_documents_with_and_without_marks(cast, plan, words):
    text = found(cast, "standing", words)
    assert f"/{planning.task_of(plan, 'Sở Y tế', 'Tập huấn').uuid}/" in text
    assert '<mark class="hit">nạn</mark>' in text
    assert "<h2>Văn bản</h2>" in text
    assert "<h2>Nhiệm vụ</h2>" in text


def test_a_plan_is_found_by_its_title(cast, plan):
    text = found(cast, "standing", "dia ban tinh nam 2026")
    assert "<h2>Kế hoạch</h2>" in text
    assert f"/{plan}/" in text


def test_nobody_finds_what_is_not_theirs_to_see(cast, plan):
    task = planning.task_of(plan, "Sở Tư pháp", "Tập huấn")
    assert f"/{task.uuid}/" in found(cast, "other_focal", "tap huan")
    assert "Không tìm thấy kết quả" in found(cast, "stranger", "tap huan")


def test_a_search_costs_few_queries(cast, plan):
    client = cast.client("standing")
    with CaptureQueriesContext(connection) as queries:
        client.get("/tim/", {"q": "ban nguoi"})
    assert len(queries) <= 15
