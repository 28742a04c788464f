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


def gettext_noop(message: str) -> str:
    """The message itself: marks it for the catalogue where it is only kept, to be said later."""
    return message


def say(message: str, **values: object) -> str:
    """The words of a message, its placeholders filled. `HAIDANG_LANGUAGE=en` gives English."""
    words = _CATALOGUE.gettext(message)
    return words % values if values else words
