"""Every message in a chat is kept with its bot, and those about a request with what they were.

The release before goes on beside this one: its rows get the number 0 for the bot, which is adopted when this release
starts (`bot.storage.bots`).
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "d0006"
down_revision = "d0005"
branch_labels = None
depends_on = None

TABLES = ("attachments", "cards", "expiries", "messages", "outbox", "screens")


def upgrade() -> None:
    """Brings the schema to this version."""
    op.create_table(
        "bots",
        sa.Column("id", sa.BigInteger(), nullable=False, autoincrement=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.add_column("cards", sa.Column("kind", sa.String(), nullable=False, server_default=sa.text("''")))
    for table in TABLES:
        op.add_column(table, sa.Column("bot", sa.BigInteger(), nullable=False, server_default="0"))
    op.execute("UPDATE cards SET kind = 'card' WHERE live")


def downgrade() -> None:
    """Takes the schema back to the version before."""
    for table in TABLES:
        op.drop_column(table, "bot")
    op.drop_column("cards", "kind")
    op.drop_table("bots")
