from decimal import Decimal

import pytest

from haidang.apps.ledger.models import Entry
from haidang.apps.reports.models import Line, Report
from haidang.apps.reports.services.versions import TypedCell, TypedReport
from haidang.domain.indicators.amounts import Emptiness
from haidang.domain.terms.refusal import Refusal
from haidang.flows.report_nil import report_nil
from haidang.flows.save_report import save_report
from haidang.flows.start_report import start_report
from haidang.flows.submit_report import submit_report
from tests.factories.cast import NOW
from tests.factories.reporting import Asked


def typed(note: str = "", **values: int | Emptiness) -> TypedReport:
    cells = {
        code: TypedCell(emptiness=value, note=note) if isinstance(value, Emptiness) else TypedCell(Decimal(value))
        for code, value in values.items()
    }
    return TypedReport(cells, narrative="Đã tổ chức thực hiện.")


def test_what_was_recorded_and_what_was_typed_freeze_into_one_figure(asked: Asked):
    first, second = asked.record("Sở Y tế", "sessions", 3), asked.record("Sở Y tế", "sessions", 4)
    report = asked.send("focal", "Sở Y tế", sessions=2)
    cell = report.cells.get(indicator="sessions")
    assert report.state == Report.State.SUBMITTED
    assert (cell.value, cell.computed) == (Decimal(9), Decimal(7))
    lines = {line.result_uuid: line.value for line in cell.lines.all()}
    assert lines == {first.uuid: 3, second.uuid: 4, None: 2}
    assert cell.lines.get(result_uuid=None).task_uuid == asked.tasks["Sở Y tế"].uuid


def test_a_sent_version_does_not_follow_later_records(asked: Asked):
    asked.record("Sở Y tế", "sessions", 3)
    report = asked.send("focal", "Sở Y tế")
    asked.record("Sở Y tế", "sessions", 5)
    assert report.cells.get(indicator="sessions").value == 3


def test_records_after_the_cutoff_do_not_count(asked: Asked):
    asked.request.cutoff = NOW.date().replace(day=4)
    asked.request.save(update_fields=["cutoff"])
    asked.record("Sở Y tế", "sessions", 3, on=NOW.date().replace(day=4))
    asked.record("Sở Y tế", "sessions", 5, on=NOW.date().replace(day=5))
    assert asked.send("focal", "Sở Y tế").cells.get(indicator="sessions").value == 3


def test_an_indicator_nobody_filled_is_kept_as_not_reported(asked: Asked):
    report = asked.send("focal", "Sở Y tế", sessions=0)
    assert report.cells.get(indicator="sessions").value == 0
    assert report.cells.get(indicator="leaflets").emptiness == Emptiness.MISSING


def test_sending_leaves_an_entry_without_personal_values(asked: Asked):
    report = asked.send("focal", "Sở Y tế", sessions=1)
    entry = Entry.objects.get(act="report.submit")
    assert entry.object_uuid == report.uuid
    assert "Đỗ Thị Lành" not in entry.body


def test_a_resend_of_the_same_form_makes_one_version(asked: Asked):
    draft = asked.draft("focal", "Sở Y tế")
    for _ in range(2):
        submit_report(actor=asked.cast["focal"], at=NOW, report_uuid=draft, typed=typed(sessions=1), key="k")
    assert Report.objects.count() == 1
    assert Entry.objects.filter(act="report.submit").count() == 1


def test_beginning_twice_goes_on_with_the_same_draft(asked: Asked):
    assert asked.draft("focal", "Sở Y tế") == asked.draft("focal", "Sở Y tế")


