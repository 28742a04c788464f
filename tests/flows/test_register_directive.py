"""Taking in a document from above."""

import threading
from uuid import uuid4

import pytest
from django.db import connection

from haidang.apps.directives.models import Directive, Duty
from haidang.apps.directives.models import Reading as ReadingRow
from haidang.apps.files.models import StoredFile
from haidang.apps.files.services import content
from haidang.apps.ledger.models import Entry
from haidang.domain.terms.refusal import Refusal
from haidang.flows.register_directive import LONGEST, register_directive
from tests.factories.cast import NOW, TODAY, Cast, make_cast
from tests.factories.directives import TEXT, register, seen


def refused(cast: Cast, data: bytes, **more: object) -> Refusal:
    """The refusal that these bytes meet; nothing at all was written."""
    with pytest.raises(Refusal) as caught:
        register_directive(actor=cast["standing"], at=NOW, today=TODAY, data=data, label="mat-ten.txt", **more)
    assert not Directive.objects.exists()
    assert not Duty.objects.exists()
    assert not StoredFile.objects.exists()
    return caught.value


def test_a_document_is_kept_as_it_came_read_and_noted_in_the_ledger(cast: Cast) -> None:
    uuid = register(cast, arrival_number="118")
    view = seen(cast, uuid)
    assert (view.head.kind, view.head.number, view.head.arrival_number) == ("ke_hoach", "07/KH-BCĐ", "118")
    assert view.head.arrival_date == TODAY
    assert content(Directive.objects.get(uuid=uuid).source.uuid) == TEXT.encode()
    entry = Entry.objects.get(act="directive.register")
    assert (entry.object_uuid, entry.agency_uuid) == (uuid, cast["standing"].agency_uuid)
    assert "bến cá" not in entry.body


def test_duties_point_into_the_text_and_name_agencies_of_the_province(cast: Cast) -> None:
    view = seen(cast, register(cast))
    assert len(view.duties) == 6
    for duty in view.duties:
        assert " ".join(view.text[duty.start : duty.end].split()) == duty.text
        assert view.text.split("\n")[duty.line - 1].strip()
    first, communes = view.duties[0], view.duties[3]
    assert first.leads[0].agencies == (cast.agencies["Công an tỉnh"].uuid,)
    assert first.supports[0].agencies == (cast.agencies["Sở Y tế"].uuid,)
    assert len(communes.leads[0].agencies) == 3


def test_a_lead_that_nobody_knows_is_a_doubt_and_not_a_guess(cast: Cast) -> None:
    unknown = seen(cast, register(cast)).duties[4]
    assert unknown.leads[0].agencies == ()
    assert [d.code for d in unknown.doubts] == ["name.unknown"]
    assert unknown.in_doubt


def test_a_clerk_registers_too_and_others_may_not(cast: Cast) -> None:
    assert register(cast, "clerk")
    for who in ("focal", "commune", "leader", "inspector", "admin"):
        with pytest.raises(Refusal, match="not_allowed"):
            register(cast, who, text=TEXT + who)


def test_the_same_form_twice_makes_one_document(cast: Cast) -> None:
    key = str(uuid4())
    assert register(cast, key=key) == register(cast, key=key)
    assert Directive.objects.count() == Entry.objects.filter(act="directive.register").count() == 1


def test_the_same_text_again_leads_to_the_document_that_stands(cast: Cast) -> None:
    first = register(cast)
    with pytest.raises(Refusal) as caught:
        register(cast, text="\ufeff" + TEXT.replace("\n", "\r\n"))
    assert caught.value.code == "directive.already_registered"
    assert caught.value.values_by_name == {"uuid": first}
    assert Directive.objects.count() == 1
    assert register(cast, "clerk") != first  # another agency keeps its own register


@pytest.mark.parametrize("data", [b"", b"  \n\t \r\n", b"\xef\xbb\xbf\n"])
def test_an_empty_file_is_refused(cast: Cast, data: bytes) -> None:
    assert refused(cast, data).code == "file.empty"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"%PDF-1.7\n\x00\x01", "file.damaged"),
        (b"PK\x03\x04" + bytes(range(256)) * 20, "file.damaged"),
        (bytes(range(256)) * 50, "file.binary"),
    ],
)
def test_a_file_that_is_no_document_is_refused_whatever_its_name(cast: Cast, data: bytes, code: str) -> None:
    assert refused(cast, data).code == code


def test_letters_that_nobody_can_read_are_refused(cast: Cast) -> None:
    assert refused(cast, "Übergröße façon naïve ".encode("latin-1") * 20).code == "file.encoding"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le"])
