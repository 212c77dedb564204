"""A call for help may be told outside the school, and stays to be treated once whoever called erased their data."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "d0029"
down_revision = "d0028"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
NAMED_YET = "erased_name <> ''"
OUTSIDE = "outside IS NOT NULL AND status IN ('new', 'open', 'waiting')"


def upgrade() -> None:
    """Brings the schema to this version."""
    some, yet = sa.text(OUTSIDE), sa.text(NAMED_YET)
    op.add_column("requests", sa.Column("outside", sa.Text(), nullable=True))
    op.add_column("requests", sa.Column("erased_name", sa.String(), server_default="", nullable=False))
    op.add_column("requests", sa.Column("erased_until", MOMENT, nullable=True))
    op.create_index("requests_outside", "requests", ["number"], sqlite_where=some, postgresql_where=some)
    op.create_index("requests_erased_name", "requests", ["erased_until"], sqlite_where=yet, postgresql_where=yet)


def downgrade() -> None:
    """Takes the schema back to the version before."""
    op.drop_index("requests_erased_name", table_name="requests")
    op.drop_index("requests_outside", table_name="requests")
    op.drop_column("requests", "erased_until")
    op.drop_column("requests", "erased_name")
    op.drop_column("requests", "outside")
