"""Pairs: which two accounts a request asks for advice about."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "d0034"
down_revision = "d0033"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Brings the schema to this version."""
    op.create_table(
        "pairs",
        sa.Column("request", _ID, sa.ForeignKey("requests.number"), primary_key=True),
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("other", sa.String(), nullable=False),
    )
    op.create_index("ix_pairs_account", "pairs", ["account"], unique=False)


def downgrade() -> None:
    """Takes the schema back to the version before; requests no longer lead to their pair."""
    op.drop_table("pairs")