def test_other_unicode_files_are_read(cast: Cast, encoding: str) -> None:
    uuid = register_directive(actor=cast["standing"], at=NOW, today=TODAY, data=TEXT.encode(encoding), label="a.txt")
    assert len(seen(cast, uuid).duties) == 6


def test_text_of_old_fonts_is_converted_with_a_doubt(cast: Cast) -> None:
    pairs = zip("áàảãạăắằẳẵặâấầẩẫậđéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵ", bytes.fromhex(
        "b8b5b6b7b9a8bebbbcbdc6a9cac7c8c9cbaed0cccecfd1aad5d2d3d4d6ddd7d8dcdee3dfe1e2e4abe8e5e6e7e9acedeaebecee"
        "f3eff1f2f4adf8f5f6f7f9fdfafbfcfe"
    ), strict=True)  # fmt: skip
    table = dict(pairs)
    capitals = dict(zip("ĂÂÊÔƠƯĐ", bytes.fromhex("a1a2a3a4a5a6a7"), strict=True))
    old = bytes({**table, **capitals}.get(c) or table.get(c.lower()) or (ord(c) if ord(c) < 128 else 63) for c in TEXT)
    uuid = register_directive(actor=cast["standing"], at=NOW, today=TODAY, data=old, label="a.txt")
    view = seen(cast, uuid)
    assert view.encoding == "tcvn3"
    assert "encoding.converted" in {d.code for d in view.doubts}
    assert view.duties[1].text == "Lập danh sách bến cá không có đèn trước ngày 15/4/2026."


def test_twenty_megabytes_of_text_are_refused_with_the_limit(cast: Cast) -> None:
    line = "Rà soát các bến cá trên địa bàn và báo cáo kết quả.\n"
    huge = (line * (21_000_000 // len(line.encode()) + 1)).encode()
    assert refused(cast, huge).code == "file.too_large"
    long = refused(cast, (line * (LONGEST // len(line) + 1)).encode())
    assert (long.code, long.values_by_name) == ("directive.too_long", {"limit": 5})


def test_a_document_without_a_duty_is_refused_unless_a_person_will_add_them(cast: Cast) -> None:
    text = "THÔNG BÁO\nVề việc nghỉ lễ\n\nCơ quan nghỉ lễ theo lịch chung.\n"
    assert refused(cast, text.encode()).code == "directive.no_duty"
    uuid = register(cast, text=text, without_duties=True)
    assert seen(cast, uuid).duties == ()


def test_a_secret_document_is_refused_before_any_write_and_leaves_no_title(cast: Cast) -> None:
    key = str(uuid4())
    for _ in range(2):
        assert refused(cast, ("TỐI MẬT\n" + TEXT).encode(), key=key).code == "directive.secret"
    entry = Entry.objects.get()
    assert (entry.act, entry.object_uuid) == ("directive.refused_secret", None)
    assert "bến cá" not in entry.body
    assert "mat-ten" not in entry.body
    assert not ReadingRow.objects.exists()


def test_a_day_of_arrival_in_the_future_is_refused(cast: Cast) -> None:
    refusal = refused(cast, TEXT.encode(), arrival_date=TODAY.replace(day=12))
    assert (refusal.code, refusal.field) == ("directive.arrival_in_future", "arrival_date")


def test_stray_control_characters_become_blanks_and_the_file_stays_as_it_came(cast: Cast) -> None:
    dirty = TEXT.replace("mười giường", "mười\x00giường")
    uuid = register(cast, text=dirty)
    view = seen(cast, uuid)
    assert "mười giường" in view.duties[2].text
    assert content(Directive.objects.get(uuid=uuid).source.uuid) == dirty.encode()


@pytest.mark.django_db(transaction=True)
def test_two_people_registering_one_text_at_once_make_one_document() -> None:
    """At the same moment on PostgreSQL; one after the other on SQLite, whose database in memory has one writer."""
    cast = make_cast()
    together = connection.vendor == "postgresql"
    results: list[str] = []
    start = threading.Barrier(2 if together else 1)

    def take_in() -> None:
        start.wait()
        try:
            register(cast)
            results.append("made")
        except Refusal as refusal:
            results.append(refusal.code)
        finally:
            connection.close()

    threads = [threading.Thread(target=take_in) for _ in range(2)]
    for thread in threads:
        thread.start()
        if not together:
            thread.join()
    for thread in threads:
        thread.join()
    assert sorted(results) == ["directive.already_registered", "made"]
    assert Directive.objects.count() == 1
