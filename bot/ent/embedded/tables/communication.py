"""Who may write to whom where a school is not as an ENT begins."""

from __future__ import annotations

from sqlmodel import Field

from bot.ent.embedded.schema import EntTable


class RuleRow(EntTable, table=True):
    """What was said of whether the members of one group may write to those of another; else it is as usual.

    No foreign key: groups of profiles have no rows, and the release before, which deletes groups, knows none.
    """

    __tablename__ = "ent_rules"

    sender: str = Field(primary_key=True)
    receiver: str = Field(primary_key=True)
    allowed: bool
