"""An office's own test set: corrections of the reading view leave as annotations, and score what the machine read."""

import io
import json
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from haidang.apps.ledger.models import Entry
from haidang.apps.ledger.queries import first_bad_entry
from haidang.cli.main import main
from haidang.domain.directives.annotation import BY_MACHINE
from haidang.domain.directives.page import plain
from haidang.domain.terms.refusal import Refusal
from haidang.flows.add_duty import add_duty
from haidang.flows.confirm_duties import confirm_duties
from haidang.flows.delete_duty import delete_duty
from haidang.flows.duty_values import DutyValues
from haidang.flows.edit_duty import edit_duty
from haidang.flows.export_corpus import Corpus, export_corpus
from haidang.flows.merge_duties import merge_duties
from haidang.flows.split_duty import split_duty
from tests.factories.cast import NOW, TODAY, Cast
from tests.factories.directives import TEXT, register, seen

ELSEWHERE = TEXT.replace("An Hải", "Biển Xa").replace("AN HẢI", "BIỂN XA")


def correct(cast: Cast, uuid: UUID) -> None:
    """What an officer mends: a lead, a duty too much, a duty too few, a day."""
    lists, beds, flyers = seen(cast, uuid).duties[1:4]
    leaflets = DutyValues(text=flyers.text, clause=flyers.clause, leads=("UBND các xã, phường", "Sở Y tế"),
                          due_kind="rhythm", rhythm="quarter")  # fmt: skip
    lamp = DutyValues(text="Giữ cho người đi biển và gia đình họ được an toàn.", leads=("UBND tỉnh An Hải",))
    prepared = DutyValues(text=beds.text, clause=beds.clause, leads=("Sở Y tế",), due_kind="date", due="25/5/2026")
    edit_duty(actor=cast["standing"], at=NOW, today=TODAY, directive_uuid=uuid, duty_uuid=flyers.uuid, revision=0,
              values=leaflets)  # fmt: skip
    delete_duty(actor=cast["standing"], at=NOW, directive_uuid=uuid, duty_uuid=lists.uuid, revision=1)
    add_duty(actor=cast["standing"], at=NOW, today=TODAY, directive_uuid=uuid, revision=2, values=lamp)
    edit_duty(actor=cast["standing"], at=NOW, today=TODAY, directive_uuid=uuid, duty_uuid=beds.uuid, revision=3,
              values=prepared)  # fmt: skip


def confirm(cast: Cast, uuid: UUID, who: str = "standing") -> None:
    confirm_duties(actor=cast[who], at=NOW, directive_uuid=uuid, revision=seen(cast, uuid, who).revision,
                   accept_doubts=True)  # fmt: skip


def confirmed(cast: Cast, who: str = "standing", text: str = TEXT) -> UUID:
    uuid = register(cast, who, text)
    confirm(cast, uuid, who)
    return uuid


def only(corpus: Corpus) -> dict[str, Any]:
    (specimen,) = corpus.specimens
    return specimen.annotation


