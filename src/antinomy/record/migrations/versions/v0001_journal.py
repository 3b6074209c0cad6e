"""The journal: what was appended, chained, never changed."""

import sqlalchemy as sa
from alembic import op

from antinomy.record.migrations.guards import guard

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the journal."""
    sequence = sa.Integer().with_variant(sa.BigInteger(), "postgresql")
    op.create_table(
        "journal",
        sa.Column("sequence", sequence, primary_key=True, autoincrement=False),
        sa.Column("recorded", sa.Text, nullable=False),
        sa.Column("entry", sa.Text, nullable=False),
        sa.Column("previous", sa.Text, nullable=False),
        sa.Column("hash", sa.Text, nullable=False),
        sa.CheckConstraint("sequence >= 1", name="journal_from_one"),
    )
    op.create_index("journal_recorded", "journal", ["recorded"])
    guard("journal")
