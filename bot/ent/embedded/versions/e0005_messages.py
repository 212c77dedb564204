"""Internal mailboxes, which the bot writes to."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "e0005"
down_revision = "e0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Brings the schema to this version."""
    op.create_table(
        "ent_messages",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("account", sa.String(), sa.ForeignKey("ent_accounts.id"), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("html", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index("ent_messages_mailbox", "ent_messages", ["account", "at", "id"], unique=False)


def downgrade() -> None:
    """Takes the schema back to the version before."""
    op.drop_table("ent_messages")