def test_a_sent_version_cannot_be_saved_or_sent_again(asked: Asked):
    report = asked.send("focal", "Sở Y tế", sessions=1)
    for act in (save_report, submit_report):
        with pytest.raises(Refusal) as refused:
            act(actor=asked.cast["focal"], at=NOW, report_uuid=report.uuid, typed=typed(sessions=9))
        assert refused.value.code == "report.closed"
    with pytest.raises(Refusal) as refused:
        asked.draft("focal", "Sở Y tế")
    assert refused.value.code == "report.awaiting"


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        (TypedCell(Decimal("1.5")), "indicator.not_whole"),
        (TypedCell(Decimal(-1)), "indicator.negative"),
        (TypedCell(Decimal(1), Emptiness.NIL), "indicator.both"),
    ],
)
def test_a_figure_that_cannot_be_is_refused_and_nothing_is_kept(asked: Asked, cell: TypedCell, code: str):
    draft = asked.draft("focal", "Sở Y tế")
    with pytest.raises(Refusal) as refused:
        save_report(actor=asked.cast["focal"], at=NOW, report_uuid=draft, typed=TypedReport({"sessions": cell}))
    assert (refused.value.code, refused.value.field) == (code, "sessions")
    assert not Line.objects.exists()


def test_an_unknown_indicator_is_refused(asked: Asked):
    draft = asked.draft("focal", "Sở Y tế")
    with pytest.raises(Refusal) as refused:
        save_report(actor=asked.cast["focal"], at=NOW, report_uuid=draft, typed=typed(nonsense=1))
    assert refused.value.code == "indicator.unknown"


def test_an_empty_report_is_not_sent(asked: Asked):
    draft = asked.draft("focal", "Sở Y tế")
    with pytest.raises(Refusal) as refused:
        submit_report(actor=asked.cast["focal"], at=NOW, report_uuid=draft, typed=TypedReport())
    assert refused.value.code == "report.nothing"


def test_an_emptiness_beside_records_is_questioned_then_wants_a_note(asked: Asked):
    asked.record("Sở Y tế", "sessions", 3)
    draft, focal = asked.draft("focal", "Sở Y tế"), asked.cast["focal"]
    nil = Emptiness.NIL
    with pytest.raises(Refusal) as questioned:
        submit_report(actor=focal, at=NOW, report_uuid=draft, typed=typed(sessions=nil))
    with pytest.raises(Refusal) as unexplained:
        submit_report(actor=focal, at=NOW, report_uuid=draft, typed=typed(sessions=nil), insist=True)
    assert (questioned.value.code, questioned.value.field) == ("report.nil_questioned", "sessions")
    assert unexplained.value.code == "report.nil_unexplained"
    submit_report(actor=focal, at=NOW, report_uuid=draft, typed=typed("Trùng đơn vị khác", sessions=nil), insist=True)
    cell = Report.objects.get(uuid=draft).cells.get(indicator="sessions")
    assert (cell.value, cell.emptiness, cell.computed) == (None, "nil", 3)


def test_a_nil_report_is_one_act_and_every_cell_says_nothing_arose(asked: Asked):
    uuid = report_nil(
        actor=asked.cast["commune"], at=NOW, obligation_uuid=asked.obligations["UBND xã Bãi Ngang"].uuid, key="n"
    )
    report = Report.objects.get(uuid=uuid)
    assert (report.nil, report.state) == (True, Report.State.SUBMITTED)
    assert set(report.cells.values_list("emptiness", flat=True)) == {"nil"}
    assert Entry.objects.filter(act="report.nil", object_uuid=uuid).exists()


def test_a_nil_report_where_records_exist_is_questioned(asked: Asked):
    asked.record("UBND xã Bãi Ngang", "loudspeaker", 6)
    ask = {
        "actor": asked.cast["commune"],
        "at": NOW,
        "obligation_uuid": asked.obligations["UBND xã Bãi Ngang"].uuid,
    }
    for more, code in (({}, "report.nil_questioned"), ({"insist": True}, "report.nil_unexplained")):
        with pytest.raises(Refusal) as refused:
            report_nil(**ask, **more)
        assert refused.value.code == code
    assert not Report.objects.exists()
    report_nil(**ask, insist=True, note="Nhập nhầm kỳ trước")
    assert Report.objects.get().cells.get(indicator="loudspeaker").computed == 6


@pytest.mark.parametrize("who", ["other_focal", "commune", "standing", "leader", "clerk", "inspector", "stranger"])
def test_nobody_else_writes_an_agencys_report(asked: Asked, who: str):
    with pytest.raises(Refusal) as refused:
        start_report(actor=asked.cast[who], at=NOW, obligation_uuid=asked.obligations["Sở Y tế"].uuid)
    assert refused.value.code in {"not_found", "not_allowed"}
