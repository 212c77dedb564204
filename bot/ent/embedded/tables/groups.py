"""Manual groups and their members."""

from __future__ import annotations

from sqlmodel import Field

from bot.ent.embedded.schema import EntTable


class GroupRow(EntTable, table=True):
    """A manual group of a school."""

    __tablename__ = "ent_groups"

    id: str = Field(primary_key=True)
    school: str = Field(foreign_key="ent_structures.id", index=True)
    name: str


class MembershipRow(EntTable, table=True):
    """A member of a manual group."""

    __tablename__ = "ent_memberships"

    account: str = Field(primary_key=True, foreign_key="ent_accounts.id")
    group: str = Field(primary_key=True, foreign_key="ent_groups.id", index=True)
