"""Codes and mailed links of a real ENT."""

from __future__ import annotations

from datetime import timedelta

from bot.ent.entcore.cards import Card
from bot.ent.entcore.reading import text
from bot.ent.entcore.server import Slice
from bot.ent.entcore.wire import Call
from bot.ent.passwords import Code, Passwords
from bot.ent.reasons import Reason
from bot.terms import Declined, InDoubt

CODE_LIFE = timedelta(hours=24)  #: at most: the server's own setting may be shorter, and no route tells it


class EntcorePasswords(Slice, Passwords):
    """Has the server make codes and mail links."""

    async def renew_code(self, account_id: str) -> Code:
        """Has a new renewal code made; raises `InDoubt` if the answer holds none."""
        target = await self._activated(account_id)
        call = Call("POST", "/auth/generatePasswordRenewalCode", form={"login": target.login})
        try:
            answer = await self._server.session.act(call, plain=(500,))
        except Declined as no:
            if no.reason != Reason.REFUSED:
                raise
            await self._activated(account_id)  # the server gives no reason: the account's card may
            raise
        code = text(answer.get("renewalCode")) if isinstance(answer, dict) else ""
        if not code:
            raise InDoubt("a renewal code was asked for, and none came")
        return Code(code, self._server.now() + CODE_LIFE)

    async def activation_code(self, account_id: str) -> str:
        """The activation code on the account's card."""
        target = await self._server.target(account_id)
        if not target.code:
            raise Declined(Reason.ACTIVE)
        return target.code

    async def mail_reset(self, account_id: str) -> str:
        """Has the link mailed to the address on the account's card, and returns that address."""
        target = await self._activated(account_id)
        if not target.account.email:
            raise Declined(Reason.NO_MAIL)
        form = {"login": target.login, "email": target.account.email}
        await self._server.session.act(Call("POST", "/auth/sendResetPassword", form=form))
        return target.account.email

    async def _activated(self, account_id: str) -> Card:
        """The card of an activated account to act on. Declined: as `Server.target`, and `INACTIVE`."""
        target = await self._server.target(account_id)
        if target.code:
            raise Declined(Reason.INACTIVE)
        return target
