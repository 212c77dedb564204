"""The desk's first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "d0001"
down_revision = None
branch_labels = ("desk",)
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)
STANDING = sa.text("status IN ('new', 'open', 'waiting')")
QUEUED = sa.text("state = 'queued'")
RESOLVED = sa.text("status = 'resolved'")
TABLES = (
    "attachments",
    "parties",
    "messages",
    "roles",
    "requests",
    "tokens",
    "people",
    "parked",
    "outbox",
    "events",
    "drafts",
    "causes",
    "cards",
)


def upgrade() -> None:
    """Brings the schema to this version."""
    op.create_table(
        "cards",
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=False),
        sa.Column("request", ID, nullable=False),
        sa.Column("person", ID, nullable=False),
        sa.Column("live", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("chat_id", "message_id"),
    )
    op.create_index("cards_request", "cards", ["request"], unique=False)
    op.create_table(
        "causes",
        sa.Column("cause", sa.String(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("cause"),
    )
    op.create_index("ix_causes_at", "causes", ["at"], unique=False)
    op.create_table(
        "drafts",
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("telegram_id", sa.BigInteger(), nullable=False),
        sa.Column("step", sa.String(), nullable=False),
        sa.Column("data", sa.JSON(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("chat_id", "telegram_id"),
    )
    op.create_table(
        "events",
        sa.Column("id", ID, nullable=False),
        sa.Column("request", ID, nullable=True),
        sa.Column("person", ID, nullable=True),
        sa.Column("act", sa.String(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_events_request", "events", ["request"], unique=False)
    op.create_table(
        "outbox",
        sa.Column("id", ID, nullable=False),
        sa.Column("dedupe", sa.String(), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("topic", sa.BigInteger(), nullable=True),
        sa.Column("person", ID, nullable=True),
        sa.Column("request", ID, nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("not_before", MOMENT, nullable=False),
        sa.Column("claimed_until", MOMENT, nullable=True),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("error", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("dedupe"),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "outbox_queued", "outbox", ["chat_id", "id"], unique=False, sqlite_where=QUEUED, postgresql_where=QUEUED
    )
    op.create_table(
        "parked",
        sa.Column("id", ID, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "people",
        sa.Column("id", ID, nullable=False),
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("login", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("profile", sa.String(), nullable=False),
        sa.Column("function", sa.String(), nullable=False),
        sa.Column("places", sa.Text(), nullable=False),
        sa.Column("roles", sa.Text(), nullable=False),
        sa.Column("telegram_id", sa.BigInteger(), nullable=True),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("charter", sa.Integer(), nullable=False),
        sa.Column("reachable", sa.Boolean(), nullable=False),
        sa.Column("speaking", sa.Boolean(), nullable=False),
        sa.Column("seen_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("account"),
    )
    op.create_index("people_telegram", "people", ["telegram_id", "speaking"], unique=False)
    op.create_table(
        "tokens",
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.Column("used_at", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("hash"),
    )
    op.create_index("ix_tokens_account", "tokens", ["account"], unique=False)
    op.create_table(
        "requests",
        sa.Column("number", ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("category", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("desk", sa.String(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.Column("visited", sa.Text(), nullable=False),
        sa.Column("requester", ID, nullable=False),
        sa.Column("filer", ID, nullable=True),
        sa.Column("holder", ID, nullable=True),
        sa.Column("merged_into", ID, nullable=True),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("due_at", MOMENT, nullable=False),
        sa.Column("resolved_at", MOMENT, nullable=True),
        sa.Column("closed_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(
            ["filer"],
            ["people.id"],
        ),
        sa.ForeignKeyConstraint(
            ["holder"],
            ["people.id"],
        ),
        sa.ForeignKeyConstraint(
            ["requester"],
            ["people.id"],
        ),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_index(
        "requests_held",
        "requests",
        ["holder", "due_at", "number"],
        unique=False,
        sqlite_where=STANDING,
        postgresql_where=STANDING,
    )
    op.create_index("requests_mine", "requests", ["requester", "number"], unique=False)
    op.create_index(
        "requests_queue",
        "requests",
        ["desk", "level", "due_at", "number"],
        unique=False,
        sqlite_where=STANDING,
        postgresql_where=STANDING,
    )
    op.create_index(
        "requests_silent", "requests", ["resolved_at"], unique=False, sqlite_where=RESOLVED, postgresql_where=RESOLVED
    )
    op.create_table(
        "roles",
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("structure", sa.String(), nullable=False),
        sa.Column("person", ID, nullable=False),
        sa.ForeignKeyConstraint(
            ["person"],
            ["people.id"],
        ),
        sa.PrimaryKeyConstraint("level", "structure", "person"),
    )
    op.create_index("ix_roles_person", "roles", ["person"], unique=False)
    op.create_table(
        "messages",
        sa.Column("id", ID, nullable=False),
        sa.Column("request", ID, nullable=False),
        sa.Column("author", ID, nullable=False),
        sa.Column("voice", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("edited_at", MOMENT, nullable=True),
        sa.Column("chat_id", sa.BigInteger(), nullable=True),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["author"],
            ["people.id"],
        ),
        sa.ForeignKeyConstraint(
            ["request"],
            ["requests.number"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_messages_request", "messages", ["request"], unique=False)
    op.create_index("messages_origin", "messages", ["chat_id", "message_id"], unique=False)
    op.create_table(
        "parties",
        sa.Column("request", ID, nullable=False),
        sa.Column("person", ID, nullable=False),
        sa.Column("part", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person"],
            ["people.id"],
        ),
        sa.ForeignKeyConstraint(
            ["request"],
            ["requests.number"],
        ),
        sa.PrimaryKeyConstraint("request", "person", "part"),
    )
    op.create_index("ix_parties_person", "parties", ["person"], unique=False)
    op.create_table(
        "attachments",
        sa.Column("id", ID, nullable=False),
        sa.Column("message", ID, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("file_id", sa.String(), nullable=False),
        sa.Column("unique_id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("mime", sa.String(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("album", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["message"],
            ["messages.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_attachments_album", "attachments", ["album"], unique=False)
    op.create_index("ix_attachments_message", "attachments", ["message"], unique=False)


def downgrade() -> None:
    """Takes the tables away again."""
    for name in TABLES:
        op.drop_table(name)
