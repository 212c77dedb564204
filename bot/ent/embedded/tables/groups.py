"""Manual groups and their members, and whether the members of groups may write to each other."""

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


class TogetherRow(EntTable, table=True):
    """What was said of whether the members of a group, of any kind, may write to each other; else it is as usual.

    No foreign key: groups of profiles have no rows, and the release before, which deletes groups, knows none.
    """

    __tablename__ = "ent_together"

    group: str = Field(primary_key=True)
    together: bool
