"""Erasures that are not through: large databases are gone through in several steps."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "d0014"
down_revision = "d0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Brings the schema to this version."""
    op.create_table(
        "erasures",
        sa.Column("person", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("known", sa.JSON(), nullable=False),
        sa.Column("reached", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("person"),
    )


def downgrade() -> None:
    """Takes the schema back to the version before."""
    op.drop_table("erasures")
