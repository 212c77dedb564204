"""Accounts that were deleted for good, until what is kept about them is erased; files that were fed, by a hash."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.ent.embedded.columns import Instant

revision = "e0018"
down_revision = "e0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Brings the schema to this version."""
    op.create_table(
        "ent_deleted",
        sa.Column("account", sa.String(), primary_key=True),
        sa.Column("at", Instant(), nullable=False),
    )
    op.create_table(
        "ent_feed_files",
        sa.Column("place", sa.String(), sa.ForeignKey("ent_structures.id"), primary_key=True),
        sa.Column("digest", sa.String(), primary_key=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
    )


def downgrade() -> None:
    """Takes the schema back to the version before; of whom is deleted then, what is kept ends with its own time."""
    op.drop_table("ent_feed_files")
    op.drop_table("ent_deleted")
