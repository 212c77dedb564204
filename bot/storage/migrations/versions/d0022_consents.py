"""Who said yes before a pupil below an age may write here, and who waits for a yes."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "d0022"
down_revision = "d0021"
branch_labels = None
depends_on = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Brings the schema to this version. Pupils who are linked already wait once the ENT says how old they are."""
    op.create_table(
        "consents",
        sa.Column("child", _NUMBER, nullable=False),
        sa.Column("giver", _NUMBER, nullable=False),
        sa.Column("school", sa.String(), nullable=False),
        sa.Column("says", sa.String(), nullable=False),
        sa.Column("charter", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("again_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["child"], ["people.id"]),
        sa.ForeignKeyConstraint(["giver"], ["people.id"]),
        sa.PrimaryKeyConstraint("child", "giver"),
    )
    op.create_index("ix_consents_giver", "consents", ["giver"])
    op.add_column("people", sa.Column("waits", sa.Boolean(), nullable=False, server_default=sa.false()))


def downgrade() -> None:
    """Takes the schema back to the version before."""
    op.drop_column("people", "waits")
    op.drop_index("ix_consents_giver", table_name="consents")
    op.drop_table("consents")
