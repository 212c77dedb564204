"""Requests are found by the moment when they were made, to be counted."""

from __future__ import annotations

from alembic import op

revision = "d0036"
down_revision = "d0035"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Brings the schema to this version."""
    op.create_index("requests_created", "requests", ["created_at", "number"])


def downgrade() -> None:
    """Takes the schema back to the version before."""
    op.drop_index("requests_created", table_name="requests")
