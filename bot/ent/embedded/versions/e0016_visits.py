"""Visits: how often people of a profile came on a day, and what was opened."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "e0016"
down_revision = "e0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Brings the schema to this version."""
    op.create_table(
        "ent_visits",
        *_days(),
        sa.Column("profile", sa.String(), primary_key=True),
        *(sa.Column(name, sa.Integer(), server_default="0", nullable=False) for name in _COUNTS),
    )
    op.create_table(
        "ent_accesses",
        *_days(),
        sa.Column("name", sa.String(), primary_key=True),
        sa.Column("connector", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("count", sa.Integer(), server_default="0", nullable=False),
    )


def downgrade() -> None:
    """Takes the schema back to the version before."""
    op.drop_table("ent_accesses")
    op.drop_table("ent_visits")


_COUNTS = ("visitors", "connections", "mobile")


def _days() -> tuple[sa.Column[Any], sa.Column[Any]]:
    school = sa.Column("school", sa.String(), sa.ForeignKey("ent_structures.id"), primary_key=True)
    return school, sa.Column("day", sa.Date(), primary_key=True)
