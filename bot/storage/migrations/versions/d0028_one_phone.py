"""A yes that was said in the chat of the pupil whom it is about is told apart from others."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "d0028"
down_revision = "d0027"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Brings the schema to this version. Nothing is known of earlier answers: they count as before."""
    op.add_column("consents", sa.Column("shared", sa.Boolean(), nullable=False, server_default=sa.false()))


def downgrade() -> None:
    """Takes the schema back to the version before."""
    op.drop_column("consents", "shared")
