"""A request knows in whose place its desk serves it, and a person since when messages may not have arrived."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "d0007"
down_revision = "d0006"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
STANDING = "status IN ('new', 'open', 'waiting')"
INDEXES = {
    "requests_proper": ("requests", "proper", f"proper <> '[]' AND {STANDING}"),
    "requests_stranded": ("requests", "stranded_at", f"stranded_at IS NOT NULL AND {STANDING}"),
    "people_missed": ("people", "missed_since", "missed_since IS NOT NULL"),
}


def upgrade() -> None:
    """Brings the schema to this version."""
    op.add_column("requests", sa.Column("proper", sa.Text(), nullable=True))
    op.add_column("requests", sa.Column("stranded_at", MOMENT, nullable=True))
    op.add_column("people", sa.Column("missed_since", MOMENT, nullable=True))
    for name, (table, column, where) in INDEXES.items():
        some = sa.text(where)
        op.create_index(name, table, [column], unique=False, sqlite_where=some, postgresql_where=some)


def downgrade() -> None:
    """Takes the schema back to the version before."""
    for name, (table, _, _) in INDEXES.items():
        op.drop_index(name, table_name=table)
    op.drop_column("people", "missed_since")
    op.drop_column("requests", "stranded_at")
    op.drop_column("requests", "proper")
