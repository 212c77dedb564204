"""Accounts made by hand in a real ENT, as its console makes them."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bot.ent.creation import MANUAL, Creation, Newcomer
from bot.ent.entcore.reading import key, rows
from bot.ent.entcore.server import Slice
from bot.ent.entcore.wire import Call, segment
from bot.ent.reasons import Reason
from bot.folding import words
from bot.terms import Declined, InDoubt, Profile


class EntcoreCreation(Slice, Creation):
    """Makes accounts over HTTP."""

    async def create(self, newcomer: Newcomer) -> str:
        """Has the server make the account; where it asks the bot for a code first, by the route of the class.

        The server checks that the bot administers the school or the class, not that the class is one of the school.
        """
        await self._server.check_administered(newcomer.school)
        try:
            await self._check(newcomer)
            answer = await self._server.session.act(Call("POST", "/directory/api/user", form=_form(newcomer)))
        except Declined as no:
            if no.reason != Reason.MFA or not newcomer.class_id:
                raise
            path = f"/directory/class/{segment(newcomer.class_id)}/user"
            answer = await self._server.session.act(Call("POST", path, json=_fields(newcomer)))
        finally:
            self._server.lists.spoil([newcomer.school])
        made = key(answer) if isinstance(answer, dict) else ""
        if not made:
            raise InDoubt("an account was to be made, and its identifier did not come")
        return made

    async def made(self, newcomer: Newcomer, since: datetime) -> Sequence[str]:
        """The accounts of the school's list, read anew, that are this newcomer's; cards tell who was born when."""
        self._server.lists.spoil([newcomer.school])
        wanted = [words(newcomer.first_name), words(newcomer.last_name)]
        alike = [
            one
            for one in await self._server.users(newcomer.school)
            if one.account.source == MANUAL
            and [words(one.account.first_name), words(one.account.last_name)] == wanted
        ]
        cards = await asyncio.gather(*(self._server.card(one.account.id) for one in alike))
        found = [card.account for card in cards if card is not None and newcomer.became(card.account, since)]
        return [one.id for one in sorted(found, key=lambda one: (one.created_at or since, one.id))]

    async def _check(self, newcomer: Newcomer) -> None:
        """Declined where the class is none of the school's, or a child no pupil there.

        The server itself looks at neither: it would link any account, and leave out those that it does not know.
        """
        children = await asyncio.gather(*map(self._server.target, newcomer.children))
        if any(one.account.profile is not Profile.STUDENT for one in children):
            raise Declined(Reason.GONE)
        if not newcomer.class_id:
            return
        listed = rows(await self._server.read("/directory/class/admin/list", structureId=newcomer.school))
        if newcomer.class_id not in {key(row) for row in listed}:
            raise Declined(Reason.GONE)


def _form(newcomer: Newcomer) -> tuple[tuple[str, str], ...]:
    """The form of the console. Its names are in small letters, as the server reads them."""
    place = ("classId", newcomer.class_id) if newcomer.class_id else ("structureId", newcomer.school)
    names = (("firstname", newcomer.first_name), ("lastname", newcomer.last_name))
    born = (("birthDate", newcomer.birth_date.isoformat()),) if newcomer.birth_date else ()
    children = (("childrenIds", child) for child in newcomer.children)
    return (*names, ("type", _profile(newcomer.profile)), place, *born, *children)


def _fields(newcomer: Newcomer) -> dict[str, Any]:
    """The same for the route of the class."""
    fields: dict[str, Any] = {
        "firstName": newcomer.first_name,
        "lastName": newcomer.last_name,
        "type": _profile(newcomer.profile),
    }
    if newcomer.birth_date:
        fields["birthDate"] = newcomer.birth_date.isoformat()
    return fields | ({"childrenIds": list(newcomer.children)} if newcomer.children else {})


def _profile(profile: Profile) -> str:
    return profile.value.capitalize()
