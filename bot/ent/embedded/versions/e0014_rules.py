"""Who may write to whom where a school is not as an ENT begins."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "e0014"
down_revision = "e0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Brings the schema to this version."""
    op.create_table(
        "ent_rules",
        sa.Column("sender", sa.String(), primary_key=True),
        sa.Column("receiver", sa.String(), primary_key=True),
        sa.Column("allowed", sa.Boolean(), nullable=False),
    )


def downgrade() -> None:
    """Takes the schema back to the version before; who may write to whom is as usual again."""
    op.drop_table("ent_rules")
