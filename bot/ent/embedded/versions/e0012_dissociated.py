"""Pairs of accounts that somebody said to be two people's."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "e0012"
down_revision = "e0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Brings the schema to this version."""
    op.create_table(
        "ent_dissociated",
        *(
            sa.Column(name, sa.String(), sa.ForeignKey("ent_accounts.id"), primary_key=True)
            for name in ("account", "other")
        ),
    )
    op.create_index("ix_ent_dissociated_other", "ent_dissociated", ["other"])


def downgrade() -> None:
    """Takes the schema back to the version before; what was told apart may be proposed again."""
    op.drop_table("ent_dissociated")
