"""What replicas share beside the outbox: how fast messages are sent, and which replica runs a job."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "d0003"
down_revision = "d0002"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
QUEUED = sa.text("state = 'queued'")
CLAIMED = sa.text("claimed_until IS NOT NULL")


def upgrade() -> None:
    """Brings the schema to this version."""
    op.create_table(
        "lines",
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("sent", sa.JSON(), nullable=False),
        sa.Column("empty_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("chat_id"),
    )
    op.execute("INSERT INTO lines (chat_id, sent, empty_at) VALUES (0, '[]', '2000-01-01')")  # the bot's own, to lock
    op.create_table(
        "turns",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("busy_until", MOMENT, nullable=False),
        sa.Column("due_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_index(
        "outbox_due", "outbox", ["not_before", "id"], unique=False, sqlite_where=QUEUED, postgresql_where=QUEUED
    )
    op.create_index(
        "outbox_claimed", "outbox", ["claimed_until"], unique=False, sqlite_where=CLAIMED, postgresql_where=CLAIMED
    )


def downgrade() -> None:
    """Takes the schema back to the version before."""
    op.drop_index("outbox_claimed", table_name="outbox")
    op.drop_index("outbox_due", table_name="outbox")
    op.drop_table("turns")
    op.drop_table("lines")
