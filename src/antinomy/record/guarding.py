"""Guards in the store itself: a row that stands is neither changed nor removed.

The migrations put them in place; whoever verifies a record looks whether they are.
"""

from collections.abc import Mapping

from sqlalchemy import Connection, text

from antinomy.values import IntegrityError

# Of each table the columns by any of which a row is told from the others.
GUARDED: Mapping[str, tuple[str, ...]] = {
    "journal": ("sequence",),
    "entry": ("sequence", "id"),
}

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

POSTGRES_FUNCTION = """
CREATE OR REPLACE FUNCTION antinomy_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: nothing is changed or removed', TG_TABLE_NAME;
END $$
"""
_POSTGRES_EVENTS = (
    ("rows", "BEFORE UPDATE OR DELETE", "EACH ROW"),
    ("table", "BEFORE TRUNCATE", "EACH STATEMENT"),
)


def guards_of(table: str, dialect: str) -> dict[str, str]:
    """Give the guards of a table by their names, as the statements that make them."""
    if dialect != "sqlite":
        return {
            f"{table}_stays_{what}": (
                f"CREATE TRIGGER {table}_stays_{what} {event} ON {table}"
                f" FOR {each} EXECUTE FUNCTION antinomy_stays()"
            )
            for what, event, each in _POSTGRES_EVENTS
        }
    taken = " OR ".join(f"{key} = NEW.{key}" for key in GUARDED[table])
    found = {}
    for what, event, when in _SQLITE_EVENTS:
        told = when.format(table=table, taken=taken)
        made = _SQLITE.format(table=table, what=what, event=event, when=told)
        found[f"{table}_stays_{what}"] = made.strip()
    return found


def check_guards(connection: Connection) -> None:
    """Refuse a store whose guards were taken away or changed.

    Raises:
        IntegrityError: naming them, and what to do.
    """
    dialect = connection.dialect.name
    held = _held(connection)
    missing = [
        name
        for table in GUARDED
        for name, made in guards_of(table, dialect).items()
        if held.get(name) not in {made, _ENABLED}
    ]
    if missing:
        message = (
            f"the store is not guarded as it was made ({', '.join(missing)}), so"
            " somebody could change it; its entries are whole now. Make a backup and"
            " restore it (antinomy record restore FILE --record NEW)"
        )
        raise IntegrityError(message)


_ENABLED = "enabled"


def _held(connection: Connection) -> dict[str, str]:
    """Give the triggers that are there: of SQLite with how they were made."""
    if connection.dialect.name == "sqlite":
        query = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
        return {row[0]: row[1].strip() for row in connection.execute(text(query))}
    query = "SELECT tgname FROM pg_trigger WHERE tgenabled IN ('O', 'A')"
    return {row[0]: _ENABLED for row in connection.execute(text(query))}
