"""What the feed brings: INE, data by school, ties made by the feed, ONDE's classes, held pupils, runs."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "e0006"
down_revision = "e0005"
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)
BROUGHT = (
    *("name_key", "last_name", "first_name", "used_name", "gender", "title", "street", "postcode", "town", "country"),
    *("email", "home_phone", "work_phone", "mobile", "external_id"),
)
NAMED = ("last_name", "first_name", "used_name", "class_name", "reason")


def upgrade() -> None:
    """Brings the schema to this version. The ties of accounts that are not made by hand are taken for the feed's."""
    op.add_column("ent_accounts", sa.Column("ine", sa.String()))
    op.create_index("ent_accounts_ine", "ent_accounts", ["ine"], unique=True)
    op.add_column("ent_structures", sa.Column("onde_id", sa.String(), nullable=False, server_default=sa.text("''")))
    for table, owner in (("ent_attachments", "account"), ("ent_families", "relative")):
        op.add_column(table, sa.Column("fed", sa.Boolean(), nullable=False, server_default=sa.false()))
        brought = f"{owner} IN (SELECT id FROM ent_accounts WHERE source <> 'MANUAL')"
        op.execute(f"UPDATE {table} SET fed = true WHERE {brought}")
    _brought()
    _waiting()


def _brought() -> None:
    op.create_table(
        "ent_fed",
        _key("account", "ent_accounts"),
        _key("place", "ent_structures"),
        *(sa.Column(name, sa.String(), nullable=False) for name in BROUGHT),
        sa.Column("changed_at", INSTANT, nullable=False),
    )
    op.create_index("ent_fed_place", "ent_fed", ["place"])
    op.create_index("ix_ent_fed_name_key", "ent_fed", ["name_key"])
    op.create_table(
        "ent_feed_runs",
        _key("place", "ent_structures"),
        sa.Column("kind", sa.String(), primary_key=True),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("complete", sa.Boolean(), nullable=False, server_default=sa.false()),
    )


def _waiting() -> None:
    op.create_table(
        "ent_held",
        _key("place", "ent_structures"),
        sa.Column("key", sa.String(), primary_key=True),
        *(sa.Column(name, sa.String(), nullable=False) for name in NAMED),
        sa.Column("since", INSTANT, nullable=False),
    )
    op.create_table(
        "ent_awaited",
        _key("relative", "ent_accounts"),
        _key("place", "ent_structures"),
        sa.Column("key", sa.String(), primary_key=True),
        *(sa.Column(name, sa.String(), nullable=False) for name in NAMED),
    )
    op.create_index("ent_awaited_place", "ent_awaited", ["place"])


def _key(name: str, table: str) -> sa.Column[str]:
    """A column of a primary key that is a foreign key too."""
    return sa.Column(name, sa.String(), sa.ForeignKey(f"{table}.id"), primary_key=True)


def downgrade() -> None:
    """Takes the schema back to the version before."""
    for table in ("awaited", "held", "feed_runs", "fed"):
        op.drop_table(f"ent_{table}")
    for table in ("ent_attachments", "ent_families"):
        op.drop_column(table, "fed")
    op.drop_column("ent_structures", "onde_id")
    op.drop_index("ent_accounts_ine", "ent_accounts")
    op.drop_column("ent_accounts", "ine")
