"""How agencies work on the tasks of the crest plan: notes, figures, evidence, some in time, some late."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial
from typing import Any

from haidang.conf.demonstration import finding, texts
from haidang.conf.demonstration.planning import Papers
from haidang.conf.demonstration.scenes import Moment, Scene, Stage
from haidang.flows.attaching import Attachment
from haidang.flows.update_task import CitedPaper, update_task

BULLETIN = "bản tin cảnh báo"


@dataclass
class Work:
    """The entries of `work.toml` as scenes."""

    stage: Stage
    papers: Papers
    rows: dict[str, Any] = field(default_factory=lambda: texts.table("work"))

    def scenes(self) -> Iterator[Scene]:
        """Everything that agencies of the province and its communes enter."""
        for order, row in enumerate(self.rows["progress"]):
            yield Scene(self.stage.moment(row["day"], 10, order % 60), partial(self.enter, row))
        for round_ in self.rows["bulletin"]:
            for order, (commune, times) in enumerate(round_["rounds"].items()):
                row = {"by": f"xa.{commune}", "on": BULLETIN, "percent": 50, "note": round_["note"]}
                row["results"] = {"loudspeaker": times}
                yield Scene(self.stage.moment(round_["day"], 14, order), partial(self.enter, row))
        for alike in self.rows["alike"]:
            for commune, day in alike["days"].items():
                row = alike | {"by": f"{alike['body']}.{commune}"}
                yield Scene(self.stage.moment(day, 15), partial(self.enter, row))

    def enter(self, row: dict[str, Any], when: Moment) -> None:
        """One entry, made by the lead itself or, citing its paper, for it."""
        actor = self.stage.province[row["by"]]
        lead = self.stage.province.agencies[row["lead"]].pk if "lead" in row else actor.agency_id
        update_task(
            actor=actor,
            at=when.at,
            today=when.today,
            task_uuid=finding.task(self.papers.plans["crest"], lead, row["on"]),
            happened_on=when.today,
            percent=row["percent"],
            note=row["note"],
            evidence=[text_file(*row["file"])] if "file" in row else (),
            results=[(code, Decimal(value)) for code, value in row.get("results", {}).items()],
            paper=self._paper(row),
        )

    def _paper(self, row: dict[str, Any]) -> CitedPaper | None:
        if "document" not in row:
            return None
        number, day = row["document"]
        return CitedPaper(number, self.stage.day(day), scan_of(number, self.stage.day(day)))


def text_file(name: str, content: str) -> Attachment:
    """A small text as evidence."""
    return Attachment(name, "text/plain", f"{content}\n".encode())


def scan_of(number: str, day: dt.date) -> Attachment:
    """What stands for the scan of a paper in the demonstration: a text that says so."""
    words = f"Bản trình diễn: thay cho bản chụp văn bản số {number} ngày {day.day}/{day.month}/{day.year}."
    return text_file(f"{number.replace('/', '-')}.txt", words)
