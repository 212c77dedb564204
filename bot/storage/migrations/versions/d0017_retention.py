"""Rows are deleted once their time is over, in small batches that an index finds; deleted numbers are remembered."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "d0017"
down_revision = "d0016"
branch_labels = None
depends_on = None

_ENDED = sa.text("state IN ('sent', 'dropped')")
_CLOSED = sa.text("status = 'closed'")
_MERGED = sa.text("merged_into IS NOT NULL")
_ALONE = sa.text("request IS NULL")
_UNLINKED = sa.text("telegram_id IS NULL")
_INDEXES = (
    ("outbox_ended", "outbox", "at", _ENDED),
    ("requests_closed", "requests", "closed_at", _CLOSED),
    ("requests_merged", "requests", "merged_into", _MERGED),
    ("events_alone", "events", "at", _ALONE),
    ("interventions_at", "interventions", "at", None),
    ("holds_deed", "holds", "deed", None),
    ("touches_at", "touches", "at", None),
    ("touches_deed", "touches", "deed", None),
    ("people_unlinked", "people", "seen_at", _UNLINKED),
)


def upgrade() -> None:
    """Brings the schema to this version."""
    op.create_table(
        "purges",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("doubted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("last", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    op.add_column("parked", sa.Column("update_id", sa.BigInteger(), nullable=True))
    for name, table, column, where in _INDEXES:
        op.create_index(name, table, [column], unique=False, sqlite_where=where, postgresql_where=where)


def downgrade() -> None:
    """Takes the schema back to the version before."""
    for name, table, _column, _where in reversed(_INDEXES):
        op.drop_index(name, table_name=table)
    op.drop_column("parked", "update_id")
    op.drop_table("purges")
