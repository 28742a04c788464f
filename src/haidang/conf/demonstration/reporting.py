"""How agencies report on the crest plan: one request closed and consolidated, one under way."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial
from typing import Any
from uuid import UUID

from haidang.apps.reports.services.consolidations import Words
from haidang.apps.reports.services.versions import TypedCell, TypedReport
from haidang.conf.demonstration import finding, texts
from haidang.conf.demonstration.planning import Papers
from haidang.conf.demonstration.scenes import Moment, Scene, Stage
from haidang.conf.demonstration.working import scan_of
from haidang.domain.access.viewer import Viewer
from haidang.domain.indicators.amounts import Emptiness
from haidang.flows.consolidate_period import Chosen, consolidate_period
from haidang.flows.correct_report import correct_report
from haidang.flows.enter_report_for import Paper, enter_report_for
from haidang.flows.issue_consolidation import issue_consolidation
from haidang.flows.report_cells import live_cells
from haidang.flows.report_nil import report_nil
from haidang.flows.review_report import review_report
from haidang.flows.save_report import save_report
from haidang.flows.set_report_window import set_report_window
from haidang.flows.sign_consolidation import sign_consolidation
from haidang.flows.start_report import start_report
from haidang.flows.submit_report import submit_report

Row = Mapping[str, Any]
FIRST, SECOND = 1, 2


@dataclass
class Reporting:
    """The acts of `reports.toml` as scenes."""

    stage: Stage
    papers: Papers
    rows: dict[str, Any] = field(default_factory=lambda: texts.table("reports"))
    papers_made: list[UUID] = field(default_factory=list)

    def scenes(self) -> Iterator[Scene]:
        """Windows, reports and reviews of both requests, and the consolidated report of the first in two versions."""
        yield from self._windows()
        yield from self._first()
        yield from self._consolidated()
        yield from self._second()

    def _windows(self) -> Iterator[Scene]:
        for turn, row in ((FIRST, self.rows["first"]), (SECOND, self.rows["second"])):
            yield Scene(self.stage.moment(row["window_set"], 16), partial(self.set_window, turn, row))

    def _first(self) -> Iterator[Scene]:
        row, moment = self.rows["first"], self.stage.moment
        for order, (who, day) in enumerate(row["sent"].items()):
            nil = who in row["nil"]
            send = partial(self.send_nil if nil else self.send, FIRST, row, who)
            yield Scene(moment(day, 14, order), send)
            yield Scene(moment(row["accepted"], 9, order), partial(self.accept, FIRST, who))
        other = row["for_another"]
        yield Scene(moment(other["day"], 16), partial(self.send_for, FIRST, other))
        yield Scene(moment(row["accepted"], 10), partial(self.accept_of, FIRST, other["agency"]))

    def _consolidated(self) -> Iterator[Scene]:
        moment = self.stage.moment
        for row in self.rows["consolidated"]:
            yield Scene(moment(row["day"], 9), partial(self.consolidate, row))
            if "number" in row:
                yield Scene(moment(row["day"] + 1, 10), self.sign)
                yield Scene(moment(row["day"] + 1, 15), partial(self.issue, row))
        late = self.rows["corrected"]
        yield Scene(moment(late["day"], 9), partial(self.correct, late))
        yield Scene(moment(late["day"] + 1, 9), partial(self.accept, FIRST, late["who"]))

    def _second(self) -> Iterator[Scene]:
        row, moment = self.rows["second"], self.stage.moment
        returned = row["returned"]
        sent = row["accepted"] | row["sent"] | {returned["who"]: returned["day"]}
        for order, (who, day) in enumerate(sent.items()):
            yield Scene(moment(day, 13, order), partial(self.send, SECOND, row, who))
        for order, (who, day) in enumerate(row["nil"].items()):
            yield Scene(moment(day, 14, order), partial(self.send_nil, SECOND, row, who))
        for order, (who, day) in enumerate((row["accepted"] | row["nil"]).items()):
            yield Scene(moment(day, 16, order), partial(self.accept, SECOND, who))
        for who, day in row["drafts"].items():
            yield Scene(moment(day, 15), partial(self.save, SECOND, row, who))
        yield Scene(moment(returned["back"], 9), partial(self.send_back, returned))
        yield Scene(moment(row["for_another"]["day"], 16), partial(self.send_for, SECOND, row["for_another"]))

    def set_window(self, turn: int, row: Row, when: Moment) -> None:
        """The standing agency says which days the request counts."""
        starts, cutoff = (self.stage.day(day) for day in row["window"])
        set_report_window(
            actor=self.stage.province["thuongtruc"],
            at=when.at,
            request_uuid=finding.request(self.papers.plans["crest"], turn),
            starts=starts,
            cutoff=cutoff,
        )

    def save(self, turn: int, row: Row, who: str, when: Moment) -> None:
        """An agency writes its draft: recorded figures come by themselves, some are typed, the rest did not arise."""
        actor = self.stage.province[who]
        report = start_report(actor=actor, at=when.at, obligation_uuid=self._owed(turn, actor.agency_id))
        typed = self._typed(turn, actor.agency_id, row["typed"].get(who, {}), row)
        save_report(actor=actor, at=when.at, report_uuid=report, typed=typed)

    def send(self, turn: int, row: Row, who: str, when: Moment) -> None:
        """An agency writes its report and sends it at once."""
        actor = self.stage.province[who]
        report = start_report(actor=actor, at=when.at, obligation_uuid=self._owed(turn, actor.agency_id))
        typed = self._typed(turn, actor.agency_id, row["typed"].get(who, {}), row)
        submit_report(actor=actor, at=when.at, report_uuid=report, typed=typed)

    def send_nil(self, turn: int, row: Row, who: str, when: Moment) -> None:
        """An agency reports that nothing arose."""
        actor = self.stage.province[who]
        owed = self._owed(turn, actor.agency_id)
        report_nil(actor=actor, at=when.at, obligation_uuid=owed, note=row["nil_note"])

    def send_for(self, turn: int, row: Row, when: Moment) -> None:
        """The standing agency enters the paper report of a body that does not use the system."""
        actor, agency = self.stage.province["thuongtruc"], self.stage.province.agencies[row["agency"]]
        dated = self.stage.day(row["day"] - 1)
        paper = Paper(row["document"], dated, when.today, scan_of(row["document"], dated))
        report = enter_report_for(
            actor=actor, at=when.at, today=when.today, obligation_uuid=self._owed(turn, agency.pk), paper=paper
        )
        typed = self._typed(turn, agency.pk, {}, row)
        submit_report(actor=actor, at=when.at, report_uuid=report, typed=typed)

    def accept(self, turn: int, who: str, when: Moment) -> None:
        """Somebody of the standing agency who had no hand in it accepts the report."""
        self._review(turn, self.stage.province[who].agency_id, when)

    def accept_of(self, turn: int, agency: str, when: Moment) -> None:
        """The same for an agency that has no account."""
        self._review(turn, self.stage.province.agencies[agency].pk, when)

    def send_back(self, row: Row, when: Moment) -> None:
        """A report is returned with its reason, overall and on the line."""
        agency = self.stage.province[row["who"]].agency_id
        review_report(
            actor=self.stage.province["doitruong"],
            at=when.at,
            report_uuid=finding.newest_report(self.papers.plans["crest"], SECOND, agency).uuid,
            accepted=False,
            note=row["reason"],
            cell_notes={row["indicator"]: row["indicator_reason"]},
        )

    def correct(self, row: Row, when: Moment) -> None:
        """An accepted report is corrected after the consolidated report was issued."""
        actor = self.stage.province[row["who"]]
        accepted = finding.newest_report(self.papers.plans["crest"], FIRST, actor.agency_id)
        draft = correct_report(actor=actor, at=when.at, report_uuid=accepted.uuid, reason=row["reason"])
        typed = self._typed(FIRST, actor.agency_id, row["typed"], self.rows["first"])
        submit_report(actor=actor, at=when.at, report_uuid=draft, typed=typed)

    def consolidate(self, row: Row, when: Moment) -> None:
        """Accepted reports freeze into a consolidated report."""
        words = Words(row["summary"], row["difficulties"], row["proposals"])
        issuer = self.stage.province.agencies["congan"].uuid
        self.papers_made.append(
            consolidate_period(
                actor=self.stage.province["thuongtruc"],
                at=when.at,
                today=when.today,
                request_uuid=finding.request(self.papers.plans["crest"], FIRST),
                chosen=Chosen(words, issuer, row["symbol"]),
            )
        )

    def sign(self, when: Moment) -> None:
        """A leader of the standing agency signs the newest consolidated report."""
        leader = self.stage.province["phogiamdoc"]
        sign_consolidation(actor=leader, at=when.at, consolidation_uuid=self.papers_made[-1])

    def issue(self, row: Row, when: Moment) -> None:
        """The records clerk gives it number and day."""
        issue_consolidation(
            actor=self.stage.province["vanthu"],
            at=when.at,
            today=when.today,
            consolidation_uuid=self.papers_made[-1],
            number=row["number"],
            issued_on=when.today,
        )

    def _review(self, turn: int, agency_id: int, when: Moment) -> None:
        review_report(
            actor=self._reviewer(agency_id),
            at=when.at,
            report_uuid=finding.newest_report(self.papers.plans["crest"], turn, agency_id).uuid,
            accepted=True,
        )

    def _reviewer(self, agency_id: int) -> Viewer:
        """Nobody accepts their own: what the officer sent or entered from paper goes to the other one."""
        by_paper = {agency.pk for agency in self.stage.province.agencies.values() if not agency.uses_system}
        own = agency_id in by_paper | {self.stage.province["thuongtruc"].agency_id}
        return self.stage.province["doitruong" if own else "thuongtruc"]

    def _owed(self, turn: int, agency_id: int) -> UUID:
        return finding.obligation(self.papers.plans["crest"], turn, agency_id)

    def _typed(self, turn: int, agency_id: int, numbers: Mapping[str, int], row: Row) -> TypedReport:
        """Typed numbers beside the recorded ones; an indicator with neither did not arise, or is not its business."""
        foreign = self.rows["not_ours"]
        others = agency_id != self.stage.province.agencies[foreign["but_of"]].pk
        cells = {code: TypedCell(value=Decimal(value)) for code, value in numbers.items()}
        draft = finding.newest_report(self.papers.plans["crest"], turn, agency_id)
        for code, cell in live_cells(draft).items():
            if code not in cells and cell.recorded is None:
                not_ours = others and code in foreign["indicators"]
                cells[code] = TypedCell(emptiness=Emptiness.NOT_OURS if not_ours else Emptiness.NIL)
        return TypedReport(cells, row["narrative"], row.get("difficulties", ""), row.get("proposals", ""))
