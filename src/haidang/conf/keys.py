"""Before anything is served: are the keys those under which the data was sealed?"""

from haidang.apps.ledger.queries import first_foreign_seal
from haidang.flows.sealing import foreign


def require_keys() -> None:
    """Refuse to start with keys that are not the data's own. Raises SystemExit with what to do.

    With a wrong key every new entry would break the chain, and nobody would see it before an inspector does.
    """
    province = first_foreign_seal()
    if province is not None:
        raise SystemExit(
            f"Lỗi: khóa trong keys/ledger.keys không phải khóa đã niêm phong sổ nhật ký (tỉnh số {province}). "
            "Cần đưa lại tệp khóa từ bản sao lưu.\n"
            f"Error: keys/ledger.keys is not the key that sealed the ledger (province {province}); "
            "put the key file back from the backup."
        )
    column, count = foreign()
    if count:
        raise SystemExit(
            f"Lỗi: {count} giá trị ở {column} được niêm phong bằng khóa không có trong keys/fields.keys. "
            "Cần đưa lại tệp khóa từ bản sao lưu; mất khóa là mất dữ liệu.\n"
            f"Error: {count} values of {column} are sealed under a key that is not in keys/fields.keys; "
            "put the key file back from the backup. A lost key is lost data."
        )
