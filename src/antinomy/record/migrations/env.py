"""Run the migrations over the connection that was handed in (Alembic's entry point)."""

from alembic import context

from antinomy.record.schema import METADATA, VERSION_TABLE

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=METADATA,
    version_table=VERSION_TABLE,
    # The transaction is the opener's: it is begun before anything is looked at.
    transactional_ddl=False,
)
context.run_migrations()
