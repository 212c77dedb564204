"""The birth date that a school's files last said of a pupil."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "e0008"
down_revision = "e0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Brings the schema to this version. What files said before is not known."""
    op.add_column("ent_fed", sa.Column("birth_date", sa.Date(), nullable=True))


def downgrade() -> None:
    """Takes the schema back to the version before."""
    op.drop_column("ent_fed", "birth_date")
