"""A real ENT ONE server behind the port, one class for each noun."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from bot.ent.entcore.accounts import EntcoreAccounts
from bot.ent.entcore.administrators import EntcoreAdministrators
from bot.ent.entcore.announcements import EntcoreAnnouncements
from bot.ent.entcore.attachments import EntcoreAttachments
from bot.ent.entcore.blocks import EntcoreBlocks
from bot.ent.entcore.classes import EntcoreClasses
from bot.ent.entcore.communication import EntcoreCommunication
from bot.ent.entcore.creation import EntcoreCreation
from bot.ent.entcore.duplicates import EntcoreDuplicates
from bot.ent.entcore.groups import EntcoreGroups
from bot.ent.entcore.lists import EntcoreLists
from bot.ent.entcore.messages import EntcoreMessages
from bot.ent.entcore.passwords import EntcorePasswords
from bot.ent.entcore.reports import EntcoreReports
from bot.ent.entcore.server import Server
from bot.ent.entcore.services import EntcoreServices
from bot.ent.entcore.statistics import EntcoreStatistics
from bot.ent.entcore.structures import EntcoreStructures
from bot.ent.entcore.wire import Patience


class EntcoreDirectory(
    EntcoreAccounts,
    EntcoreAdministrators,
    EntcoreAnnouncements,
    EntcoreAttachments,
    EntcoreBlocks,
    EntcoreClasses,
    EntcoreCommunication,
    EntcoreCreation,
    EntcoreDuplicates,
    EntcoreGroups,
    EntcoreLists,
    EntcoreMessages,
    EntcorePasswords,
    EntcoreReports,
    EntcoreServices,
    EntcoreStatistics,
    EntcoreStructures,
):
    """A `Directory` over HTTP, used as the bot's own account."""

    def __init__(
        self,
        url: str,
        login: str,
        password: str,
        *,
        patience: Patience | None = None,
        proxy: str | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self.server = Server(url, login, password, patience=patience, proxy=proxy, now=now)
        super().__init__(self.server)

    async def close(self) -> None:
        """Cancels the requests under way, and closes the connections."""
        await self.server.close()
