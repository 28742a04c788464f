"""Names of agencies and places as official documents print them: from the directory, nothing made up."""

from haidang.apps.people.models import Agency, Unit

_LEVEL_WORDS = ("thành phố", "đặc khu", "tỉnh", "phường", "xã")


def place_of(unit: Unit) -> str:
    """The place a document is dated from: the unit's own name without the word for its level ("An Hải")."""
    for word in _LEVEL_WORDS:
        if unit.name.lower().startswith(f"{word} "):
            return unit.name[len(word) + 1 :]
    return unit.name


def full_name(agency: Agency) -> str:
    """The agency with the name of its unit: "Công an tỉnh" → "Công an tỉnh An Hải"; UBND written out."""
    unit = agency.unit
    if agency.kind == Agency.Kind.COMMITTEE:
        return f"Ủy ban nhân dân {unit.name}"
    if any(agency.name.lower().endswith(f" {word}") for word in _LEVEL_WORDS):
        return f"{agency.name} {place_of(unit)}"
    return agency.name if unit.name.lower() in agency.name.lower() else f"{agency.name} {unit.name}"
