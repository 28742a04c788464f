"""Days on which offices do not work: weekends, and the holidays that fall on the same day every year."""

import datetime as dt

_WEEKEND = {5: ("thứ Bảy", "Saturday"), 6: ("Chủ nhật", "Sunday")}
# Bộ luật Lao động 2019, Điều 112: those by the lunar calendar and days in lieu are not among them.
_HOLIDAYS = {(1, 1), (4, 30), (5, 1), (9, 2)}


def day_off(day: dt.date) -> dict[str, str] | None:
    """What kind of day off it is, in words by language; None for a working day."""
    if day.weekday() in _WEEKEND:
        words, english = _WEEKEND[day.weekday()]
        return {"weekday": words, "weekday_en": english}
    if (day.month, day.day) in _HOLIDAYS:
        return {"weekday": "ngày nghỉ lễ", "weekday_en": "public holiday"}
    return None
