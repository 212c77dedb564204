"""Towns beside the tree, holiday zones, and functions for which an account was attached to their structure."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "e0007"
down_revision = "e0006"
branch_labels = None
depends_on = None

_BLANK = sa.text("''")


def upgrade() -> None:
    """Brings the schema to this version."""
    op.create_table(
        "ent_communes",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("parent", sa.String(), nullable=True),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("kind", "name", "uai", "zone", "town")),
    )
    for name in ("zone", "commune"):
        op.add_column("ent_structures", sa.Column(name, sa.String(), nullable=False, server_default=_BLANK))
    op.add_column("ent_functions", sa.Column("attached", sa.Boolean(), nullable=False, server_default=sa.false()))


def downgrade() -> None:
    """Takes the schema back to the version before; towns and zones are lost."""
    op.drop_column("ent_functions", "attached")
    op.drop_column("ent_structures", "commune")
    op.drop_column("ent_structures", "zone")
    op.drop_table("ent_communes")
