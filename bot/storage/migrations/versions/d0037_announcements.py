"""Announcements that are brought to people's chats, and the chats that have one."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "d0037"
down_revision = "d0036"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Brings the schema to this version."""
    op.create_table(
        "announcements",
        sa.Column("id", _ID, primary_key=True),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("school", "school_name", "entry")),
        sa.Column("person", _ID, nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        *(sa.Column(name, sa.JSON(), nullable=False) for name in ("texts", "profiles")),
        *(
            sa.Column(name, sa.DateTime(timezone=True), nullable=False)
            for name in ("starts_at", "ends_at", "at", "due_at")
        ),
        sa.Column("after", _ID, server_default="0", nullable=False),
        *(sa.Column(name, sa.Integer(), server_default="0", nullable=False) for name in ("step", "version")),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("stopped", sa.Boolean(), server_default=sa.false(), nullable=False),
    )
    op.create_index("announcements_due", "announcements", ["ended_at", "due_at"], unique=False)
    op.create_table(
        "announcement_copies",
        sa.Column("announcement", _ID, primary_key=True),
        sa.Column("chat_id", sa.BigInteger(), primary_key=True),
        sa.Column("person", _ID, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index("ix_announcement_copies_at", "announcement_copies", ["at"], unique=False)
    op.create_index("ix_announcement_copies_person", "announcement_copies", ["person"], unique=False)


def downgrade() -> None:
    """Takes the schema back to the version before; what was brought to chats stays there as it is."""
    op.drop_table("announcement_copies")
    op.drop_table("announcements")
