"""Who was detached from a school stays so, whatever its files say."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "e0011"
down_revision = "e0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Brings the schema to this version."""
    op.create_table(
        "ent_removals",
        sa.Column("account", sa.String(), primary_key=True),  # without a key: the release before deletes accounts
        sa.Column("structure", sa.String(), primary_key=True),
    )


def downgrade() -> None:
    """Takes the schema back to the version before; the feed attaches again whom its files name."""
    op.drop_table("ent_removals")
