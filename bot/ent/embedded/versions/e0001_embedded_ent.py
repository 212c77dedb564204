"""The embedded ENT's first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "e0001"
down_revision = None
branch_labels = ("ent",)
depends_on = None

BYTEWISE = sa.String().with_variant(sa.String(collation="C"), "postgresql")


def upgrade() -> None:
    """Brings the schema to this version."""
    op.create_table(
        "ent_structures",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("parent", sa.String(), sa.ForeignKey("ent_structures.id"), index=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("uai", sa.String(), nullable=False),
    )
    op.create_table(
        "ent_accounts",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("login", sa.String(), nullable=False, unique=True),
        sa.Column("first_name", sa.String(), nullable=False),
        sa.Column("last_name", sa.String(), nullable=False),
        sa.Column("sort_name", BYTEWISE, nullable=False),
        sa.Column("profile", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("birth_date", sa.Date()),
        sa.Column("activated", sa.Boolean(), nullable=False),
        sa.Column("blocked", sa.Boolean(), nullable=False),
    )
    _tie_accounts()


def _tie_accounts() -> None:
    op.create_table("ent_names", sa.Column("token", BYTEWISE, primary_key=True), _key("account", index=True))
    op.create_table("ent_attachments", _key("account"), _key("structure"))
    op.create_index("ent_attachments_structure", "ent_attachments", ["structure", "account"])
    op.create_table(
        "ent_functions",
        _key("account"),
        _key("structure", index=True),
        sa.Column("function", sa.String(), primary_key=True),
    )
    op.create_table(
        "ent_families",
        _key("relative", "ent_accounts"),
        _key("student", "ent_accounts", index=True),
    )


def _key(name: str, table: str = "", index: bool = False) -> sa.Column[str]:
    """A column of a primary key that is a foreign key too."""
    return sa.Column(name, sa.String(), sa.ForeignKey(f"{table or f'ent_{name}s'}.id"), primary_key=True, index=index)


def downgrade() -> None:
    """Takes the schema back to the version before."""
    for table in ("families", "functions", "attachments", "names", "accounts", "structures"):
        op.drop_table(f"ent_{table}")
