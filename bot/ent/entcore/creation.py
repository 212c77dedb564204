"""Accounts made by hand in a real ENT, as its console makes them."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bot.ent.creation import MANUAL, Change, Creation, Newcomer
from bot.ent.entcore.cards import Card
from bot.ent.entcore.reading import key, rows
from bot.ent.entcore.server import Slice
from bot.ent.entcore.wire import Call, segment
from bot.ent.reasons import Reason
from bot.folding import words
from bot.terms import Account, Declined, InDoubt, Profile


class EntcoreCreation(Slice, Creation):
    """Makes accounts over HTTP."""

    async def create(self, newcomer: Newcomer) -> str:
        """Has the server make the account; where it asks the bot for a code first, by the route of the class.

        The server checks that the bot administers the school or the class, not that the class is one of the school.
        """
        await self._server.check_administered(newcomer.school)
        try:
            await self._check_newcomer(newcomer)
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

    async def modify(self, account_id: str, change: Change) -> None:
        """Has the server change names and birth date, then tie and part children one by one."""
        account = _by_hand(await self._server.target(account_id)).account
        fields = _changed(account, change)
        calls = [Call("PUT", f"/directory/user/{segment(account_id)}", json=fields)] if fields else []
        if change.children is not None:
            await self._check_pupils(change.children)
            added, gone = set(change.children) - set(account.children), set(account.children) - set(change.children)
            calls += [_tie("PUT", one, account_id) for one in sorted(added)]
            calls += [_tie("DELETE", one, account_id) for one in sorted(gone)]
        await self._in_turn(account, calls)

    async def delete(self, account_id: str) -> None:
        """Has the server delete the one account; never several, since it checks the rights over the first alone."""
        account = _by_hand(await self._server.target(account_id, deleted=True)).account
        if account.deleted_at is None:
            await self._in_turn(account, [Call("DELETE", "/directory/user", {"userId": account_id})])

    async def restore(self, account_id: str) -> None:
        """Has the server restore the account."""
        account = _by_hand(await self._server.target(account_id, deleted=True)).account
        if account.deleted_at is not None:
            await self._in_turn(account, [Call("PUT", "/directory/restore/user", {"userId": account_id})])

    async def _in_turn(self, account: Account, calls: Sequence[Call]) -> None:
        """Sends calls that may be repeated; raises `InDoubt` where one is declined after another was done."""
        try:
            for number, call in enumerate(calls):
                try:
                    await self._server.session.act(call, repeatable=True)
                except Declined as no:
                    if number:
                        raise InDoubt(f"only {number} of {len(calls)} changes were made: {no}") from no
                    raise
        finally:
            self._server.lists.spoil([place.id for place in account.places] or None)

    async def _check_pupils(self, children: Sequence[str]) -> None:
        """Declined where a child is no pupil there."""
        found = await asyncio.gather(*map(self._server.target, children))
        if any(one.account.profile is not Profile.STUDENT for one in found):
            raise Declined(Reason.GONE)

    async def _check_newcomer(self, newcomer: Newcomer) -> None:
        """Declined where the class is none of the school's, or a child no pupil there.

        The server itself looks at neither: it would link any account, and leave out those that it does not know.
        """
        await self._check_pupils(newcomer.children)
        if not newcomer.class_id:
            return
        listed = rows(await self._server.read("/directory/class/admin/list", structureId=newcomer.school))
        if newcomer.class_id not in {key(row) for row in listed}:
            raise Declined(Reason.GONE)


def _by_hand(card: Card) -> Card:
    if not card.account.by_hand:
        raise Declined(Reason.FED)
    return card


def _tie(method: str, child: str, relative: str) -> Call:
    return Call(method, f"/directory/user/{segment(child)}/related/{segment(relative)}")


def _changed(account: Account, change: Change) -> dict[str, Any]:
    """The fields of the server's card that change; its shown name is made of the others."""
    first = account.first_name if change.first_name is None else change.first_name
    last = account.last_name if change.last_name is None else change.last_name
    fields: dict[str, Any] = {}
    if (first, last) != (account.first_name, account.last_name):
        fields = {"firstName": first, "lastName": last, "displayName": f"{first} {last}"}
    if change.birth_date is not None and change.birth_date != account.birth_date:
        fields["birthDate"] = change.birth_date.isoformat()
    return fields


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
