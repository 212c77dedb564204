"""Printings: connection sheets that somebody asked for in a chat; how many links of a handout were used."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "d0031"
down_revision = "d0030"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_NONE = "0"


def upgrade() -> None:
    """Brings the schema to this version."""
    op.create_table(
        "printings",
        sa.Column("id", _ID, primary_key=True),
        sa.Column("person", _ID, nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("topic", sa.BigInteger(), server_default=_NONE, nullable=False),
        sa.Column("school", sa.String(), nullable=False),
        sa.Column("wanted", sa.JSON(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("total", sa.Integer(), server_default=_NONE, nullable=False),
        sa.Column("done", sa.Integer(), server_default=_NONE, nullable=False),
        sa.Column("why", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("handout", _ID, nullable=True),
        sa.Column("messages", sa.JSON(), nullable=False),
        sa.Column("alive_until", sa.DateTime(timezone=True), nullable=True),
    )
    op.create_index("ix_printings_at", "printings", ["at"], unique=False)
    op.create_index("ix_printings_state", "printings", ["state"], unique=False)
    op.add_column("handouts", sa.Column("used", sa.Integer(), server_default=_NONE, nullable=False))


def downgrade() -> None:
    """Takes the schema back to the version before."""
    op.drop_column("handouts", "used")
    op.drop_table("printings")
