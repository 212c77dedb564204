"""It is known which school holds which account blocked, and which acts touched the people of a school.

Blocks of single accounts that nobody lifted since are taken over from the interventions; which accounts a campaign
blocked was not written down.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "d0009"
down_revision = "d0008"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)
DONE = "state = 'done' AND ended_at IS NOT NULL AND school <> '' AND account <> ''"
LIFTED = """
    SELECT 1 FROM interventions later WHERE later.id > made.id AND later.state = 'done' AND (
        (later.account = made.account AND later.act IN ('block', 'unblock'))
        OR (later.school = made.school AND later.act = 'unblock_profile'))
"""


def upgrade() -> None:
    """Brings the schema to this version."""
    op.create_table(
        "holds",
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("school", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("deed", ID, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["deed"], ["interventions.id"]),
        sa.PrimaryKeyConstraint("account", "school"),
    )
    op.create_table(
        "touches",
        sa.Column("id", ID, nullable=False),
        sa.Column("school", sa.String(), nullable=False),
        sa.Column("deed", ID, nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("accounts", sa.Integer(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["deed"], ["interventions.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("touches_history", "touches", ["school", "at", "id"], unique=False)
    op.execute(
        "INSERT INTO holds (account, school, place, deed, at) SELECT account, school, '', id, ended_at "
        f"FROM interventions made WHERE act = 'block' AND {DONE} AND NOT EXISTS ({LIFTED})"
    )
    op.execute(
        "INSERT INTO touches (school, deed, place, accounts, at) SELECT school, id, '', 1, ended_at "
        f"FROM interventions WHERE act IN ('block', 'unblock') AND {DONE} ORDER BY ended_at, id"
    )


def downgrade() -> None:
    """Takes the schema back to the version before."""
    op.drop_table("touches")
    op.drop_table("holds")
