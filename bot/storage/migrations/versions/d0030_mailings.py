"""People are invited in the ENT's internal messaging, each by a link of their own."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "d0030"
down_revision = "d0029"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Brings the schema to this version."""
    op.create_table(
        "mailings",
        sa.Column("id", _ID, primary_key=True),
        sa.Column("school", sa.String(), nullable=False),
        sa.Column("school_name", sa.String(), nullable=False),
        sa.Column("scope", sa.JSON(), nullable=False),
        sa.Column("person", _ID, sa.ForeignKey("people.id"), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("lease_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("handout", _ID, nullable=False),
        sa.Column("gathered", sa.Boolean(), nullable=False),
        *(
            sa.Column(name, sa.Integer(), nullable=False)
            for name in ("total", "sent", "skipped", "doubtful", "failed")
        ),
        sa.Column("facts", sa.JSON(), nullable=False),
    )
    op.create_index("mailings_school", "mailings", ["school", "id"], unique=False)
    op.create_index("ix_mailings_state", "mailings", ["state"], unique=False)
    op.create_table(
        "invitations",
        sa.Column("account", sa.String(), primary_key=True),
        sa.Column("mailing", _ID, nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index("invitations_next", "invitations", ["mailing", "state", "account"], unique=False)
    op.create_index("ix_invitations_at", "invitations", ["at"], unique=False)


def downgrade() -> None:
    """Takes the schema back to the version before."""
    op.drop_table("invitations")
    op.drop_table("mailings")
