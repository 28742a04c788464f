"""Document pages: who gets which, what they show, and that nothing typed is lost."""

import gzip
from uuid import UUID, uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import override

from haidang.apps.directives import services
from haidang.apps.directives.models import Directive
from haidang.flows.confirm_duties import confirm_duties
from haidang.sites.office.frame.refusals import WORDS
from tests.factories.cast import NOW, Cast
from tests.factories.directives import TEXT, register, seen

OVERSEERS = {"standing", "clerk", "leader", "police_leader", "inspector"}
OFFICER = "standing"
NO_DUTY = "THÔNG BÁO\nVề việc nghỉ lễ\n\nCơ quan nghỉ lễ theo lịch chung.\n"


def address(name: str, uuid: UUID | None = None, **more: object) -> str:
    return reverse(f"office:{name}", kwargs=({"uuid": uuid} if uuid else {}) | more)


def post(cast: Cast, where: str, who: str = OFFICER, **fields: object) -> HttpResponse:
    return cast.client(who).post(where, {"form_key": str(uuid4()), **fields})


def typed(**changes: object) -> dict[str, object]:
    return {"text": "Kiểm tra đèn", "leads": "Sở Y tế\nSở Tư pháp", "due_kind": "throughout", "revision": 0} | changes


def pages(cast: Cast, uuid: UUID) -> dict[str, tuple[str, set[str]]]:
    """Every address of a document and who may open it."""
    duty = seen(cast, uuid).duties[0].uuid
    mine = {OFFICER}
    return {
        "list": (address("directives"), set(cast.viewers)),
        "register": (address("directive-register"), {OFFICER, "clerk", "stranger"}),
        "reading": (address("directive", uuid), OVERSEERS),
        "findings": (address("directive", uuid) + "?xem=phat-hien", OVERSEERS),
        "check": (address("directive-check", uuid), OVERSEERS),
        "check report": (address("directive-check-document", uuid), OVERSEERS),
        "source": (address("directive-source", uuid), OVERSEERS),
        "confirm": (address("directive-confirm", uuid), mine),
        "add": (address("duty-add", uuid), mine),
        "edit": (address("duty-edit", uuid, duty=duty), mine),
        "agencies": (address("duty-agencies", uuid, duty=duty, order=0), mine),
        "split": (address("duty-split", uuid, duty=duty), mine),
        "merge": (address("duty-merge", uuid, duty=duty), mine),
    }


def test_every_page_opens_for_those_it_is_for_and_is_not_there_for_the_others(cast: Cast) -> None:
    found = pages(cast, register(cast))
    for name, (where, allowed) in found.items():
        opened = {who for who in cast.viewers if cast.client(who).get(where).status_code == 200}
        assert opened == allowed, name


def test_nobody_without_sign_in_sees_anything(cast: Cast, client) -> None:
    for where, _allowed in pages(cast, register(cast)).values():
        for answer in (client.get(where), client.post(where)):
            assert answer.status_code == 302
            assert address("sign-in") in answer["Location"]


def test_what_is_posted_by_others_changes_nothing(cast: Cast) -> None:
    uuid = register(cast)
    view = seen(cast, uuid)
    duty = view.duties[0].uuid
    sent = [
        (address("directive-register"), {"text": NO_DUTY, "without_duties": "on"}, {OFFICER, "clerk", "stranger"}),
        (address("directive-act", uuid), {"delete": duty, "revision": 0}, {OFFICER}),
        (address("directive-undo", uuid), {"revision": 0}, {OFFICER}),
        (address("directive-check-again", uuid), {}, {OFFICER}),
        (address("directive-confirm", uuid), {"revision": 0, "accept_doubts": "on"}, {OFFICER}),
        (address("duty-add", uuid), typed(), {OFFICER}),
        (address("duty-edit", uuid, duty=duty), typed(), {OFFICER}),
        (address("duty-agencies", uuid, duty=duty, order=0), {"revision": 0}, {OFFICER}),
        (address("duty-split", uuid, duty=duty), {"revision": 0, "at": "own", "parts": "a\n---\nb"}, {OFFICER}),
        (address("duty-merge", uuid, duty=duty), {"revision": 0, "other": view.duties[1].uuid}, {OFFICER}),
    ]
    for where, fields, allowed in sent:
        for who in set(cast.viewers) - allowed:
            assert post(cast, where, who, **fields).status_code == 404, (where, who)
    assert seen(cast, uuid) == view
    assert Directive.objects.count() == 1


