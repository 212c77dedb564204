"""Links have a way, and may be handed out together: as the sheets of a class, as messages to a whole school."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "d0025"
down_revision = "d0024"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Brings the schema to this version."""
    op.create_table(
        "handouts",
        sa.Column("id", _ID, primary_key=True),
        sa.Column("way", sa.String(), nullable=False),
        sa.Column("school", sa.String(), nullable=False),
        sa.Column("scope", sa.JSON(), nullable=False),
        sa.Column("person", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("accounts", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
    )
    op.create_index("handouts_school", "handouts", ["school", "id"], unique=False)
    op.create_index("ix_handouts_at", "handouts", ["at"], unique=False)
    op.add_column("tokens", sa.Column("way", sa.String(), server_default=sa.text("'operator'"), nullable=False))
    op.add_column("tokens", sa.Column("handout", _ID, nullable=True))
    op.create_index("ix_tokens_handout", "tokens", ["handout"], unique=False)


def downgrade() -> None:
    """Takes the schema back to the version before."""
    op.drop_index("ix_tokens_handout", table_name="tokens")
    op.drop_column("tokens", "handout")
    op.drop_column("tokens", "way")
    op.drop_table("handouts")
