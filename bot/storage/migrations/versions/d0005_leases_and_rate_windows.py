"""The tables `turns` and `lines` become `leases` and `rate_windows`.

While the release before still runs, it must find its tables. On PostgreSQL, where both releases serve together,
each old name becomes a view of the renamed table. It can be read, locked and written: both releases keep one pace
and hold one lease a job. On SQLite, where one process serves, views cannot be written: the old tables stay for the
old process, and what they hold is copied.

The release after this one drops the views, or the old tables, and the column `topic` of `outbox`, which no code reads
or writes any more.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "d0005"
down_revision = "d0004"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
RENAMED = {"lines": "rate_windows", "turns": "leases"}
COLUMNS = {"lines": "chat_id, sent, empty_at", "turns": "name, busy_until, due_at"}


def upgrade() -> None:
    """Brings the schema to this version."""
    if op.get_bind().dialect.name == "postgresql":
        for old, new in RENAMED.items():
            op.rename_table(old, new)
            op.execute(f"ALTER INDEX {old}_pkey RENAME TO {new}_pkey")
            op.execute(f"CREATE VIEW {old} AS SELECT {COLUMNS[old]} FROM {new}")
        return
    op.create_table(
        "rate_windows",
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("sent", sa.JSON(), nullable=False),
        sa.Column("empty_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("chat_id"),
    )
    op.create_table(
        "leases",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("busy_until", MOMENT, nullable=False),
        sa.Column("due_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    for old, new in RENAMED.items():
        op.execute(f"INSERT INTO {new} ({COLUMNS[old]}) SELECT {COLUMNS[old]} FROM {old}")


def downgrade() -> None:
    """Takes the schema back to the version before."""
    if op.get_bind().dialect.name == "postgresql":
        for old, new in RENAMED.items():
            op.execute(f"DROP VIEW {old}")
            op.rename_table(new, old)
            op.execute(f"ALTER INDEX {new}_pkey RENAME TO {old}_pkey")
        return
    for new in RENAMED.values():
        op.drop_table(new)
