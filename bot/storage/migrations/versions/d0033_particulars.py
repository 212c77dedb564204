"""A request may say what it asks for as facts, such as whom to attach to a school."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "d0033"
down_revision = "d0032"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Brings the schema to this version."""
    op.create_table(
        "particulars",
        sa.Column("id", _ID, primary_key=True),
        sa.Column("request", _ID, nullable=False, unique=True),
        sa.Column("facts", sa.JSON(), nullable=False),
    )


def downgrade() -> None:
    """Takes the schema back to the version before."""
    op.drop_table("particulars")
