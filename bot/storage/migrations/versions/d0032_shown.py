"""A link is accepted only in a chat that was shown its charter."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "d0032"
down_revision = "d0031"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Brings the schema to this version."""
    op.add_column("tokens", sa.Column("shown_to", sa.String(), server_default=sa.text("''"), nullable=False))


def downgrade() -> None:
    """Takes the schema back to the version before."""
    op.drop_column("tokens", "shown_to")
