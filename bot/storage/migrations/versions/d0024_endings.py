"""What became of a conversation is kept for a while, so that a button tapped again can be told."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "d0024"
down_revision = "d0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Brings the schema to this version."""
    op.create_table(
        "endings",
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("serial", sa.String(), nullable=False),
        sa.Column("became", sa.String(), nullable=False),
        sa.Column("request", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("chat_id", "serial"),
    )
    op.create_index("ix_endings_at", "endings", ["at"], unique=False)


def downgrade() -> None:
    """Takes the schema back to the version before."""
    op.drop_table("endings")
