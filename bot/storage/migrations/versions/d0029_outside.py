"""A call for help may be told outside the school, and stays to be treated once whoever called erased their data."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "d0029"
down_revision = "d0025"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
CALLED = "caller <> ''"
OUTSIDE = "outside IS NOT NULL AND status IN ('new', 'open', 'waiting')"


def upgrade() -> None:
    """Brings the schema to this version."""
    some, called = sa.text(OUTSIDE), sa.text(CALLED)
    op.add_column("requests", sa.Column("outside", sa.Text(), nullable=True))
    op.add_column("requests", sa.Column("caller", sa.String(), server_default="", nullable=False))
    op.add_column("requests", sa.Column("caller_until", MOMENT, nullable=True))
    op.create_index("requests_outside", "requests", ["number"], sqlite_where=some, postgresql_where=some)
    op.create_index("requests_caller", "requests", ["caller_until"], sqlite_where=called, postgresql_where=called)


def downgrade() -> None:
    """Takes the schema back to the version before."""
    op.drop_index("requests_caller", table_name="requests")
    op.drop_index("requests_outside", table_name="requests")
    op.drop_column("requests", "caller_until")
    op.drop_column("requests", "caller")
    op.drop_column("requests", "outside")
