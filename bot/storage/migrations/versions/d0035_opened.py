"""Opened: the tokens whose charter somebody has before them are found without reading all."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "d0035"
down_revision = "d0034"
branch_labels = None
depends_on = None

_OPENED = sa.text("shown_to <> '' AND used_at IS NULL")


def upgrade() -> None:
    """Brings the schema to this version."""
    op.create_index("tokens_opened", "tokens", ["hash"], unique=False, sqlite_where=_OPENED, postgresql_where=_OPENED)


def downgrade() -> None:
    """Takes the schema back to the version before."""
    op.drop_index("tokens_opened", table_name="tokens", sqlite_where=_OPENED, postgresql_where=_OPENED)
