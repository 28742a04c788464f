"""Before anything is served: are the keys those under which the data was sealed?"""

from haidang.apps.ledger.queries import first_foreign_seal


def require_keys() -> None:
    """Refuse to start with a key that is not the ledger's own. Raises SystemExit with what to do.

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
