"""Teaching groups, such as an ULIS, and who teaches them; who teaches a class is attached to it as a structure."""

from __future__ import annotations

from sqlmodel import Field

from bot.ent.embedded.schema import EntTable


class TeachingGroupRow(EntTable, table=True):
    """A teaching group of a school."""

    __tablename__ = "ent_teaching_groups"

    id: str = Field(primary_key=True)
    school: str = Field(foreign_key="ent_structures.id", index=True)
    name: str


class TeachingRow(EntTable, table=True):
    """Somebody who teaches such a group. No foreign key: the release before, which deletes accounts, knows none."""

    __tablename__ = "ent_teachings"

    account: str = Field(primary_key=True)
    group: str = Field(primary_key=True, foreign_key="ent_teaching_groups.id", index=True)
