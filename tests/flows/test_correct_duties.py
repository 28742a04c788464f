"""Correcting what the machine read: every act, its refusals, its ledger entry, and taking it back."""

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID, uuid4

import pytest

from haidang.apps.directives.models import Duty, DutyEdit
from haidang.apps.directives.queries import DutyRow
from haidang.apps.ledger.models import Entry
from haidang.domain.directives.reading import DueKind
from haidang.domain.terms.refusal import Refusal
from haidang.flows.add_duty import add_duty
from haidang.flows.choose_agencies import choose_agencies
from haidang.flows.confirm_duties import confirm_duties
from haidang.flows.delete_duty import delete_duty, restore_duty
from haidang.flows.duty_values import DutyValues
from haidang.flows.edit_duty import edit_duty
from haidang.flows.merge_duties import merge_duties
from haidang.flows.settle_doubts import settle_doubts
from haidang.flows.split_duty import split_duty
from haidang.flows.undo_correction import undo_correction
from tests.factories.cast import NOW, TODAY, Cast
from tests.factories.directives import TEXT, Seen, register, seen

VALUES = DutyValues(text="Kiểm tra đèn bến cá", leads=("Sở Y tế",))


class Desk:
    """One directive in front of one person: acts go to the revision that was last seen."""

    def __init__(self, cast: Cast, text: str = TEXT) -> None:
        self.cast = cast
        self.uuid = register(cast, text=text)

    @property
    def view(self) -> Seen:
        return seen(self.cast, self.uuid)

    @property
    def standing(self) -> list[DutyRow]:
        return [duty for duty in self.view.duties if not duty.deleted]

    def do(self, act: Callable[..., UUID], who: str = "standing", **more: object) -> UUID:
        """Do the act as of the newest revision unless another one is given."""
        known = {"revision": self.view.revision, "directive_uuid": self.uuid}
        return act(actor=self.cast[who], at=NOW, **(known | more))


@pytest.fixture
def desk(cast: Cast) -> Desk:
    return Desk(cast)


def acts(desk: Desk) -> list[tuple[Callable[..., UUID], dict[str, object]]]:
    """Every correction with arguments that it would accept."""
    one, two = (duty.uuid for duty in desk.standing[:2])
    return [
        (edit_duty, {"duty_uuid": one, "today": TODAY, "values": VALUES}),
        (add_duty, {"today": TODAY, "values": VALUES}),
        (choose_agencies, {"duty_uuid": one, "today": TODAY, "name": "Công an tỉnh", "agencies": ()}),
        (settle_doubts, {"duty_uuid": one}),
        (split_duty, {"duty_uuid": one, "parts": ("một", "hai")}),
        (merge_duties, {"duty_uuid": one, "other_uuid": two}),
        (delete_duty, {"duty_uuid": one}),
        (undo_correction, {}),
        (confirm_duties, {"accept_doubts": True}),
    ]


def test_editing_writes_what_was_typed_and_keeps_the_place(desk: Desk) -> None:
    duty = desk.standing[1]
    values = DutyValues(
        text="Lập danh sách   bến cá thiếu đèn", clause="II.1.b", leads=("Công an tỉnh", "Sở Tư pháp"),
        supports=("Hội làng chài",), due_kind="date", due="16/4/2026", due_before=True,
    )  # fmt: skip
    desk.do(edit_duty, duty_uuid=duty.uuid, today=TODAY, values=values)
    changed = desk.standing[1]
    assert (changed.text, changed.clause) == ("Lập danh sách bến cá thiếu đèn", "II.1.b")
    assert (changed.due.printed, changed.due.before, changed.due.kind) == ("2026-04-16", True, DueKind.DATE)
    assert [p.agencies for p in changed.leads] == [
        (desk.cast.agencies[name].uuid,) for name in ("Công an tỉnh", "Sở Tư pháp")
    ]
    assert (changed.start, changed.end, changed.line) == (duty.start, duty.end, duty.line)
    entry = Entry.objects.get(act="duty.edit")
    assert entry.object_uuid == duty.uuid
    assert "bến cá" not in entry.body


