"""Accounts that enter through ÉduConnect or the académie's portal."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "e0004"
down_revision = "e0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Brings the schema to this version. No account that is there already is taken for federated."""
    op.add_column("ent_accounts", sa.Column("federated", sa.Boolean(), nullable=False, server_default=sa.false()))


def downgrade() -> None:
    """Takes the schema back to the version before."""
    op.drop_column("ent_accounts", "federated")
