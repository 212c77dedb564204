"""Acts and looks leave lines that are chained by hashes, and a head that says where the chain ends."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "d0023"
down_revision = "d0022"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_OF_ITSELF = sa.text("act IN ('cut', 'blank')")
_INDEXED = ("school", "account", "request")


def upgrade() -> None:
    """Brings the schema to this version."""
    op.create_table(
        "audit",
        sa.Column("position", _ID, autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("person", _ID, nullable=True),
        sa.Column("level", sa.Integer(), nullable=True),
        sa.Column("act", sa.String(), nullable=False),
        sa.Column("request", _ID, nullable=True),
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("school", sa.String(), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("salt", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("chain", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("position"),
    )
    for name in _INDEXED:
        op.create_index(f"audit_{name}", "audit", [name, "position"], unique=False)
    op.create_index("audit_person", "audit", ["person", "at"], unique=False)
    op.create_index("audit_at", "audit", ["at"], unique=False)
    op.create_index(
        "audit_of_itself", "audit", ["position"], unique=False, sqlite_where=_OF_ITSELF, postgresql_where=_OF_ITSELF
    )
    head = op.create_table(
        "audit_head",
        sa.Column("id", _ID, autoincrement=False, nullable=False),
        sa.Column("position", _ID, nullable=False),
        sa.Column("chain", sa.String(), nullable=False),
        sa.Column("verified", _ID, nullable=False),
        sa.Column("verified_chain", sa.String(), nullable=False),
        sa.Column("fault", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.bulk_insert(head, [{"id": 1, "position": 0, "chain": "", "verified": 0, "verified_chain": "", "fault": ""}])


def downgrade() -> None:
    """Takes the schema back to the version before."""
    op.drop_table("audit_head")
    op.drop_table("audit")
