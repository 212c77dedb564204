"""Keeps when somebody blocked or unblocked the bot, as Telegram dates it: these updates may come in any order."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.storage.columns import Moment

revision = "d0021"
down_revision = "d0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Brings the schema to this version."""
    op.add_column("people", sa.Column("moved_at", Moment(), nullable=True))


def downgrade() -> None:
    """Takes the schema back to the version before."""
    op.drop_column("people", "moved_at")
