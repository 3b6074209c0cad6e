"""Guards in the store itself: a row that stands is neither changed nor removed."""

from alembic import op

_SQLITE = """
CREATE TRIGGER {table}_stays_{what}
BEFORE {event} ON {table} {when}
BEGIN SELECT RAISE(ABORT, '{table} is append-only: nothing is changed or removed'); END
"""
# INSERT OR REPLACE removes a row without asking the guard of removals.
_SQLITE_EVENTS = (
    ("changed", "UPDATE", ""),
    ("removed", "DELETE", ""),
    (
        "replaced",
        "INSERT",
        "WHEN EXISTS (SELECT 1 FROM {table} WHERE {taken})",
    ),
)

_POSTGRES = """
CREATE OR REPLACE FUNCTION antinomy_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: nothing is changed or removed', TG_TABLE_NAME;
END $$
"""
_POSTGRES_EVENTS = (
    ("rows", "BEFORE UPDATE OR DELETE", "EACH ROW"),
    ("table", "BEFORE TRUNCATE", "EACH STATEMENT"),
)


def guard(table: str, *keys: str) -> None:
    """Put the guards of a table in place; each of ``keys`` tells its rows apart."""
    if op.get_bind().dialect.name == "sqlite":
        taken = " OR ".join(f"{key} = NEW.{key}" for key in keys)
        for what, event, when in _SQLITE_EVENTS:
            told = when.format(table=table, taken=taken)
            op.execute(_SQLITE.format(table=table, what=what, event=event, when=told))
        return
    op.execute(_POSTGRES)
    for what, event, each in _POSTGRES_EVENTS:
        op.execute(
            f"CREATE TRIGGER {table}_stays_{what} {event} ON {table}"
            f" FOR {each} EXECUTE FUNCTION antinomy_stays()"
        )
