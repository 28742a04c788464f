"""Writing units, agencies, posts and accounts; flows call these inside their transaction."""

from haidang.apps.people.services.laying import (
    answer_opening,
    ask_opening,
    create_account,
    create_agency,
    create_post,
    create_unit,
    end_sessions,
    keep_contact,
    knows_password,
    names_of_account,
    note_visit,
    province_of,
    set_password,
    share_password,
    widely_known,
)

__all__ = [
    "answer_opening",
    "ask_opening",
    "create_account",
    "create_agency",
    "create_post",
    "create_unit",
    "end_sessions",
    "keep_contact",
    "knows_password",
    "names_of_account",
    "note_visit",
    "province_of",
    "set_password",
    "share_password",
    "widely_known",
]