@pytest.mark.parametrize(
    ("typed", "stands_at"),
    [
        ("tập huấn y tá các trạm ven biển", "tập huấn y tá các trạm ven biển"),
        ("Tập huấn y tá các trạm ven biển", "tập huấn y tá các trạm ven biển"),
        ("Chuẩn bị  mười giường", "Chuẩn bị mười giường"),
        ("UBND các xã, phường", None),
        ("Sửa lại đèn ở ba cửa sông.", None),
        ("Tập huấn cho y tá", None),
    ],
)
def test_the_place_of_a_duty_follows_words_of_the_source_that_touch_it_and_no_others(
    desk: Desk, typed: str, stands_at: str | None
) -> None:
    duty = desk.standing[2]
    desk.do(edit_duty, duty_uuid=duty.uuid, today=TODAY, values=DutyValues(text=typed, leads=("Sở Y tế",)))
    changed = desk.standing[2]
    assert desk.view.text[changed.start : changed.end] == (stands_at or desk.view.text[duty.start : duty.end])
    assert changed.line == duty.line
    desk.do(undo_correction)
    assert desk.standing[2] == duty


def test_a_duty_made_longer_goes_on_into_the_lines_that_follow(desk: Desk) -> None:
    duty = desk.standing[3]
    longer = "UBND các xã, phường - Phát tờ rơi tại chợ cá hằng quý. 4. Cục Hải đăng"
    desk.do(edit_duty, duty_uuid=duty.uuid, today=TODAY, values=DutyValues(text=longer, leads=("Sở Y tế",)))
    assert desk.standing[3].start == duty.start
    wider = longer.removeprefix("UBND các xã, phường - ")
    desk.do(edit_duty, duty_uuid=duty.uuid, today=TODAY, values=DutyValues(text=wider, leads=("Sở Y tế",)))
    changed = desk.standing[3]
    assert desk.view.text[changed.start : changed.end].split() == wider.split()


def test_only_the_due_time_changed_keeps_the_place(desk: Desk) -> None:
    duty = desk.standing[0]
    values = DutyValues(text=duty.text, leads=("Công an tỉnh",), due_kind="date", due="1/7/2026")
    desk.do(edit_duty, duty_uuid=duty.uuid, today=TODAY, values=values)
    changed = desk.standing[0]
    assert (changed.start, changed.end, changed.line) == (duty.start, duty.end, duty.line)


def test_a_new_lead_that_nobody_knows_leaves_a_doubt(desk: Desk) -> None:
    values = DutyValues(text="Sửa đèn", leads=("Xưởng đèn biển",))
    desk.do(edit_duty, duty_uuid=desk.standing[0].uuid, today=TODAY, values=values)
    assert [(d.code, d.words) for d in desk.standing[0].doubts] == [("name.unknown", "Xưởng đèn biển")]
    assert desk.standing[0].in_doubt


@pytest.mark.parametrize(
    ("values", "code", "field"),
    [
        (DutyValues(text="  "), "duty.text_missing", "text"),
        (DutyValues(text="x", due_kind="date"), "duty.due_missing", "due"),
        (DutyValues(text="x", due_kind="date", due="31/2/2026"), "date.impossible", "due"),
        (DutyValues(text="x", due_kind="date", due="mai"), "date.unreadable", "due"),
        (DutyValues(text="x", due_kind="date", due="tháng 3/2026"), "duty.due_no_day", "due"),
        (DutyValues(text="x", due_kind="rhythm"), "duty.rhythm_missing", "rhythm"),
    ],
)
def test_what_cannot_be_a_duty_is_refused_at_its_field(desk: Desk, values: DutyValues, code: str, field: str) -> None:
    with pytest.raises(Refusal) as caught:
        desk.do(edit_duty, duty_uuid=desk.standing[0].uuid, today=TODAY, values=values)
    assert (caught.value.code, caught.value.field) == (code, field)
    assert desk.view.revision == 0


