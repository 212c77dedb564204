"""Old lines of the audit are read again by turns: the head says how far."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "d0027"
down_revision = "d0026"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Brings the schema to this version."""
    op.add_column("audit_head", sa.Column("reread", _ID, server_default=sa.text("0"), nullable=False))
    op.add_column("audit_head", sa.Column("reread_chain", sa.String(), server_default=sa.text("''"), nullable=False))


def downgrade() -> None:
    """Takes the schema back to the version before."""
    op.drop_column("audit_head", "reread_chain")
    op.drop_column("audit_head", "reread")
