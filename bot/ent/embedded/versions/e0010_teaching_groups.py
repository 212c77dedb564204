"""Teaching groups, and who teaches them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "e0010"
down_revision = "e0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Brings the schema to this version."""
    op.create_table(
        "ent_teaching_groups",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("school", sa.String(), sa.ForeignKey("ent_structures.id"), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
    )
    op.create_index("ix_ent_teaching_groups_school", "ent_teaching_groups", ["school"])
    op.create_table(
        "ent_teachings",
        sa.Column("account", sa.String(), primary_key=True),
        sa.Column("group", sa.String(), sa.ForeignKey("ent_teaching_groups.id"), primary_key=True),
    )
    op.create_index("ix_ent_teachings_group", "ent_teachings", ["group"])


def downgrade() -> None:
    """Takes the schema back to the version before; who teaches which group is lost."""
    op.drop_table("ent_teachings")
    op.drop_table("ent_teaching_groups")