def test_a_person_says_which_agency_a_name_means_and_the_name_keeps_it_through_later_edits(desk: Desk) -> None:
    duty = desk.standing[4]
    name, chosen = duty.leads[0].name, (desk.cast.agencies["Sở Nội vụ"].uuid,)
    desk.do(choose_agencies, duty_uuid=duty.uuid, today=TODAY, name=name, agencies=chosen)
    assert desk.standing[4].leads[0].agencies == chosen
    assert not desk.standing[4].in_doubt
    desk.do(edit_duty, duty_uuid=duty.uuid, today=TODAY, values=DutyValues(text="Sửa đèn", leads=(name,)))
    assert desk.standing[4].leads[0].agencies == chosen


def test_an_agency_of_another_province_cannot_be_chosen(desk: Desk) -> None:
    duty = desk.standing[4]
    elsewhere = desk.cast["stranger"].agency_uuid
    with pytest.raises(Refusal, match="not_found"):
        desk.do(choose_agencies, duty_uuid=duty.uuid, today=TODAY, name=duty.leads[0].name, agencies=(elsewhere,))


def test_settling_a_doubt_leaves_the_duty_as_it_is(desk: Desk) -> None:
    duty = desk.standing[4]
    desk.do(settle_doubts, duty_uuid=duty.uuid)
    assert not desk.standing[4].in_doubt
    assert desk.standing[4].doubts == duty.doubts


def test_splitting_gives_each_part_its_place_its_bodies_and_its_own_day(desk: Desk) -> None:
    duty = desk.standing[2]
    one, two = duty.text.split("; ")
    desk.do(split_duty, duty_uuid=duty.uuid, parts=(one, two))
    first, second = desk.standing[2:4]
    assert first.uuid == duty.uuid
    text = desk.view.text
    assert [text[d.start : d.end] for d in (first, second)] == [one, two]
    assert first.leads == second.leads == duty.leads
    assert first.due.kind is DueKind.THROUGHOUT
    assert second.due.printed == "2026-05-20"
    assert len(desk.standing) == 7


@pytest.mark.parametrize(("parts", "code"), [(("cả câu",), "split_needs_two"), (("a",) * 21, "split_too_many")])
def test_a_split_makes_two_to_twenty(desk: Desk, parts: tuple[str, ...], code: str) -> None:
    with pytest.raises(Refusal, match=code):
        desk.do(split_duty, duty_uuid=desk.standing[0].uuid, parts=parts)


def test_merging_joins_wording_bodies_and_due_time_whatever_the_order_named(desk: Desk) -> None:
    one, two = desk.standing[:2]
    desk.do(merge_duties, duty_uuid=two.uuid, other_uuid=one.uuid)
    merged = desk.standing[0]
    assert merged.uuid == one.uuid
    assert merged.text == f"{one.text} {two.text}"
    assert (merged.start, merged.end) == (one.start, two.end)
    assert merged.due.printed == "2026-04-15"
    assert len(desk.standing) == 5


def test_merging_two_different_days_leaves_a_doubt(desk: Desk) -> None:
    one, two = desk.standing[1:3]
    desk.do(merge_duties, duty_uuid=one.uuid, other_uuid=two.uuid)
    assert [d.code for d in desk.standing[1].doubts] == ["due.differs"]
    assert desk.standing[1].due.printed == one.due.printed


def test_merging_with_a_duty_that_stands_nowhere_keeps_the_place_of_the_other(desk: Desk) -> None:
    last = desk.standing[-1]
    added = desk.do(add_duty, today=TODAY, values=VALUES)
    desk.do(merge_duties, duty_uuid=added, other_uuid=last.uuid)
    merged = desk.standing[-1]
    assert merged.uuid == last.uuid
    assert (merged.start, merged.end, merged.line) == (last.start, last.end, last.line)


