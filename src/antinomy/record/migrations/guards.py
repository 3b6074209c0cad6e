"""Put the guards of a table in place while it is made."""

from alembic import op

from antinomy.record.guarding import POSTGRES_FUNCTION, guards_of


def guard(table: str) -> None:
    """Put the guards of a table in place."""
    dialect = op.get_bind().dialect.name
    if dialect != "sqlite":
        op.execute(POSTGRES_FUNCTION)
    for statement in guards_of(table, dialect).values():
        op.execute(statement)
