"""How an official document writes a due time, in Vietnamese."""

from haidang.domain.terms import dates

RHYTHM_WORDS = {
    "day": "hằng ngày",
    "week": "hằng tuần",
    "month": "hằng tháng",
    "quarter": "hằng quý",
    "half": "06 tháng một lần",
    "nine_months": "định kỳ 09 tháng",
    "year": "hằng năm",
}


def due_words(kind: str, printed: str, *, before: bool, rhythm: str) -> str | None:
    """The due time in words: trước ngày 05/8/2026; hằng quý; hằng năm, trước ngày 05/8. None where it runs throughout.

    `kind` is date, rhythm or throughout, `printed` an ISO day or `MM-DD`, `rhythm` a code of `RHYTHM_WORDS`.
    """
    words = [RHYTHM_WORDS[rhythm]] if rhythm in RHYTHM_WORDS else []
    if kind != "throughout" and printed:
        day = dates.from_iso(printed)
        parts = [str(day.year)] if day.year is not None else []
        parts = [dates.month_written(day.month), *parts] if day.month is not None else parts
        if day.day is None:
            words.append(f"{'trước' if before else 'trong'} {'tháng ' if day.month else 'năm '}{'/'.join(parts)}")
        else:
            words.append(f"{'trước' if before else 'chậm nhất'} ngày {'/'.join([dates.day_written(day.day), *parts])}")
    return ", ".join(words) or None
