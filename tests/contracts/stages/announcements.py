"""Announcements as people of the ENT meet them, and those of a structure above."""

from __future__ import annotations

from typing import Protocol

from sqlalchemy import select

from bot.ent.embedded.tables import ENT
from tests.contracts.stages.hands import EmbeddedHand, EntcoreHand


class AnnouncementsStage(Protocol):
    """What a test may do with announcements apart from managing them."""

    async def shown_below(self, announcement: str, school: str) -> None:
        """Has an announcement of a structure above be shown in that school, too."""
        ...

    async def alerted(self) -> set[str]:
        """The accounts that were told of announcements in other ways."""
        ...

    async def read_in_the_ent(self, announcement: str, account: str) -> None:
        """That person closes the banner."""
        ...


class EmbeddedAnnouncementsStage(EmbeddedHand):
    """What structures above announce is shown in every school of theirs."""

    async def shown_below(self, announcement: str, school: str) -> None:
        return None

    async def alerted(self) -> set[str]:
        messages = ENT.tables["ent_messages"]
        found = await self._records.read(lambda c: c.execute(select(messages.c.account)).scalars().all())
        return set(found)

    async def read_in_the_ent(self, announcement: str, account: str) -> None:
        await self.directory.count_reading(announcement, account)


class EntcoreAnnouncementsStage(EntcoreHand):
    """Changes the town's messages."""

    async def shown_below(self, announcement: str, school: str) -> None:
        for row in self._town.flashes:
            if str(row["id"]) == announcement:
                row["below"] = [school]

    async def alerted(self) -> set[str]:
        return {one for alert in self._town.alerts for one in alert["recipientIds"]}

    async def read_in_the_ent(self, announcement: str, account: str) -> None:
        """Like the real one's trigger, counts a reader once."""
        for row in self._town.flashes:
            if str(row["id"]) == announcement and account not in row.setdefault("readers", []):
                row["readers"].append(account)
                row["readCount"] += 1