def test_a_duty_cannot_be_merged_with_itself(desk: Desk) -> None:
    uuid = desk.standing[0].uuid
    with pytest.raises(Refusal, match="merge_with_itself"):
        desk.do(merge_duties, duty_uuid=uuid, other_uuid=uuid)


def test_a_deleted_duty_can_be_brought_back(desk: Desk) -> None:
    duty = desk.standing[0]
    desk.do(delete_duty, duty_uuid=duty.uuid)
    assert duty.uuid not in {d.uuid for d in desk.standing}
    desk.do(restore_duty, duty_uuid=duty.uuid)
    assert desk.standing[0] == duty


def test_an_added_duty_stands_where_its_words_stand(desk: Desk) -> None:
    values = DutyValues(text="Giữ cho người đi biển và gia đình họ được an toàn.", leads=("UBND tỉnh An Hải",))
    uuid = desk.do(add_duty, today=TODAY, values=values)
    added = desk.standing[0]
    assert added.uuid == uuid
    assert desk.view.text[added.start : added.end] == values.text
    assert added.by_person


def test_an_added_duty_stands_on_its_words_whether_they_open_with_a_capital_or_not(desk: Desk) -> None:
    values = DutyValues(text="Tập huấn y tá các trạm ven biển", leads=("Sở Y tế",))
    uuid = desk.do(add_duty, today=TODAY, values=values)
    added = next(duty for duty in desk.standing if duty.uuid == uuid)
    assert desk.view.text[added.start : added.end] == "tập huấn y tá các trạm ven biển"


def test_an_added_duty_stands_where_the_same_words_are_not_yet_a_duty(cast: Cast) -> None:
    words = "Phát tờ rơi tại chợ cá hằng quý."
    desk = Desk(cast, TEXT.replace("4. Cục Hải đăng\n", f"4. Cục Hải đăng\n- {words}\n"))
    here, there = (duty for duty in desk.standing if duty.text == words)
    desk.do(delete_duty, duty_uuid=there.uuid)
    uuid = desk.do(add_duty, today=TODAY, values=DutyValues(text=words, leads=("Sở Y tế",)))
    added = next(duty for duty in desk.standing if duty.uuid == uuid)
    assert (added.start, added.end, added.line) == (there.start, there.end, there.line)
    another = desk.do(add_duty, today=TODAY, values=DutyValues(text=words, leads=("Công an tỉnh",)))
    assert next(duty for duty in desk.standing if duty.uuid == another).start == here.start


def test_an_added_duty_of_other_words_points_to_the_line_given(desk: Desk) -> None:
    desk.do(add_duty, today=TODAY, values=VALUES, line=16)
    added = next(d for d in desk.standing if d.text == VALUES.text)
    assert added.line == 16
    assert desk.view.text[added.start : added.end].startswith("- Lập danh sách")
    assert desk.standing.index(added) == 1


def test_an_added_duty_may_stand_nowhere_in_the_text_but_not_on_a_line_that_is_not_there(desk: Desk) -> None:
    desk.do(add_duty, today=TODAY, values=VALUES)
    assert (desk.standing[-1].line, desk.standing[-1].text) == (0, VALUES.text)
    with pytest.raises(Refusal, match="no_such_line"):
        desk.do(add_duty, today=TODAY, values=VALUES, line=900)


def test_a_duty_is_added_once_for_the_same_agencies(desk: Desk) -> None:
    desk.do(add_duty, today=TODAY, values=VALUES)
    with pytest.raises(Refusal, match="added_already"):
        desk.do(add_duty, today=TODAY, values=VALUES, line=16)
    desk.do(add_duty, today=TODAY, values=replace(VALUES, leads=("Công an tỉnh",)))
    assert [duty.text for duty in desk.standing].count(VALUES.text) == 2


