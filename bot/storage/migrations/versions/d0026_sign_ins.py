"""A chat may be linked by the ENT's own sign-in: what it began is kept until the browser comes back."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "d0026"
down_revision = "d0025"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Brings the schema to this version."""
    op.create_table(
        "sign_ins",
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("chat", sa.BigInteger(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("spent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("way_back", sa.String(), nullable=False),
        sa.Column("token", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("state"),
    )
    op.create_index("ix_sign_ins_chat", "sign_ins", ["chat"], unique=False)
    op.create_index("ix_sign_ins_way_back", "sign_ins", ["way_back"], unique=False)
    op.create_index("ix_sign_ins_token", "sign_ins", ["token"], unique=False)


def downgrade() -> None:
    """Takes the schema back to the version before."""
    op.drop_table("sign_ins")
