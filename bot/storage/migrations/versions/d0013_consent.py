"""A token knows whom it replaces, and who waits for the consent of the Telegram account that is linked."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "d0013"
down_revision = "d0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Brings the schema to this version."""
    op.add_column("tokens", sa.Column("replaces", sa.BigInteger(), nullable=True))
    op.add_column("tokens", sa.Column("claimed_by", sa.BigInteger(), nullable=True))
    op.add_column("tokens", sa.Column("language", sa.String(), nullable=False, server_default=sa.text("''")))


def downgrade() -> None:
    """Takes the schema back to the version before."""
    op.drop_column("tokens", "language")
    op.drop_column("tokens", "claimed_by")
    op.drop_column("tokens", "replaces")
