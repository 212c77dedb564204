"""Messages in the mailboxes of the embedded ENT."""

from __future__ import annotations

from secrets import token_hex

from sqlalchemy import Connection, bindparam, select

from bot.ent.embedded.database import Slice
from bot.ent.embedded.tables import ENT
from bot.ent.messages import Messages
from bot.ent.reasons import Reason
from bot.terms import Declined

_ACCOUNTS = ENT.tables["ent_accounts"]
_MESSAGES = ENT.tables["ent_messages"]
_READER = select(_ACCOUNTS.c.activated, _ACCOUNTS.c.deleted_at).where(_ACCOUNTS.c.id == bindparam("key"))


class EmbeddedMessages(Slice, Messages):
    """Puts messages into the tables."""

    async def send_message(self, account_id: str, subject: str, html: str) -> None:
        """Puts the message into the account's mailbox."""
        row = {"id": token_hex(8), "account": account_id, "subject": subject, "html": html, "at": self._clock()}

        def send(connection: Connection) -> None:
            reader = connection.execute(_READER, {"key": account_id}).first()
            if reader is None or reader.deleted_at is not None:
                raise Declined(Reason.GONE)
            if not reader.activated:
                raise Declined(Reason.INACTIVE)
            connection.execute(_MESSAGES.insert(), row)

        await self._database.run(send)
