"""Advice: how often each help article is read and helps."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "d0038"
down_revision = "d0037"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Brings the schema to this version."""
    op.create_table(
        "advice",
        sa.Column("article", sa.String(), primary_key=True),
        sa.Column("month", sa.Date(), primary_key=True),
        sa.Column("read", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("helped", sa.Integer(), nullable=False, server_default="0"),
    )


def downgrade() -> None:
    """Takes the schema back to the version before; what was counted is lost."""
    op.drop_table("advice")
