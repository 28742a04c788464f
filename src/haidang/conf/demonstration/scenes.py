"""When things happen: scenes of the story on days counted from today, played in the order of time."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from haidang.conf.demonstration.province import Province


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time as acts take it: `at` the instant, `today` its day."""

    at: dt.datetime
    today: dt.date


@dataclass(frozen=True, slots=True)
class Scene:
    """What happens at one moment."""

    when: Moment
    act: Callable[[Moment], object]


@dataclass(frozen=True, slots=True)
class Stage:
    """The province and its calendar; scenes of earlier days in office hours, those of today shortly before `now`."""

    province: Province
    now: dt.datetime

    def day(self, offset: int) -> dt.date:
        """The day so many days from today."""
        return self.now.date() + dt.timedelta(days=offset)

    def moment(self, offset: int, hour: int = 9, minute: int = 0) -> Moment:
        """An hour of a day; today's moments all lie half an hour back, so that nothing happens in the future."""
        day = self.day(offset)
        if offset == 0:
            half_an_hour_ago = self.now - dt.timedelta(minutes=30)
            return Moment(max(half_an_hour_ago, dt.datetime.combine(day, dt.time(), self.now.tzinfo)), day)
        return Moment(dt.datetime.combine(day, dt.time(hour, minute), self.now.tzinfo), day)


def play(scenes: Iterable[Scene]) -> None:
    """Let everything happen, earliest first; scenes of one moment in the order in which they are told."""
    for scene in sorted(scenes, key=lambda scene: scene.when.at):
        scene.act(scene.when)
