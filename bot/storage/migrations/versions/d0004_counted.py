"""An index of undelivered rows, so that they are counted without reading the others."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "d0004"
down_revision = "d0003"
branch_labels = None
depends_on = None

UNDELIVERED = sa.text("state IN ('dead', 'uncertain')")


def upgrade() -> None:
    """Brings the schema to this version."""
    op.create_index(
        "outbox_undelivered",
        "outbox",
        ["state"],
        unique=False,
        sqlite_where=UNDELIVERED,
        postgresql_where=UNDELIVERED,
    )


def downgrade() -> None:
    """Takes the schema back to the version before."""
    op.drop_index("outbox_undelivered", table_name="outbox")
