"""A conversation under way knows when it ends by itself, so that its question can say so without being asked."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "d0011"
down_revision = "d0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Brings the schema to this version."""
    op.add_column("drafts", sa.Column("due", sa.DateTime(timezone=True), nullable=True))
    op.create_index("drafts_due", "drafts", ["due"], unique=False)


def downgrade() -> None:
    """Takes the schema back to the version before."""
    op.drop_index("drafts_due", table_name="drafts")
    op.drop_column("drafts", "due")
