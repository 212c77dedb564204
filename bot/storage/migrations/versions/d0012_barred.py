"""The desk knows who cannot log in to the ENT, when it last asked about them, and who is perhaps gone from it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "d0012"
down_revision = "d0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Brings the schema to this version."""
    op.add_column("people", sa.Column("barred", sa.String(), nullable=False, server_default=sa.text("''")))
    for name in ("barred_at", "tried_at", "gone_at"):
        op.add_column("people", sa.Column(name, sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    """Takes the schema back to the version before."""
    for name in ("gone_at", "tried_at", "barred_at", "barred"):
        op.drop_column("people", name)
