"""The demonstration's own texts and tables; dates in them are counted from the day on which the province is laid."""

import datetime as dt
import re
import tomllib
from importlib import resources
from typing import Any

from haidang.domain.terms import dates

_PLACE = re.compile(r"\{([dDN])([+-]\d+)\}")


def table(name: str) -> dict[str, Any]:
    """One TOML file of `data/`."""
    return tomllib.loads(_data(f"{name}.toml"))


def document(name: str, today: dt.date) -> str:
    """One text of `data/` with its days filled in for `today`."""
    return filled(_data(f"{name}.txt"), today)


def filled(text: str, today: dt.date) -> str:
    """Fill the days in: `{d+7}` as 05/02/2026, `{D+7}` as in a document's head, `{N+7}` as the year of that day."""
    return _PLACE.sub(lambda found: _printed(found[1], today + dt.timedelta(days=int(found[2]))), text)


def _printed(form: str, day: dt.date) -> str:
    if form == "D":
        return dates.long(day)
    if form == "N":
        return str(day.year)
    return f"{dates.day_written(day.day)}/{dates.month_written(day.month)}/{day.year}"


def _data(name: str) -> str:
    return resources.files(__package__).joinpath("data", name).read_text(encoding="utf-8")
