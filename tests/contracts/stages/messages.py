"""The mailboxes of an ENT, as their owners see them."""

from __future__ import annotations

from typing import Protocol

from sqlalchemy import Connection, select

from bot.ent.embedded.tables import ENT
from tests.contracts.stages.hands import EmbeddedHand, EntcoreHand


class MessagesStage(Protocol):
    """What a test may read and change about messages."""

    async def mailbox(self, account: str) -> list[tuple[str, str]]:
        """The subjects and the markup of the messages that the account received, oldest first."""
        ...


class EmbeddedMessagesStage(EmbeddedHand):
    """Reads the rows of messages."""

    async def mailbox(self, account: str) -> list[tuple[str, str]]:
        messages = ENT.tables["ent_messages"]

        def read(connection: Connection) -> list[tuple[str, str]]:
            theirs = select(messages).where(messages.c.account == account).order_by(messages.c.at)
            return [(row.subject, row.html) for row in connection.execute(theirs)]

        return await self._records.read(read)


class EntcoreMessagesStage(EntcoreHand):
    """Reads the messages that the town received."""

    async def mailbox(self, account: str) -> list[tuple[str, str]]:
        return [(one["subject"], one["body"]) for one in self._town.mail if one["to"] == account]
