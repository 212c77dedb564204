"""Who has written to which bot, when they were lost and came back; and which command menu each chat shows."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "d0018"
down_revision = "d0017"
branch_labels = None
depends_on = None

_MOMENTS = ("heard_at", "lost_at")


def upgrade() -> None:
    """Brings the schema to this version."""
    op.add_column("people", sa.Column("bot", sa.BigInteger(), server_default="0", nullable=False))
    for name in _MOMENTS:
        op.add_column("people", sa.Column(name, sa.DateTime(timezone=True), nullable=True))
    op.create_table(
        "menus",
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("bot", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("mark", sa.String(), server_default="", nullable=False),
        sa.Column("own", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("release", sa.String(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("chat_id"),
    )
    op.create_index("ix_menus_release", "menus", ["release"], unique=False)


def downgrade() -> None:
    """Takes the schema back to the version before."""
    op.drop_index("ix_menus_release", table_name="menus")
    op.drop_table("menus")
    for name in (*_MOMENTS, "bot"):
        op.drop_column("people", name)
