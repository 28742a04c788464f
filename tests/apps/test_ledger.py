"""The ledger: one chain per province, nothing changed unseen, an act under one key done once."""

import datetime as dt
from uuid import uuid4

import pytest
from django.core.management import CommandError, call_command

from haidang.apps.ledger import queries
from haidang.apps.ledger.models import Entry
from haidang.domain.terms.refusal import Refusal
from haidang.flows.acting import Done, perform
from haidang.flows.sign_in import note_sign_in
from tests.factories.cast import NOW
from tests.factories.tampering import unguarded

pytestmark = pytest.mark.django_db


def entries(cast, count):
    for _ in range(count):
        perform(actor=cast["standing"], act="test.act", at=NOW, work=lambda: Done("thing", uuid4(), {"rows": 3}))


def test_entries_of_a_province_stand_in_one_unbroken_chain(cast):
    entries(cast, 5)
    assert list(Entry.objects.order_by("number").values_list("number", flat=True)) == [1, 2, 3, 4, 5]
    assert queries.first_bad_entry(cast.province.pk) is None


@pytest.mark.parametrize("change", [{"body": "{}"}, {"act": "other.act"}, {"digest": "0" * 64}])
def test_a_changed_entry_is_named(cast, change):
    entries(cast, 4)
    with unguarded():
        Entry.objects.filter(number=3).update(**change)
    assert queries.first_bad_entry(cast.province.pk) == 3


def test_a_removed_entry_is_noticed(cast):
    entries(cast, 4)
    with unguarded():
        Entry.objects.filter(number=2).delete()
    assert queries.first_bad_entry(cast.province.pk) == 2


def test_an_act_that_fails_leaves_no_entry(cast):
    def work():
        raise Refusal("some.rule")

    with pytest.raises(Refusal):
        perform(actor=cast["standing"], act="test.act", at=NOW, work=work)
    assert not Entry.objects.exists()


def test_the_same_form_sent_twice_is_done_once_and_answers_with_the_first_outcome(cast):
    made = []

    def work():
        made.append(uuid4())
        return Done("thing", made[-1])

    first = perform(actor=cast["focal"], act="test.act", at=NOW, work=work, key="form-1")
    again = perform(actor=cast["focal"], act="test.act", at=NOW, work=work, key="form-1")
    other = perform(actor=cast["focal"], act="test.act", at=NOW, work=work, key="form-2")
    assert first == again != other
    assert len(made) == Entry.objects.count() == 2


def test_an_inspector_does_no_act_but_the_sign_in_is_noted(cast):
    with pytest.raises(Refusal) as refused:
        perform(actor=cast["inspector"], act="test.act", at=NOW, work=lambda: Done("thing", uuid4()))
    assert refused.value.code == "not_allowed"
    note_sign_in(actor=cast["inspector"], at=NOW)
    assert Entry.objects.get().act == "account.sign_in"


def test_only_an_inspector_reads_the_ledger_and_only_of_the_own_province(cast):
    entries(cast, 3)
    perform(actor=cast["stranger"], act="test.act", at=NOW, work=lambda: Done("thing", uuid4()))
    page = queries.page(cast["inspector"])
    assert page.total == 3
    assert [row.number for row in page.rows] == [3, 2, 1]
    with pytest.raises(Refusal):
        queries.page(cast["standing"])


def test_the_sign_in_remembers_when_the_person_came_before(cast):
    earlier = NOW - dt.timedelta(days=3)
    note_sign_in(actor=cast["focal"], at=NOW, last_time=earlier)
    cast.users["focal"].refresh_from_db()
    assert cast.users["focal"].last_seen_at == earlier


def test_entries_hold_no_names(cast):
    entries(cast, 1)
    note_sign_in(actor=cast["focal"], at=NOW)
    stored = " ".join(Entry.objects.values_list("body", flat=True))
    assert not any(user.full_name in stored or user.username in stored.split('"') for user in cast.users.values())


def test_the_operators_command_names_the_first_bad_entry(cast, capsys):
    entries(cast, 3)
    call_command("ledger", "verify")
    assert "nguyên vẹn" in capsys.readouterr().out
    with unguarded():
        Entry.objects.filter(number=2).update(body="{}")
    with pytest.raises(CommandError, match="số 2"):
        call_command("ledger", "verify")
