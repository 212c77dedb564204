"""Replicas remember which webhook Telegram was last given, secret included, so that none sets it again unasked."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "d0020"
down_revision = "d0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Brings the schema to this version."""
    op.add_column("bots", sa.Column("webhook", sa.String(), server_default=sa.text("''"), nullable=False))


def downgrade() -> None:
    """Takes the schema back to the version before."""
    op.drop_column("bots", "webhook")