def test_the_reading_view_marks_duties_numbers_lines_and_puts_doubts_first(cast: Cast) -> None:
    uuid = register(cast)
    duties = seen(cast, uuid).duties
    page = cast.client(OFFICER).get(address("directive", uuid)).content.decode()
    for duty in duties:
        assert f'id="s-{duty.uuid}"' in page
        assert f'id="d-{duty.uuid}"' in page
        assert f'id="dong-{duty.line}"' in page
    places = {duty.uuid: page.index(f'id="d-{duty.uuid}"') for duty in duties}
    assert max(places[d.uuid] for d in duties if d.in_doubt) < min(places[d.uuid] for d in duties if not d.in_doubt)


def test_an_agency_that_was_sent_the_document_reads_it_without_buttons(cast: Cast) -> None:
    uuid = register(cast)
    services.distribute(Directive.objects.get(uuid=uuid), [cast["commune"].agency_id])
    page = cast.client("commune").get(address("directive", uuid)).content.decode()
    assert "Lập danh sách bến cá" in page
    assert 'name="delete"' not in page
    assert address("directive-confirm", uuid) not in page


def test_pasting_registers_and_leads_to_the_reading_view(cast: Cast) -> None:
    answer = post(cast, address("directive-register"), text=TEXT, arrival_number="12", arrival_date="10/3/2026")
    made = Directive.objects.get()
    assert answer["Location"] == address("directive", made.uuid)
    assert (made.arrival_number, made.arrival_date.isoformat()) == ("12", "2026-03-10")


def test_a_file_registers_too_and_comes_back_byte_for_byte(cast: Cast) -> None:
    data = TEXT.encode("utf-16")
    file = SimpleUploadedFile("văn bản.txt", data, "text/plain")
    post(cast, address("directive-register"), file=file)
    made = Directive.objects.get()
    answer = cast.client(OFFICER).get(address("directive-source", made.uuid))
    assert answer.content == data
    assert answer["Content-Disposition"].startswith("attachment")


def test_the_same_text_again_leads_to_the_document_that_stands(cast: Cast) -> None:
    uuid = register(cast)
    answer = post(cast, address("directive-register"), text=TEXT)
    assert answer["Location"] == address("directive", uuid)


