"""Functions held in a town's space, and the towns of schools found without reading every school."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "e0009"
down_revision = "e0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Brings the schema to this version."""
    op.create_table(
        "ent_town_functions",
        sa.Column("account", sa.String(), sa.ForeignKey("ent_accounts.id"), primary_key=True),
        sa.Column("commune", sa.String(), sa.ForeignKey("ent_communes.id"), primary_key=True),
        sa.Column("function", sa.String(), primary_key=True),
    )
    op.create_index("ix_ent_town_functions_commune", "ent_town_functions", ["commune"])
    op.create_index("ent_structures_commune", "ent_structures", ["commune"])


def downgrade() -> None:
    """Takes the schema back to the version before; the functions held in towns are lost."""
    op.drop_index("ent_structures_commune", "ent_structures")
    op.drop_table("ent_town_functions")
