"""A call for help may be told outside the school: a request knows the schools whose people never read it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "d0029"
down_revision = "d0025"
branch_labels = None
depends_on = None

OUTSIDE = "outside IS NOT NULL AND status IN ('new', 'open', 'waiting')"


def upgrade() -> None:
    """Brings the schema to this version."""
    some = sa.text(OUTSIDE)
    op.add_column("requests", sa.Column("outside", sa.Text(), nullable=True))
    op.create_index("requests_outside", "requests", ["number"], sqlite_where=some, postgresql_where=some)


def downgrade() -> None:
    """Takes the schema back to the version before."""
    op.drop_index("requests_outside", table_name="requests")
    op.drop_column("requests", "outside")
