"""A request remembers the topic in which it was filed; inline results name accounts by pointers."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "d0019"
down_revision = "d0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Brings the schema to this version."""
    op.add_column("requests", sa.Column("topic", sa.BigInteger(), nullable=True))
    op.create_table(
        "pointers",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("person", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["people.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("pointers_named", "pointers", ["person", "name"], unique=True)
    op.create_index("pointers_of", "pointers", ["person", "account"], unique=True)
    op.create_index("ix_pointers_account", "pointers", ["account"], unique=False)
    op.create_index("ix_pointers_at", "pointers", ["at"], unique=False)


def downgrade() -> None:
    """Takes the schema back to the version before."""
    op.drop_table("pointers")
    op.drop_column("requests", "topic")