def test_one_form_sent_twice_makes_one_document(cast: Cast) -> None:
    fields = {"form_key": str(uuid4()), "text": TEXT}
    client = cast.client(OFFICER)
    answers = [client.post(address("directive-register"), fields)["Location"] for _ in range(2)]
    assert answers[0] == answers[1]
    assert Directive.objects.count() == 1


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "file.empty"),
        (b"PK\x03\x04" + bytes(range(256)), "file.damaged"),
        ("Übergröße façon naïve ".encode("latin-1") * 20, "file.encoding"),
        (("Rà soát các bến cá trên địa bàn.\n" * 600_000).encode(), "file.too_large"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_words_and_the_numbers_typed_are_kept(
    cast: Cast, data: bytes, code: str
) -> None:
    file = SimpleUploadedFile("a.txt", data, "text/plain")
    answer = post(cast, address("directive-register"), file=file, arrival_number="118/Đ")
    with override("vi"):
        words = str(WORDS[code]) % {"limit": 20}
    assert answer.status_code == 200
    assert words in answer.content.decode()
    assert 'value="118/Đ"' in answer.content.decode()
    assert not Directive.objects.exists()


@pytest.mark.parametrize("as_file", [False, True])
def test_a_document_without_a_duty_is_kept_in_the_box_and_can_be_registered_nevertheless(
    cast: Cast, as_file: bool
) -> None:
    where = address("directive-register")
    source = {"file": SimpleUploadedFile("a.txt", NO_DUTY.encode())} if as_file else {"text": NO_DUTY}
    page = post(cast, where, **source).content.decode()
    assert "Cơ quan nghỉ lễ theo lịch chung." in page
    assert 'name="without_duties"' in page
    assert not Directive.objects.exists()
    assert post(cast, where, text=NO_DUTY, without_duties="on").status_code == 302


def test_a_secret_document_is_refused_and_shown_to_nobody_again(cast: Cast) -> None:
    answer = post(cast, address("directive-register"), text="MẬT\n" + TEXT, arrival_number="7")
    page = answer.content.decode()
    assert "bến cá" not in page
    assert 'value="7"' in page
    assert not Directive.objects.exists()


def test_nothing_or_two_sources_are_asked_about(cast: Cast) -> None:
    where = address("directive-register")
    assert post(cast, where, text="  \n").status_code == 200
    both = post(cast, where, text=TEXT, file=SimpleUploadedFile("a.txt", TEXT.encode()))
    assert both.status_code == 200
    assert "Lập danh sách bến cá" in both.content.decode()
    assert not Directive.objects.exists()


def test_correcting_splitting_merging_adding_and_undoing_work_without_script(cast: Cast) -> None:
    uuid = register(cast)
    one, two, three = (duty.uuid for duty in seen(cast, uuid).duties[:3])
    steps = [
        (address("duty-edit", uuid, duty=one), typed(due_kind="date", due="5/8/2026", due_before="on")),
        (address("duty-split", uuid, duty=three), {"at": "own", "parts": "một\r\n---\r\nhai"}),
        (address("duty-merge", uuid, duty=one), {"other": two}),
        (address("duty-agencies", uuid, duty=one, order=0), {"agencies": cast.agencies["Sở Nội vụ"].uuid}),
        (address("duty-add", uuid), typed(line="")),
        (address("directive-act", uuid), {"delete": three}),
        (address("directive-act", uuid), {"restore": three}),
        (address("directive-act", uuid), {"settle": three}),
    ]
    for revision, (where, fields) in enumerate(steps):
        answer = post(cast, where, **(fields | {"revision": revision}))
        assert answer.status_code == 302, where
        assert seen(cast, uuid).revision == revision + 1
    merged = seen(cast, uuid).duties[0]
    assert merged.text.startswith("Kiểm tra đèn Lập danh sách")
    assert merged.leads[0].agencies == (cast.agencies["Sở Nội vụ"].uuid,)
    assert (merged.due.printed, merged.due.before) == ("2026-08-05", True)
    for revision in range(8, 16):
        assert post(cast, address("directive-undo", uuid), revision=revision).status_code == 302
    assert not seen(cast, uuid).can_undo


def test_splitting_at_a_sentence_end_needs_one_choice(cast: Cast) -> None:
    uuid = register(cast)
    duty = seen(cast, uuid).duties[2]
    place = duty.text.index("; ") + 2
    post(cast, address("duty-split", uuid, duty=duty.uuid), at=place, parts=duty.text, revision=0)
    texts = [d.text for d in seen(cast, uuid).duties]
    assert duty.text[: place - 1] in texts
    assert duty.text[place:] in texts


def test_an_edit_of_an_older_page_is_refused_keeps_what_was_typed_and_goes_through_when_sent_again(cast: Cast) -> None:
    uuid = register(cast)
    duty = seen(cast, uuid).duties[0].uuid
    where = address("duty-edit", uuid, duty=duty)
    post(cast, address("directive-act", uuid), settle=duty, revision=0)
    page = post(cast, where, **typed(text="Câu chữ của tôi")).content.decode()
    assert "Câu chữ của tôi" in page
    assert 'name="revision" value="1"' in page
    assert post(cast, where, **typed(text="Câu chữ của tôi", revision=1)).status_code == 302


def test_wrong_input_is_told_at_its_field_and_kept(cast: Cast) -> None:
    uuid = register(cast)
    duty = seen(cast, uuid).duties[0].uuid
    answer = post(cast, address("duty-edit", uuid, duty=duty), **typed(due_kind="date", due="31/2/2026"))
    assert "31/2/2026" in answer.content.decode()
    assert answer.context["form"].errors["due"]
    assert seen(cast, uuid).revision == 0


def test_confirming_asks_about_open_doubts_and_then_the_page_is_only_read(cast: Cast) -> None:
    uuid = register(cast)
    where = address("directive-confirm", uuid)
    assert post(cast, where, revision=0).status_code == 200
    assert post(cast, where, revision=0, accept_doubts="on").status_code == 302
    page = cast.client(OFFICER).get(address("directive", uuid)).content.decode()
    assert 'name="delete"' not in page
    assert address("duty-add", uuid) in page
    duty = seen(cast, uuid).duties[0].uuid
    assert cast.client(OFFICER).get(address("duty-edit", uuid, duty=duty)).status_code == 409


def test_a_line_leads_to_its_sheet_of_a_long_text(cast: Cast) -> None:
    uuid = register(cast, text=TEXT + "\nDòng đệm của phụ lục.\n" * 500)
    client = cast.client(OFFICER)
    answer = client.get(address("directive-line", uuid, line=420))
    assert answer["Location"].endswith("?dong=420#dong-420")
    page = client.get(answer["Location"]).content.decode()
    assert 'id="dong-420"' in page
    assert 'id="dong-15"' not in page
    assert 'id="dong-15"' in client.get(address("directive", uuid) + "?dong=15").content.decode()
    for nonsense in ("?dong=²", "?dong=999999999", "?trang=77", "?noi-dung=x", "?trang=-1"):
        assert client.get(address("directive", uuid) + nonsense).status_code == 200


def test_a_text_is_escaped_wherever_it_is_shown(cast: Cast) -> None:
    nasty = TEXT.replace("bến cá không", "<script>alert(1)</script> bến cá không")
    uuid = register(cast, text=nasty)
    for where, _allowed in pages(cast, uuid).values():
        if "tep" not in where and "docx" not in where:
            assert "<script>alert" not in cast.client(OFFICER).get(where).content.decode()


@pytest.mark.parametrize("size", [1, 40])
def test_every_page_costs_few_queries_however_much_there_is(
    cast: Cast, size: int, django_assert_max_num_queries
) -> None:
    duties = "".join(f"- Kiểm tra bến cá số {n} và báo cáo kết quả.\n" for n in range(size))
    text = TEXT.replace("2. Sở Y tế\n", duties + "2. Sở Y tế\n")
    uuid = register(cast, text=text)
    for n in range(size // 4):
        register(cast, text=text + f"\n{n}")
    client = cast.client(OFFICER)
    for where, _allowed in pages(cast, uuid).values():
        with django_assert_max_num_queries(15):
            assert client.get(where).status_code == 200


def test_a_full_sheet_weighs_little(cast: Cast) -> None:
    words = TEXT.split()
    duties = "".join(
        f"- Kiểm tra bến cá số {n} của {' '.join(words[n % 50 : n % 50 + 20])}, {n * 37 % 101} thuyền mỗi lượt.\n"
        for n in range(300)
    )
    uuid = register(cast, text=TEXT.replace("2. Sở Y tế\n", duties + "2. Sở Y tế\n"))
    page = cast.client(OFFICER).get(address("directive", uuid) + "?trang=2").content
    assert len(gzip.compress(page, 6)) < 25_000


def test_a_confirmed_document_offers_the_plan(cast: Cast) -> None:
    uuid = register(cast)
    confirm_duties(actor=cast[OFFICER], at=NOW, directive_uuid=uuid, revision=0, accept_doubts=True)
    page = cast.client(OFFICER).get(address("directive", uuid)).content.decode()
    assert f"{address('plan-new')}?van-ban={uuid}" in page
