"""An officer's own phone and e-mail: kept sealed, opened with an entry, under a new key whenever it is wanted."""

import random

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from haidang.apps.ledger.models import Entry
from haidang.apps.people.models import Contact, User
from haidang.apps.sealed import rows
from haidang.conf.keys import require_keys
from haidang.domain.terms.refusal import Refusal
from haidang.flows import sealing
from haidang.flows.keep_contact import keep_contact, read_contact
from haidang.formats.sealed.envelope import Place
from haidang.formats.sealed.tokens import Compared
from tests.factories.cast import NOW, Cast

NEW = bytes(range(32))


def keep(cast: Cast, who: str, email: str = "", phone: str = "") -> None:
    keep_contact(actor=cast[who], at=NOW, email=email, phone=phone)


def test_what_is_kept_is_read_back_and_both_acts_leave_entries_without_it(cast: Cast) -> None:
    keep(cast, "focal", "lanh@anhai.gov.vn", "0912 345 678")
    known = read_contact(actor=cast["focal"], at=NOW)
    assert (known.email, known.phone) == ("lanh@anhai.gov.vn", "0912 345 678")
    acts = list(Entry.objects.order_by("number").values_list("act", flat=True))
    assert acts == ["contact.keep", "contact.read"]
    assert not any("lanh" in body or "0912" in body for body in Entry.objects.values_list("body", flat=True))


def test_nobody_reads_anothers(cast: Cast) -> None:
    keep(cast, "focal", "lanh@anhai.gov.vn")
    for who in ("leader", "admin", "inspector", "stranger"):
        assert read_contact(actor=cast[who], at=NOW).email == ""


def test_a_second_keeping_changes_the_same_row_and_empty_takes_away(cast: Cast) -> None:
    keep(cast, "inspector", "soi@anhai.gov.vn", "0900 000 001")
    keep(cast, "inspector")
    row = Contact.objects.get()
    assert (row.email, row.email_token, row.phone, row.phone_token) == ("", "", "", "")


@pytest.mark.parametrize(("email", "phone", "code"), [("lanh", "", "contact.email"), ("", "12", "contact.phone")])
def test_what_is_no_address_or_phone_is_refused(cast: Cast, email: str, phone: str, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        keep(cast, "focal", email, phone)
    assert refused.value.code == code
    assert not Contact.objects.exists()


def test_the_raw_tables_hold_none_of_three_hundred_planted_values(cast: Cast) -> None:
    planted = []
    for n in range(300):
        user = User.objects.create(username=f"cay{n}", full_name="Người Mẫu")
        said = {"email": f"cay.{n}@biet-danh.vn", "phone": f"0977{n:06}"}
        planted += said.values()
        contact = Contact(user=user)
        for name, value in sealing.sealed("people_contact", contact.uuid, said).items():
            setattr(contact, name, value)
        contact.save()
    keep(cast, "focal", "cay.999@biet-danh.vn", "0977999999")
    raw = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            raw += [str(row) for row in cursor.fetchall()]
    everything = "\n".join(raw)
    assert [value for value in planted if value in everything] == []
    assert "biet-danh" not in everything


def many(count: int) -> dict[object, str]:
    told = {}
    for n in range(count):
        user = User.objects.create(username=f"nhieu{n}", full_name="Người Mẫu")
        contact = Contact(user=user)
        told[contact.uuid] = f"nhieu{n}@anhai.gov.vn"
        for name, value in sealing.sealed("people_contact", contact.uuid, {"email": told[contact.uuid]}).items():
            setattr(contact, name, value)
        contact.save()
    return told


def test_sealing_anew_may_be_stopped_anywhere_and_loses_nothing(db, settings, monkeypatch) -> None:
    told = many(600)
    settings.FIELD_KEYS = (*settings.FIELD_KEYS, NEW)
    monkeypatch.setattr(sealing, "_BATCH", 20)
    rng = random.Random(7)

    class Stopped(Exception):
        """The plug was pulled."""

    def pulled(done: int) -> None:
        if rng.random() < 0.5:
            raise Stopped

    stops = 0
    while stops < 20:
        try:
            sealing.rotate(at=NOW, progress=pulled)
        except Stopped:
            stops += 1
        else:
            break
    assert stops > 5
    sealing.rotate(at=NOW)
    ring = sealing.envelopes()
    for row in Contact.objects.all():
        assert ring.is_current(row.email)
        assert ring.open(row.email, Place("people_contact", "email", row.uuid)) == told[row.uuid]
    assert sealing.rotate(at=NOW) == 0
    settings.FIELD_KEYS = settings.FIELD_KEYS[-1:]
    require_keys()


def test_tokens_move_to_a_new_key_too(db, settings) -> None:
    many(3)
    settings.TOKEN_KEYS = (*settings.TOKEN_KEYS, NEW)
    assert sealing.rotate(at=NOW) == 3
    settings.TOKEN_KEYS = settings.TOKEN_KEYS[-1:]
    sought = sealing.tokens().sought("NHIEU2@anhai.gov.vn", "people_contact.email", Compared.ADDRESS)
    assert Contact.objects.get(email_token__in=sought).user.username == "nhieu2"


def test_a_value_changed_meanwhile_is_not_written_over(db, settings) -> None:
    many(1)
    column = rows.inventory()[0]
    (row,) = rows.held(column)
    Contact.objects.update(email="v1.k.other")
    assert not rows.replace(column, row, "v1.k.mine", "")
    assert Contact.objects.get().email == "v1.k.other"


def test_a_start_without_the_key_of_the_data_is_refused(db, settings, capsys) -> None:
    many(2)
    require_keys()
    call_command("keys", "check")
    assert ": 2 " in capsys.readouterr().out
    settings.FIELD_KEYS = (NEW,)
    with pytest.raises(SystemExit, match=r"2 values of people_contact\.email"):
        require_keys()
    for act in ("check", "rotate"):
        with pytest.raises(CommandError, match="khóa"):
            call_command("keys", act)


def test_the_operator_adds_a_key_and_seals_anew(db, settings, tmp_path, capsys, monkeypatch) -> None:
    many(2)
    settings.DATA_DIR = tmp_path
    call_command("keys", "new")
    settings.FIELD_KEYS = (*settings.FIELD_KEYS, NEW)
    call_command("keys", "rotate")
    out = capsys.readouterr().out
    assert "haidang keys rotate" in out
    assert "2." in out
    assert (tmp_path / "keys" / "fields.keys").read_text(encoding="ascii").count("\n") == 2
    monkeypatch.setenv("HAIDANG_KEYS_COMMAND", "vault")
    with pytest.raises(CommandError, match="HAIDANG_KEYS_COMMAND"):
        call_command("keys", "new")
