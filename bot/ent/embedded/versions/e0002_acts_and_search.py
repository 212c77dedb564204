"""Codes, blocking, reports, statuses of accounts, manual groups, and a search by terms."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import TSVECTOR

revision = "e0002"
down_revision = "e0001"
branch_labels = None
depends_on = None

BYTEWISE = sa.String().with_variant(sa.String(collation="C"), "postgresql")
TERMS = sa.Text().with_variant(TSVECTOR(), "postgresql")
INSTANT = sa.DateTime(timezone=True)
MOMENTS = ("created_at", "last_login", "missing_since", "deleted_at")

# The full-text table stores no text: it indexes the terms of `ent_search`, and triggers keep it up to date. Terms are
# separated by spaces; `_` and `^` may begin one.
FULL_TEXT = (
    """CREATE VIRTUAL TABLE ent_fts USING fts5(
        terms, content='ent_search', content_rowid='id', detail='none', columnsize=0, prefix='1 2 3 4',
        tokenize="ascii tokenchars '_^'"
    )""",
    """CREATE TRIGGER ent_search_added AFTER INSERT ON ent_search BEGIN
        INSERT INTO ent_fts (rowid, terms) VALUES (new.id, new.terms);
    END""",
    """CREATE TRIGGER ent_search_removed AFTER DELETE ON ent_search BEGIN
        INSERT INTO ent_fts (ent_fts, rowid, terms) VALUES ('delete', old.id, old.terms);
    END""",
    """CREATE TRIGGER ent_search_changed AFTER UPDATE OF id, terms ON ent_search BEGIN
        INSERT INTO ent_fts (ent_fts, rowid, terms) VALUES ('delete', old.id, old.terms);
        INSERT INTO ent_fts (rowid, terms) VALUES (new.id, new.terms);
    END""",
)


def upgrade() -> None:
    """Brings the schema to this version. Accounts already there are indexed afterwards: `enrolment.catch_up`."""
    for name in MOMENTS:
        op.add_column("ent_accounts", sa.Column(name, INSTANT))
    op.add_column("ent_accounts", sa.Column("password", sa.String()))
    op.execute("UPDATE ent_accounts SET source = CASE source WHEN 'manual' THEN 'MANUAL' ELSE 'AAF1D' END")
    op.drop_table("ent_names")
    _search()
    _ties()
    _secrets()
    _reports()


def _search() -> None:
    op.create_table(
        "ent_search",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("account", sa.String(), sa.ForeignKey("ent_accounts.id"), nullable=False, unique=True),
        sa.Column("profile", sa.String(), nullable=False),
        sa.Column("sort_name", BYTEWISE, nullable=False),
        sa.Column("terms", TERMS, nullable=False),
    )
    op.create_index("ent_search_name", "ent_search", ["sort_name", "account"])
    op.create_table(
        "ent_beginnings",
        sa.Column("letters", BYTEWISE, primary_key=True),
        sa.Column("sort_name", BYTEWISE, primary_key=True),
        _key("account", index=True),
    )
    if op.get_bind().dialect.name == "sqlite":
        for statement in FULL_TEXT:
            op.execute(statement)
    else:
        # Without GIN's pending list, which every search would have to read too.
        op.create_index(
            "ent_search_terms",
            "ent_search",
            ["terms"],
            postgresql_using="gin",
            postgresql_with={"fastupdate": "off"},
        )


def _ties() -> None:
    op.create_table("ent_duplicates", _key("account"), _key("other", "ent_accounts", index=True))
    op.create_table(
        "ent_groups",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("school", sa.String(), sa.ForeignKey("ent_structures.id"), nullable=False, index=True),
        sa.Column("name", sa.String(), nullable=False),
    )
    op.create_table("ent_memberships", _key("account"), _key("group", index=True))


def _secrets() -> None:
    op.create_table(
        "ent_codes",
        _key("account"),
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("expires_at", INSTANT, nullable=False),
    )
    op.create_table(
        "ent_secrets",
        sa.Column("name", sa.String(), primary_key=True),
        sa.Column("value", sa.String(), nullable=False),
    )


def _reports() -> None:
    op.create_table(
        "ent_publications",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("author", sa.String(), sa.ForeignKey("ent_accounts.id"), nullable=False, index=True),
        sa.Column("school", sa.String(), sa.ForeignKey("ent_structures.id"), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("html", sa.String(), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("hidden", sa.Boolean(), nullable=False),
    )
    op.create_index("ent_publications_school", "ent_publications", ["school", "at", "id"])
    op.create_table(
        "ent_reports",
        _key("publication"),
        _key("reporter", "ent_accounts", index=True),
        sa.Column("at", INSTANT, nullable=False),
    )
    op.create_table(
        "ent_verdicts",
        _key("publication"),
        sa.Column("verdict", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
    )
    op.create_table(
        "ent_block_traces",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("school", sa.String(), sa.ForeignKey("ent_structures.id"), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("profile", sa.String(), nullable=False),
        sa.Column("blocked", sa.Boolean(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
    )
    op.create_index("ent_block_traces_school", "ent_block_traces", ["school", "at"])


def _key(name: str, table: str = "", index: bool = False) -> sa.Column[str]:
    """A column of a primary key that is a foreign key too."""
    return sa.Column(name, sa.String(), sa.ForeignKey(f"{table or f'ent_{name}s'}.id"), primary_key=True, index=index)


def downgrade() -> None:
    """Takes the schema back to the version before; names are to be searched by its own table again."""
    if op.get_bind().dialect.name == "sqlite":
        op.drop_table("ent_fts")
    for table in ("block_traces", "verdicts", "reports", "publications", "secrets", "codes", "memberships"):
        op.drop_table(f"ent_{table}")
    for table in ("groups", "duplicates", "beginnings", "search"):
        op.drop_table(f"ent_{table}")
    op.create_table("ent_names", sa.Column("token", BYTEWISE, primary_key=True), _key("account", index=True))
    op.execute("UPDATE ent_accounts SET source = CASE source WHEN 'MANUAL' THEN 'manual' ELSE 'feed' END")
    for name in (*MOMENTS, "password"):
        op.drop_column("ent_accounts", name)
