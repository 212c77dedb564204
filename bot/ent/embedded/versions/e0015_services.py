"""Services, and who has them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "e0015"
down_revision = "e0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Brings the schema to this version."""
    op.create_table(
        "ent_services",
        sa.Column("id", sa.String(), primary_key=True),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("kind", "name", "address")),
        sa.Column("owner", sa.String(), sa.ForeignKey("ent_structures.id"), nullable=True),
        *(sa.Column(name, sa.Boolean(), nullable=False) for name in ("inherits", "locked")),
    )
    op.create_index("ix_ent_services_owner", "ent_services", ["owner"])
    op.create_table(
        "ent_service_profiles",
        sa.Column("service", sa.String(), sa.ForeignKey("ent_services.id"), primary_key=True),
        sa.Column("school", sa.String(), sa.ForeignKey("ent_structures.id"), primary_key=True),
        sa.Column("profile", sa.String(), primary_key=True),
    )
    op.create_index("ix_ent_service_profiles_school", "ent_service_profiles", ["school"])


def downgrade() -> None:
    """Takes the schema back to the version before; the links of schools, and who has which service, are lost."""
    op.drop_table("ent_service_profiles")
    op.drop_table("ent_services")
