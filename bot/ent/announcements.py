"""The part of the port for announcements (flash messages): banners that people see when they enter the ENT."""

from __future__ import annotations

from typing import Protocol

from bot.terms.announcements import Alert, Announced, Announcement


class Announcements(Protocol):
    """Manages the announcements of a school. All but `announce` and `alert` may be repeated."""

    async def shows_announcements(self) -> bool:
        """Whether people meet announcements in this ENT; else whoever asks must bring them to its people."""
        ...

    async def announcements(self, school: str) -> list[Announced]:
        """Those of the school, and those that structures above it show there, the last changed first.

        Empty for an unknown school. Declined: `FORBIDDEN`.
        """
        ...

    async def announce(self, school: str, announcement: Announcement, author: str) -> str:
        """Puts an announcement online, from its first day on; returns its identifier. Never repeated.

        Declined: `FORBIDDEN` outside of the administered schools.
        """
        ...

    async def amend(self, school: str, announcement_id: str, announcement: Announcement) -> None:
        """Changes it. A text that stays keeps the markup that it has in the ENT.

        Declined: `GONE`, also where it is not the school's own; `FORBIDDEN`.
        """
        ...

    async def end_announcement(self, school: str, announcement_id: str) -> None:
        """Takes it offline now; one whose first day has not come is deleted. Declined: as `amend`."""
        ...

    async def alert(self, school: str, announcement_id: str, language: str, way: Alert) -> int:
        """Tells those of the school that it is for of it in other ways, too; returns how many. Never repeated.

        Declined: as `amend`.
        """
        ...

    async def count_reading(self, announcement_id: str, account_id: str) -> bool:
        """Counts that this account has read it, once; False where the ENT does not let others say so."""
        ...
