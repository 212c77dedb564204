"""Keeps when Telegram said to wait in a chat, and for how long: a clock that was set right makes no wait longer."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "d0015"
down_revision = "d0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Brings the schema to this version."""
    op.add_column("rate_windows", sa.Column("held_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("rate_windows", sa.Column("held_for", sa.Integer(), nullable=False, server_default="0"))


def downgrade() -> None:
    """Takes the schema back to the version before."""
    op.drop_column("rate_windows", "held_for")
    op.drop_column("rate_windows", "held_at")
