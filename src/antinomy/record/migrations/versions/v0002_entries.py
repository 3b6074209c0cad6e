"""The entries, derived from the journal: a row a link, for asking as of a day."""

import sqlalchemy as sa
from alembic import op

from antinomy.record.migrations.guards import guard

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the table; whoever upgrades derives its rows from the journal again."""
    sequence = sa.Integer().with_variant(sa.BigInteger(), "postgresql")
    op.create_table(
        "entry",
        sa.Column(
            "sequence",
            sequence,
            sa.ForeignKey("journal.sequence"),
            primary_key=True,
            autoincrement=False,
        ),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("valid_from", sa.Text, nullable=False),
        sa.Column("valid_to", sa.Text, nullable=False),
        sa.Column("from_is", sa.Text, nullable=False),
        sa.Column("to_is", sa.Text, nullable=False),
        sa.Column("said", sa.Text),
        sa.Column("published", sa.Text),
        sa.Column("source", sa.Text),
        sa.Column("about", sa.Text),
        sa.Column("recorded", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.CheckConstraint("sequence >= 1", name="entry_from_one"),
        sa.UniqueConstraint("id", name="entry_id"),
        sa.ForeignKeyConstraint(["source"], ["entry.id"]),
        sa.ForeignKeyConstraint(["about"], ["entry.id"]),
    )
    op.create_index(
        "entry_valid", "entry", ["kind", "valid_from", "valid_to", "sequence"]
    )
    spoken_of = sa.text("about IS NOT NULL")
    op.create_index(
        "entry_about",
        "entry",
        ["about", "sequence"],
        sqlite_where=spoken_of,
        postgresql_where=spoken_of,
    )
    guard("entry")
