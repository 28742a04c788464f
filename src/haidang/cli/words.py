"""Words on the terminal: the same catalogue as the pages, Vietnamese first, without starting Django."""

import gettext
import os
from importlib import resources

_CATALOGUE = gettext.translation(
    "django",
    str(resources.files("haidang").joinpath("locale")),
    languages=[os.environ.get("HAIDANG_LANGUAGE", "vi")],
    fallback=True,
)


def say(message: str, **values: object) -> str:
    """The words of a message, its placeholders filled. `HAIDANG_LANGUAGE=en` gives English."""
    words = _CATALOGUE.gettext(message)
    return words % values if values else words