def test_corrections_leave_and_the_score_finds_exactly_what_the_machine_got_wrong(
    cast: Cast, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    uuid = register(cast)
    correct(cast, uuid)
    confirm(cast, uuid)
    call_command("corpus_export", "--out", str(tmp_path / "mau"), "--account", "standing", stdout=io.StringIO())
    assert main(["corpus", "score", str(tmp_path / "mau"), "--json", "--misses"]) == 0
    said = json.loads(capsys.readouterr().out)
    duties = said["fields"]["assignments"]
    # Right: three duties as read. Found too much: the deleted one and the leaflets under one lead only.
    # Missed: the leaflets under both leads and the one that was added.
    assert (duties["right"], duties["wrong"], duties["missed"]) == (4, 2, 2)
    assert (said["fields"]["due"]["wrong"], said["fields"]["due"]["missed"]) == (1, 1)
    told = [(miss["field"], (miss["expected"] or miss["found"])["anchor"][:11]) for miss in said["misses"]]
    assert told == [
        ("assignments", "Giữ cho ngư"), ("assignments", "Phát tờ rơi"),
        ("assignments", "Lập danh sá"), ("assignments", "Phát tờ rơi"), ("due", "Chuẩn bị mư"),
    ]  # fmt: skip
    assert all(said["fields"][field]["wrong"] == 0 for field in BY_MACHINE if field != "addressees")
    assert said["confirmed"]["f1"] < said["overall"]["f1"] < 1.0


def test_an_annotation_says_what_is_a_persons_and_where_it_stands(cast: Cast) -> None:
    uuid = register(cast)
    correct(cast, uuid)
    confirm(cast, uuid)
    found = only(export_corpus(actor=cast["standing"], at=NOW))
    text = seen(cast, uuid).view.text
    assert [row["origin"] for row in found["assignments"]] == [
        "person", "machine", "corrected", "corrected", "machine", "machine",
    ]  # fmt: skip
    for row in [*found["assignments"], *found["set_aside"]]:
        assert plain(text[row["span"]["start"] : row["span"]["end"]]).startswith(row["anchor"])
    assert found["assignments"][2]["due"] == "2026-05-25"
    assert found["assignments"][3]["lead"] == ["UBND các xã, phường", "Sở Y tế"]
    assert [row["anchor"] for row in found["set_aside"]] == ["Lập danh sách bến cá không có đèn"]
    assert found["by_machine"] == list(BY_MACHINE)
    assert (found["kind"], found["number"], found["date"]) == ("ke_hoach", "07/KH-BCĐ", "2026-03-02")
    assert set(found["reports"][0]) == {"by", "to", "via", "due", "period"}


def test_parts_of_a_split_and_a_merged_duty_keep_their_own_openings(cast: Cast) -> None:
    uuid = register(cast)
    one, two, beds = (duty for duty in seen(cast, uuid).duties[:3])
    split_duty(actor=cast["standing"], at=NOW, directive_uuid=uuid, duty_uuid=beds.uuid, revision=0,
               parts=("Chuẩn bị giường", "Mở lớp cho y tá"))  # fmt: skip
    merge_duties(actor=cast["standing"], at=NOW, directive_uuid=uuid, duty_uuid=one.uuid, other_uuid=two.uuid,
                 revision=1)  # fmt: skip
    confirm(cast, uuid)
    anchors = [row["anchor"] for row in only(export_corpus(actor=cast["standing"], at=NOW))["assignments"]]
    assert anchors[:3] == [
        "Chủ trì, phối hợp với Sở Y tế",
        "Chuẩn bị mười giường cho người mới được",
        "Mở lớp cho y tá",
    ]


def test_the_ledger_holds_which_directives_left_and_no_words_of_them(cast: Cast) -> None:
    uuid = confirmed(cast)
    corpus = export_corpus(actor=cast["standing"], at=NOW)
    entry = Entry.objects.get(act="corpus.export")
    assert (entry.object_uuid, entry.actor_uuid) == (corpus.uuid, cast["standing"].user_uuid)
    assert json.loads(entry.body)["detail"] == {"directives": [str(uuid)], "duties": 6, "added_by_person": 0}
    assert "bến cá" not in entry.body


def test_an_officer_exports_what_the_own_agency_registered_and_the_operator_everything(cast: Cast) -> None:
    mine = confirmed(cast)
    theirs = confirmed(cast, "stranger", ELSEWHERE)
    register(cast, text=TEXT.replace("07/KH", "08/KH"))
    assert only(export_corpus(actor=cast["standing"], at=NOW))["source"].endswith(str(mine))
    assert only(export_corpus(actor=cast["stranger"], at=NOW))["source"].endswith(str(theirs))
    assert len(export_corpus(actor=None, at=NOW).specimens) == 2
    by_operator = Entry.objects.filter(act="corpus.export", agency_uuid=None)
    assert {entry.province_id for entry in by_operator} == {cast[who].province_id for who in ("standing", "stranger")}
    assert [str(mine) in entry.body for entry in by_operator.order_by("province_id")].count(True) == 1
    assert first_bad_entry(cast.province.pk) is None


def test_a_clerks_directive_of_another_agency_stays_with_that_agency(cast: Cast) -> None:
    uuid = register(cast, "clerk")
    confirm(cast, uuid)
    with pytest.raises(Refusal, match="nothing_confirmed"):
        export_corpus(actor=cast["standing"], at=NOW)
    assert len(export_corpus(actor=None, at=NOW).specimens) == 1


@pytest.mark.parametrize("who", ["focal", "commune", "clerk", "leader", "inspector", "admin"])
def test_whoever_may_not_correct_duties_may_not_export(cast: Cast, who: str) -> None:
    confirmed(cast)
    with pytest.raises(Refusal, match="not_allowed"):
        export_corpus(actor=cast[who], at=NOW)
    assert not Entry.objects.filter(act="corpus.export").exists()


def test_before_anything_is_confirmed_nothing_leaves_and_nothing_is_noted(cast: Cast, tmp_path: Path) -> None:
    register(cast)
    with pytest.raises(CommandError, match="Không có văn bản đã xác nhận nào để xuất"):
        call_command("corpus_export", "--out", str(tmp_path / "mau"))
    assert not (tmp_path / "mau").exists()
    assert not Entry.objects.filter(act="corpus.export").exists()


def test_an_account_that_is_not_there_is_said(cast: Cast, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="Không có tài khoản"):
        call_command("corpus_export", "--out", str(tmp_path / "mau"), "--account", "khong-ai")


def test_an_inspector_reads_in_the_ledger_that_the_operator_exported(cast: Cast) -> None:
    confirmed(cast)
    export_corpus(actor=None, at=NOW)
    page = cast.client("inspector").get(reverse("office:ledger")).content.decode()
    assert "xuất bộ văn bản mẫu của cơ quan" in page
    assert "người vận hành máy chủ" in page
