"""Data made before the ledger was sealed opens after it."""

import json
from uuid import UUID

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from haidang.apps.ledger import queries
from haidang.apps.ledger.chain import unsealed
from haidang.apps.ledger.models import Entry
from tests.factories.cast import NOW


@pytest.mark.django_db(transaction=True)
def test_a_chain_of_before_is_sealed_by_the_upgrade_and_stays_provable() -> None:
    MigrationExecutor(connection).migrate([("ledger", "0001_initial")])
    try:
        old = MigrationExecutor(connection).loader.project_state([("ledger", "0001_initial")]).apps
        digest = ""
        for number in (1, 2, 3):
            said = {
                "province": 7, "number": number, "at": NOW.isoformat(), "actor": str(UUID(int=5)), "agency": None,
                "act": "task.update", "kind": "task", "object": None, "detail": {},
            }  # fmt: skip
            body = json.dumps(said, sort_keys=True)
            digest = unsealed(digest, body)
            old.get_model("ledger", "Entry").objects.create(
                province_id=7, number=number, at=NOW, actor_uuid=UUID(int=5), act="task.update", object_kind="task",
                body=body, digest=digest,
            )  # fmt: skip
        old.get_model("ledger", "Chain").objects.create(province_id=7, length=3, digest=digest)
    finally:
        executor = MigrationExecutor(connection)
        executor.migrate(executor.loader.graph.leaf_nodes())
    assert list(Entry.objects.order_by("number").values_list("act", flat=True)) == ["task.update"] * 3 + [
        "ledger.sealed"
    ]
    assert queries.first_bad_entry(7) is None
