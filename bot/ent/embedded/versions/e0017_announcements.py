"""Announcements of schools, and who read them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "e0017"
down_revision = "e0016"
branch_labels = None
depends_on = None

_MOMENTS = ("starts_at", "ends_at", "created_at", "changed_at")


def upgrade() -> None:
    """Brings the schema to this version."""
    op.create_table(
        "ent_announcements",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("school", sa.String(), sa.ForeignKey("ent_structures.id"), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("texts", sa.JSON(), nullable=False),
        sa.Column("profiles", sa.JSON(), nullable=False),
        sa.Column("color", sa.String(), nullable=False),
        sa.Column("signature", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        *(sa.Column(name, sa.DateTime(timezone=True), nullable=False) for name in _MOMENTS),
        sa.Column("views", sa.Integer(), nullable=False),
    )
    op.create_index("ent_announcements_school", "ent_announcements", ["school", "ends_at"])
    op.create_table(
        "ent_announcement_readings",
        sa.Column("announcement", sa.String(), sa.ForeignKey("ent_announcements.id"), primary_key=True),
        sa.Column("account", sa.String(), primary_key=True),
    )


def downgrade() -> None:
    """Takes the schema back to the version before; announcements are lost."""
    op.drop_table("ent_announcement_readings")
    op.drop_table("ent_announcements")
