"""The whole story of the demonstration, told to the acts in the order of time."""

import datetime as dt

from haidang.conf.demonstration.planning import Papers
from haidang.conf.demonstration.province import Province
from haidang.conf.demonstration.reporting import Reporting
from haidang.conf.demonstration.scenes import Stage, play
from haidang.conf.demonstration.working import Work


def tell(province: Province, now: dt.datetime) -> None:
    """Let plans be made, work be done and reports be sent, up to half an hour before `now`."""
    stage = Stage(province, now)
    papers = Papers(stage)
    play([*papers.scenes(), *Work(stage, papers).scenes(), *Reporting(stage, papers).scenes()])
