"""Who may write to whom in a real ENT. The server checks neither school nor scope when a rule is made: we do."""

from __future__ import annotations

import asyncio

from bot.ent.communication import Communication, Rule
from bot.ent.entcore.groups import of_school
from bot.ent.entcore.reading import key, rows
from bot.ent.entcore.server import Server, Slice
from bot.ent.entcore.wire import Call, segment
from bot.ent.reasons import Reason
from bot.terms import Declined, InDoubt

_WARNINGS = {
    "startgroup-users-can-communicate": (True, False),
    "endgroup-users-can-communicate": (False, True),
    "both-groups-users-can-communicate": (True, True),
}


class EntcoreCommunication(Slice, Communication):
    """Reads and changes rules over HTTP, a group at a time."""

    async def rules(self, school: str) -> list[Rule]:
        """What each group of the school may write to, asked of one group after the other, some at once."""
        known = await _known(self._server, school)
        found = await asyncio.gather(*(_ties(self._server, one, "outgoing") for one in known))
        return sorted(
            (one, other)
            for one, to in zip(known, found, strict=True)
            for other in to
            if other in known and one != other
        )

    async def rules_of(self, school: str, group_id: str) -> list[Rule]:
        """What the group may write to, and what may write to it."""
        known = await _known(self._server, school)
        if group_id not in known:
            return []
        to, by = await asyncio.gather(
            _ties(self._server, group_id, "outgoing"), _ties(self._server, group_id, "incoming")
        )
        made = {(group_id, other) for other in to} | {(other, group_id) for other in by}
        return sorted((one, other) for one, other in made if {one, other} <= {*known} and one != other)

    async def widened(self, school: str, sender: str, receiver: str) -> frozenset[str]:
        """What the server warns of before it makes the rule.

        It refuses by 409 what changes whole profiles, unless one administers the whole ENT.
        """
        await _check(self._server, school, sender, receiver)
        path = f"/communication/v2/group/{segment(sender)}/communique/{segment(receiver)}/check"
        try:
            said = await self._server.read(path)
        except Declined as no:
            raise Declined(Reason.RESERVED) if no.reason == Reason.REFUSED else no from None
        if not isinstance(said, dict) or not isinstance(said.get("warning"), str | None):
            raise Declined(Reason.GARBLED, f"{Reason.GARBLED}: no warning")
        one, other = _WARNINGS.get(said.get("warning") or "", (False, False))
        return frozenset(group for group, is_so in ((sender, one), (receiver, other)) if is_so)

    async def allow(self, school: str, sender: str, receiver: str, allowed: bool) -> None:
        """Makes the rule or removes it, and reads it again: the server says neither surely.

        It makes a rule although it just refused to, never answers about a group that is gone, and answers 400 to a
        removal that it did.
        """
        await _check(self._server, school, sender, receiver)
        if await _stands(self._server, sender, receiver) is allowed:
            return
        if allowed:
            await self.widened(school, sender, receiver)
        ids = segment(sender), segment(receiver)
        call = Call("DELETE", f"/communication/group/{ids[0]}/relations/{ids[1]}")
        if allowed:
            call = Call("POST", f"/communication/v2/group/{ids[0]}/communique/{ids[1]}", json={})
        try:
            await self._server.session.act(call, repeatable=True)
        except InDoubt as lost:
            if not await _seen(self._server, sender, receiver, allowed):
                raise lost from None
        except Declined as no:
            if no.reason != Reason.REFUSED or not await _seen(self._server, sender, receiver, allowed):
                raise
        else:
            if not await _seen(self._server, sender, receiver, allowed):
                raise InDoubt(f"the rule from {sender} to {receiver} is not as it was asked to be")

    async def reset_rules(self, school: str) -> None:
        """Has the server begin anew, which it only does for those who administer the whole ENT."""
        await self._server.check_administered(school)
        try:
            await self._server.session.act(Call("POST", f"/communication/rules/{segment(school)}/reset"))
        except Declined as no:
            if no.reason == Reason.FORBIDDEN:
                raise Declined(Reason.RESERVED) from None
            raise


async def _known(server: Server, school: str) -> list[str]:
    return [one.id for one in await of_school(server, school)]


async def _check(server: Server, school: str, sender: str, receiver: str) -> None:
    """Raises `Declined(GONE)` unless these are two groups of the school."""
    if sender == receiver or not {sender, receiver} <= {*await _known(server, school)}:
        raise Declined(Reason.GONE)


async def _ties(server: Server, group_id: str, way: str) -> list[str]:
    """The groups that a group may write to (`outgoing`), or that may write to it (`incoming`)."""
    return [key(row) for row in rows(await server.read(f"/communication/group/{segment(group_id)}/{way}"))]


async def _stands(server: Server, sender: str, receiver: str) -> bool:
    return receiver in await _ties(server, sender, "outgoing")


async def _seen(server: Server, sender: str, receiver: str, allowed: bool) -> bool:
    """Whether the rule is seen to be so; False where the server does not tell."""
    try:
        return await _stands(server, sender, receiver) is allowed
    except Declined:
        return False