def test_every_correction_can_be_taken_back_one_after_the_other(desk: Desk) -> None:
    start = desk.view.duties
    one, two, three = (duty.uuid for duty in start[:3])
    desk.do(edit_duty, duty_uuid=one, today=TODAY, values=VALUES)
    desk.do(split_duty, duty_uuid=three, parts=("một", "hai", "ba"))
    desk.do(merge_duties, duty_uuid=one, other_uuid=two)
    desk.do(settle_doubts, duty_uuid=start[4].uuid)
    desk.do(delete_duty, duty_uuid=start[5].uuid)
    desk.do(add_duty, today=TODAY, values=VALUES)
    assert desk.view.can_undo
    for _ in range(6):
        desk.do(undo_correction)
    assert tuple(desk.standing) == start
    assert not desk.view.can_undo
    with pytest.raises(Refusal, match="nothing_to_undo"):
        desk.do(undo_correction)
    assert Entry.objects.filter(act="duty.undo").count() == 6


def test_a_correction_made_of_an_older_page_is_refused_and_changes_nothing(desk: Desk) -> None:
    old = desk.view.revision
    desk.do(settle_doubts, duty_uuid=desk.standing[0].uuid)
    now = desk.view
    for act, more in acts(desk):
        with pytest.raises(Refusal, match="changed_meanwhile"):
            desk.do(act, **{**more, "revision": old})
    assert desk.view == now


def test_one_form_posted_twice_corrects_once(desk: Desk) -> None:
    key, revision, duty = str(uuid4()), desk.view.revision, desk.standing[0]
    for _ in range(2):
        desk.do(split_duty, duty_uuid=duty.uuid, parts=("một", "hai"), key=key, revision=revision)
    assert len(desk.standing) == 7
    assert DutyEdit.objects.count() == 1


@pytest.mark.parametrize("who", ["focal", "commune", "clerk", "leader", "inspector", "admin", "stranger"])
def test_only_an_officer_of_the_unit_corrects_and_confirms(desk: Desk, who: str) -> None:
    before = desk.view
    for act, more in acts(desk):
        with pytest.raises(Refusal, match=r"not_allowed|not_found"):
            desk.do(act, who, **more)
    assert desk.view == before


def test_after_confirmation_a_duty_can_be_added_and_nothing_else_changed(desk: Desk) -> None:
    desk.do(confirm_duties, accept_doubts=True)
    for act, more in acts(desk):
        if act is not add_duty:
            with pytest.raises(Refusal, match=r"directive\.confirmed"):
                desk.do(act, **more)
    desk.do(add_duty, today=TODAY, values=VALUES)
    assert Duty.objects.count() == 7


def test_open_doubts_must_be_settled_or_accepted_in_so_many_words(desk: Desk) -> None:
    with pytest.raises(Refusal) as caught:
        desk.do(confirm_duties)
    assert (caught.value.code, caught.value.values_by_name) == ("directive.doubts_open", {"count": 2})
    desk.do(settle_doubts, duty_uuid=desk.standing[4].uuid)
    desk.do(confirm_duties, accept_doubts=True)
    view = desk.view
    assert (view.confirmed, view.doubts_accepted, view.editable, view.adds) == (True, 1, False, True)
    assert view.confirmed_by == "Lê Thị Mẫu"
    entry = Entry.objects.get(act="directive.confirm")
    assert '"doubts_accepted": 1' in entry.body


def test_without_doubts_nothing_needs_accepting(desk: Desk) -> None:
    for duty in desk.standing:
        if duty.in_doubt:
            desk.do(settle_doubts, duty_uuid=duty.uuid)
    desk.do(confirm_duties)
    assert desk.view.doubts_accepted == 0


def test_a_directive_without_duties_has_nothing_to_confirm(desk: Desk) -> None:
    for duty in desk.standing:
        desk.do(delete_duty, duty_uuid=duty.uuid)
    with pytest.raises(Refusal, match="nothing_to_confirm"):
        desk.do(confirm_duties, accept_doubts=True)
