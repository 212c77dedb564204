"""Who administers a school of a real ENT. The server keeps one scope for an account: what is sent replaces it."""

from __future__ import annotations

from bot.ent.administrators import Administrators
from bot.ent.entcore.cards import Card
from bot.ent.entcore.server import Slice
from bot.ent.entcore.wire import Call, segment
from bot.ent.reasons import Reason
from bot.terms import Declined, InDoubt, Level, Profile

_FUNCTION = "ADMIN_LOCAL"
_HOLDERS = (Profile.TEACHER, Profile.PERSONNEL)
_DIRECTOR = "director"


class EntcoreAdministrators(Slice, Administrators):
    """Gives and withdraws the function ADML over HTTP."""

    async def administer(self, account_id: str, school: str, held: bool) -> None:
        """Reads the scope of the account, sends it with the school or without it, and reads it again.

        The scope is sent whole. Only where nothing is left of it is the function removed, since that removes it from
        every structure.
        """
        card = await self._server.target(account_id, administrators=True)
        if school not in (await self._server.tree()).own:
            raise Declined(Reason.GONE)
        if (school in card.scope) is held:
            return
        await self._check(card, school, held)
        wanted = card.scope | {school} if held else card.scope - {school}
        if not wanted <= (await self._server.tree()).own:
            raise Declined(Reason.ELSEWHERE)
        try:
            await self._server.session.act(_call(account_id, wanted), repeatable=True)
        finally:
            self._server.lists.spoil({school, *(place.id for place in card.account.places)})
        await self._check_scope(account_id, wanted)

    async def _check(self, card: Card, school: str, held: bool) -> None:
        """Refuses what may not be done to that account, as the embedded ENT does."""
        me, _ = await self._server.me()
        account = card.account
        if account.id == me or (held and account.profile not in _HOLDERS):
            raise Declined(Reason.FORBIDDEN)
        if held:
            return
        listed = next((one for one in await self._server.users(school) if one.account.id == account.id), card)
        above = any(role.level > Level.SCHOOL for role in account.roles)
        if above or listed.account.function == _DIRECTOR:
            raise Declined(Reason.FORBIDDEN)

    async def _check_scope(self, account_id: str, wanted: frozenset[str]) -> None:
        """Raises `InDoubt` where the account does not show the scope that was sent: somebody else changed it, too."""
        card = await self._server.card(account_id)
        if card is None or card.scope != wanted:
            raise InDoubt(f"the scope of {account_id} is not what was sent")


def _call(account_id: str, scope: frozenset[str]) -> Call:
    path = f"/directory/user/function/{segment(account_id)}"
    if not scope:
        return Call("DELETE", f"{path}/{_FUNCTION}")
    return Call("POST", path, json={"functionCode": _FUNCTION, "scope": sorted(scope), "inherit": ""})
