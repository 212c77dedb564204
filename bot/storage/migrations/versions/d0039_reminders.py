"""Reminders: which month of the school year somebody was last reminded of, and whether they want no more of it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "d0039"
down_revision = "d0038"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Brings the schema to this version."""
    op.create_table(
        "reminders",
        sa.Column("person", _ID, primary_key=True),
        sa.Column("month", sa.Date(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("silent", sa.Boolean(), nullable=False, server_default=sa.false()),
    )


def downgrade() -> None:
    """Takes the schema back to the version before; who wants no more reminders is lost."""
    op.drop_table("reminders")
