"""Erasures that are not through; and of a message that shows a code, whose act it was."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "d0014"
down_revision = "d0013"
branch_labels = None
depends_on = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Brings the schema to this version."""
    op.create_table(
        "erasures",
        sa.Column("person", _NUMBER, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("known", sa.JSON(), nullable=False),
        sa.Column("reached", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("person"),
    )
    op.add_column("expiries", sa.Column("deed", _NUMBER, nullable=False, server_default="0"))


def downgrade() -> None:
    """Takes the schema back to the version before."""
    op.drop_column("expiries", "deed")
    op.drop_table("erasures")
