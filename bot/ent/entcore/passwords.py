"""Codes and mailed links of a real ENT."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import timedelta

from bot.ent.entcore.cards import Card
from bot.ent.entcore.reading import text
from bot.ent.entcore.server import Slice
from bot.ent.entcore.wire import Call
from bot.ent.passwords import Code, Passwords
from bot.ent.reasons import Reason
from bot.terms import Declined, InDoubt

_RECENT = 30.0  #: seconds for which the codes of a list are believed: a code is void once its account is activated
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
            if no.reason in (Reason.REFUSED, Reason.FORBIDDEN):
                await self._activated(account_id)  # the server gives no reason: the account's card may
            raise
        code = text(answer.get("renewalCode")) if isinstance(answer, dict) else ""
        if not code:
            raise InDoubt("a renewal code was asked for, and none came")
        return Code(code, self._server.now() + CODE_LIFE)

    async def activation_code(self, account_id: str) -> str:
        """The activation code on the account's card."""
        target = await self._with_password(account_id)
        if not target.code:
            raise Declined(Reason.ACTIVE)
        return target.code

    async def activation_codes(self, school: str, account_ids: Collection[str]) -> Mapping[str, str]:
        """By identifier, the activation codes in the list of a school, which is fetched anew where it is not recent.

        The list does not tell who enters through ÉduConnect: a code of such an account, never used, is among them.
        """
        await self._server.check_administered(school)
        wanted, listed = frozenset(account_ids), await self._server.lists.fresh(school, _RECENT)
        open_ = (card for card in listed if not card.protected and card.account.deleted_at is None)
        return {card.account.id: card.code for card in open_ if card.code and card.account.id in wanted}

    async def mail_reset(self, account_id: str) -> str:
        """Has the link mailed to the address on the account's card, and returns that address."""
        target = await self._activated(account_id)
        if not target.account.email:
            raise Declined(Reason.NO_MAIL)
        form = {"login": target.login, "email": target.account.email}
        try:
            await self._server.session.act(Call("POST", "/auth/sendResetPassword", form=form))
        except Declined as no:
            if no.reason in (Reason.REFUSED, Reason.FORBIDDEN):
                await self._activated(account_id)
            raise
        return target.account.email

    async def _activated(self, account_id: str) -> Card:
        """The card of an activated account to act on. Declined: as `_with_password`, and `INACTIVE`."""
        target = await self._with_password(account_id)
        if target.code:
            raise Declined(Reason.INACTIVE)
        return target

    async def _with_password(self, account_id: str) -> Card:
        """The card of an account that has, or may choose, a password. Declined: as `Server.target`, and `FEDERATED`.

        The server would still activate a federated account by its code, and then refuse the password chosen.
        """
        target = await self._server.target(account_id)
        if target.account.federated:
            raise Declined(Reason.FEDERATED)
        return target
