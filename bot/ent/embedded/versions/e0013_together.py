"""Whether the members of groups may write to each other."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "e0013"
down_revision = "e0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Brings the schema to this version."""
    op.create_table(
        "ent_together",
        sa.Column("group", sa.String(), primary_key=True),
        sa.Column("together", sa.Boolean(), nullable=False),
    )


def downgrade() -> None:
    """Takes the schema back to the version before; who may write to whom is as usual again."""
    op.drop_table("ent_together")
