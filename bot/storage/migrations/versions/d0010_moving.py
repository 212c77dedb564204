"""A request knows the schools that it left, and whether it stays when its requester moves; a note, who reads it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "d0010"
down_revision = "d0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Brings the schema to this version.

    A request that was corrected before may have been given a school that is none of its requester's: it stays there.
    """
    op.add_column("requests", sa.Column("left", sa.Text(), nullable=True))
    op.add_column("requests", sa.Column("pinned", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("messages", sa.Column("within", sa.String(), nullable=False, server_default=sa.text("''")))
    requests = sa.table("requests", sa.column("number"), sa.column("pinned", sa.Boolean()))
    events = sa.table("events", sa.column("request"), sa.column("act"))
    corrected = sa.select(events.c.request).where(events.c.act.in_(["move", "correct"]))
    op.execute(sa.update(requests).where(requests.c.number.in_(corrected)).values(pinned=sa.true()))


def downgrade() -> None:
    """Takes the schema back to the version before."""
    op.drop_column("messages", "within")
    op.drop_column("requests", "pinned")
    op.drop_column("requests", "left")
