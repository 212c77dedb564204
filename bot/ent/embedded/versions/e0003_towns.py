"""The towns of schools, and an index of their names: schools of one name are told apart."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.ent.namesakes import name_key

revision = "e0003"
down_revision = "e0002"
branch_labels = None
depends_on = None

STRUCTURES = sa.table("ent_structures", sa.column("id"), sa.column("kind"), sa.column("name"), sa.column("name_key"))


def upgrade() -> None:
    """Brings the schema to this version. No town is known of the schools that are there already."""
    op.add_column("ent_structures", sa.Column("town", sa.String(), nullable=False, server_default=sa.text("''")))
    op.add_column("ent_structures", sa.Column("name_key", sa.String(), nullable=False, server_default=sa.text("''")))
    found = sa.select(STRUCTURES.c.id, STRUCTURES.c.name).where(STRUCTURES.c.kind != "class")
    keys = [{"key": id_, "named": name_key(name)} for id_, name in op.get_bind().execute(found)]
    if keys:
        change = STRUCTURES.update().where(STRUCTURES.c.id == sa.bindparam("key"))
        op.get_bind().execute(change.values(name_key=sa.bindparam("named")), keys)
    op.create_index("ent_structures_name_key", "ent_structures", ["name_key"])


def downgrade() -> None:
    """Takes the schema back to the version before; towns are lost."""
    op.drop_index("ent_structures_name_key", "ent_structures")
    op.drop_column("ent_structures", "name_key")
    op.drop_column("ent_structures", "town")
