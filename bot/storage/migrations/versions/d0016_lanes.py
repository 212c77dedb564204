"""Deliveries have a lane, so that answers go before notices; what a person did lately is counted by an index."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "d0016"
down_revision = "d0015"
branch_labels = None
depends_on = None

_QUEUED = sa.text("state = 'queued'")


def upgrade() -> None:
    """Brings the schema to this version."""
    op.add_column("outbox", sa.Column("lane", sa.Integer(), server_default=sa.text("1"), nullable=False))
    op.create_index(
        "outbox_lanes",
        "outbox",
        ["lane", "not_before", "id"],
        unique=False,
        sqlite_where=_QUEUED,
        postgresql_where=_QUEUED,
    )
    op.create_index("events_person", "events", ["person", "at"], unique=False)
    op.create_index("messages_author", "messages", ["author", "at"], unique=False)


def downgrade() -> None:
    """Takes the schema back to the version before."""
    op.drop_index("messages_author", table_name="messages")
    op.drop_index("events_person", table_name="events")
    op.drop_index("outbox_lanes", table_name="outbox")
    op.drop_column("outbox", "lane")
