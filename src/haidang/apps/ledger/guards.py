"""The database's own refusal to change or remove what stands in the ledger.

Triggers on both databases; on PostgreSQL also a role for the programme that lacks the rights (`grants`). A migration
that remakes one of these tables (SQLite does so for nearly every change) must call `install` again.
"""

from django.db.backends.base.base import BaseDatabaseWrapper

TABLES = ("ledger_entry", "ledger_head")
_SAID = "the ledger is only added to"
_FUNCTION = f"""CREATE OR REPLACE FUNCTION ledger_only_added_to() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '{_SAID}' USING ERRCODE = 'integrity_constraint_violation'; END $$"""


def install(connection: BaseDatabaseWrapper) -> None:
    """Put the triggers in their places; those that are there stay."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(_FUNCTION)
        for table in TABLES:
            for statement in _made(connection.vendor, table):
                cursor.execute(statement)


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take the triggers away: for a migration that remakes a table, and for tests that play the intruder."""
    with connection.cursor() as cursor:
        for table in TABLES:
            for name in ("update", "delete", "replace", "truncate"):
                where = f" ON {table}" if connection.vendor == "postgresql" else ""
                cursor.execute(f"DROP TRIGGER IF EXISTS {table}_no_{name}{where}")


def grants(role: str) -> tuple[str, ...]:
    """Statements for PostgreSQL: a role that reads and writes everything, and in the ledger only adds.

    Run them as the owner of the tables; the programme then connects as `role`. Raises ValueError for a name that is
    not plain letters, digits and `_`.
    """
    if not role.isidentifier() or not role.isascii():
        raise ValueError(role)
    named = ", ".join(TABLES)
    return (
        f'GRANT USAGE ON SCHEMA public TO "{role}"',
        f'GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO "{role}"',
        f'GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO "{role}"',
        f'REVOKE UPDATE, DELETE, TRUNCATE ON {named} FROM "{role}"',
    )


def _made(vendor: str, table: str) -> tuple[str, ...]:
    if vendor == "postgresql":
        return (
            f"CREATE OR REPLACE TRIGGER {table}_no_update BEFORE UPDATE OR DELETE ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION ledger_only_added_to()",
            f"CREATE OR REPLACE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION ledger_only_added_to()",
        )
    refuse = f"BEGIN SELECT RAISE(ABORT, '{_SAID}'); END"
    own = "id = NEW.id OR (province_id = NEW.province_id AND number = NEW.number)"
    there = own if table == "ledger_entry" else "number = NEW.number"
    return (
        f"CREATE TRIGGER IF NOT EXISTS {table}_no_update BEFORE UPDATE ON {table} {refuse}",
        f"CREATE TRIGGER IF NOT EXISTS {table}_no_delete BEFORE DELETE ON {table} {refuse}",
        # INSERT OR REPLACE removes a row without asking the trigger of deletion.
        f"CREATE TRIGGER IF NOT EXISTS {table}_no_replace BEFORE INSERT ON {table} "
        f"WHEN EXISTS (SELECT 1 FROM {table} WHERE {there}) {refuse}",
    )
