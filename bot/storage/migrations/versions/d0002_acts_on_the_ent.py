"""What agents do on the ENT: acts, reports, blocks of a whole profile, lists of accounts."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "d0002"
down_revision = "d0001"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)
INTENDED = sa.text("state = 'intended'")
RUNNING = sa.text("state IN ('planned', 'running')")
PENDING = sa.text("verdict = ''")
TABLES = ("campaigns", "expiries", "interventions", "reports", "screens", "searches", "watches")


def upgrade() -> None:
    """Brings the schema to this version."""
    op.create_table(
        "expiries",
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("chat_id", "message_id"),
    )
    op.create_index("ix_expiries_at", "expiries", ["at"], unique=False)
    op.create_table(
        "reports",
        sa.Column("id", ID, nullable=False),
        sa.Column("ent_id", sa.String(), nullable=False),
        sa.Column("school", sa.String(), nullable=False),
        sa.Column("school_name", sa.String(), nullable=False),
        sa.Column("circonscription", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("creator", sa.String(), nullable=False),
        sa.Column("creator_name", sa.String(), nullable=False),
        sa.Column("published_at", MOMENT, nullable=False),
        sa.Column("reporters", sa.JSON(), nullable=False),
        sa.Column("reported_at", MOMENT, nullable=False),
        sa.Column("verdict", sa.String(), nullable=False),
        sa.Column("treated_by", sa.String(), nullable=False),
        sa.Column("treated_at", MOMENT, nullable=True),
        sa.Column("talk_by", sa.String(), nullable=False),
        sa.Column("remind_at", MOMENT, nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("reports_ent", "reports", ["school", "ent_id"], unique=True)
    op.create_index("reports_treated", "reports", ["school", "treated_at", "id"], unique=False)
    op.create_index(
        "reports_waiting", "reports", ["remind_at"], unique=False, sqlite_where=PENDING, postgresql_where=PENDING
    )
    op.create_table(
        "screens",
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("person", ID, nullable=False),
        sa.PrimaryKeyConstraint("chat_id", "message_id"),
    )
    op.create_index("ix_screens_about", "screens", ["about"], unique=False)
    op.create_table(
        "watches",
        sa.Column("school", sa.String(), nullable=False),
        sa.Column("read_at", MOMENT, nullable=False),
        sa.Column("newest", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("school"),
    )
    op.create_index("ix_watches_read_at", "watches", ["read_at"], unique=False)
    op.create_table(
        "campaigns",
        sa.Column("id", ID, nullable=False),
        sa.Column("school", sa.String(), nullable=False),
        sa.Column("school_name", sa.String(), nullable=False),
        sa.Column("profile", sa.String(), nullable=False),
        sa.Column("blocked", sa.Boolean(), nullable=False),
        sa.Column("person", ID, nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("starts_at", MOMENT, nullable=False),
        sa.Column("ended_at", MOMENT, nullable=True),
        sa.Column("lease_until", MOMENT, nullable=True),
        sa.Column("after", sa.Text(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("spared", sa.Integer(), nullable=False),
        sa.Column("failed", sa.Integer(), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["people.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "campaigns_due", "campaigns", ["starts_at"], unique=False, sqlite_where=RUNNING, postgresql_where=RUNNING
    )
    op.create_index("campaigns_history", "campaigns", ["school", "at", "id"], unique=False)
    op.create_table(
        "interventions",
        sa.Column("id", ID, nullable=False),
        sa.Column("act", sa.String(), nullable=False),
        sa.Column("person", ID, nullable=False),
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("whom", sa.String(), nullable=False),
        sa.Column("school", sa.String(), nullable=False),
        sa.Column("request", ID, nullable=True),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("ended_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["person"], ["people.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("interventions_account", "interventions", ["account", "at"], unique=False)
    op.create_index(
        "interventions_open", "interventions", ["at"], unique=False, sqlite_where=INTENDED, postgresql_where=INTENDED
    )
    op.create_index("interventions_person", "interventions", ["person", "at"], unique=False)
    op.create_index("ix_interventions_request", "interventions", ["request"], unique=False)
    op.create_table(
        "searches",
        sa.Column("id", ID, nullable=False),
        sa.Column("person", ID, nullable=False),
        sa.Column("query", sa.JSON(), nullable=False),
        sa.Column("pages", sa.JSON(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["person"], ["people.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_searches_at", "searches", ["at"], unique=False)
    op.create_index("ix_searches_person", "searches", ["person"], unique=False)


def downgrade() -> None:
    """Takes the schema back to the version before."""
    for table in TABLES:
        op.drop_table(table)
