"""Messages in the internal messaging of a real ENT, sent as an application sends them."""

from __future__ import annotations

from bot.ent.entcore.server import Server, Slice
from bot.ent.entcore.wire import Call
from bot.ent.messages import Messages
from bot.ent.reasons import Reason
from bot.terms import Declined

_SEND = "/conversation/externe"
_BLANK = {"messageBody": "", "subject": "", "to": []}


class EntcoreMessages(Slice, Messages):
    """Sends messages over HTTP, in the name of the bot's own account."""

    async def send_message(self, account_id: str, subject: str, html: str) -> None:
        """Sends the message, never twice.

        The server also says that it has sent a message to an account that is gone or was never activated, which
        nobody will read: so the account's card is read first.
        """
        await self._check_reader(account_id)
        sender, name = await self._server.me()
        what = {"subject": subject, "messageBody": html, "to": [account_id]}
        await self._server.session.act(Call("POST", _SEND, json={**what, "from": sender, "username": name}))

    async def _check_reader(self, account_id: str) -> None:
        try:
            card = await self._server.card(account_id)
        except Declined as no:
            if no.reason != Reason.FORBIDDEN:
                raise
            card = None
        if card is None or card.account.deleted_at is not None:
            raise Declined(Reason.GONE)
        if card.code:
            raise Declined(Reason.INACTIVE)


async def may_send(server: Server) -> bool:
    """Whether the server lets the bot send messages: asked with an empty one, which it refuses in any case.

    Raises `Declined` where the server does not say.
    """
    try:
        await server.session.act(Call("POST", _SEND, json=_BLANK))
    except Declined as no:
        if no.reason == Reason.REFUSED:  # "Missing required fields": the right was checked before
            return True
        if no.reason in (Reason.FORBIDDEN, Reason.GONE):  # GONE: there is no messaging in this ENT
            return False
        raise
    return True
