"""Groups of a real ENT: those of profiles, the "functional" ones that are taught, and the manual ones."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.ent.entcore.cards import Card, read_card
from bot.ent.entcore.reading import key, moment, named, rows, text, things
from bot.ent.entcore.server import Server, Slice
from bot.ent.entcore.wire import Call, segment
from bot.ent.groups import Group, GroupKind, Groups, in_order
from bot.ent.reasons import Reason
from bot.terms import Account, Declined, InDoubt, Profile

_LIST = "/directory/group/admin/list"
_KINDS = {
    "ProfileGroup": GroupKind.PROFILE,
    "FunctionalGroup": GroupKind.TEACHING,
    "ManualGroup": GroupKind.MANUAL,
}
_REASONS = {"impossible to change direction": Reason.LINKED}
_PROFILES = {profile.value: profile for profile in Profile}


class EntcoreGroups(Slice, Groups):
    """Reads and changes groups over HTTP.

    For most of it the server asks only whether somebody administers anything at all, and of a group that it keeps as
    it is it says that it changed it. So the group is looked for in its school before each change.
    """

    async def groups(self, school: str) -> list[Group]:
        """The groups of the school of these three kinds; the server has more, of subjects and functions."""
        return await of_school(self._server, school)

    async def group_names(self, school: str) -> list[str]:
        """The names of a school's manual groups, sorted, each once; empty for an unknown school."""
        if school not in (await self._server.tree()).known:
            return []
        narrowed = {"structureId": school, "type": "ManualGroup", "translate": "true"}
        return named(await self._server.read(_LIST, **narrowed))

    async def group(self, school: str, group_id: str) -> Group | None:
        """The group in the school's list; what the server tells of a single one says neither kind nor school."""
        return next((one for one in await self.groups(school) if one.id == group_id), None)

    async def members(self, school: str, group_id: str) -> list[Account]:
        """The members, with what the school's list of accounts tells of them; of others, what the group tells."""
        if await self.group(school, group_id) is None:
            return []
        try:
            listed = rows(await self._server.read(f"/directory/user/group/{segment(group_id)}"))
        except Declined as no:
            if no.reason in (Reason.FORBIDDEN, Reason.GONE):  # deleted just now
                return []
            raise
        tree, known = await self._server.tree(), {one.account.id: one for one in await self._server.users(school)}
        cards = {
            key(row): known.get(key(row)) or read_card({**row, "type": row.get("profile")}, tree) for row in listed
        }
        found = [card for card in cards.values() if card is not None and card.account.deleted_at is None]
        return [card.account for card in sorted(found, key=_by_name)]

    async def make_group(self, school: str, name: str) -> Group:
        """Makes the group, then lets its members write to each other as the console does, since the server does not.

        Where the second is declined or lost, the group is there without it.
        """
        await self._server.check_administered(school)
        call = Call("POST", "/directory/group", json={"name": name, "structureId": school})
        answer = await self._server.session.act(call)
        made = key(answer) if isinstance(answer, dict) else ""
        if not made:
            raise InDoubt("a group was to be made, and its identifier did not come")
        try:
            await self._server.session.act(_writing(made, True), repeatable=True)
        except (Declined, InDoubt):
            return Group(made, school, name, GroupKind.MANUAL)
        return Group(made, school, name, GroupKind.MANUAL, together=True)

    async def rename_group(self, school: str, group_id: str, name: str) -> None:
        """Renames the group; the lists of accounts name groups, so they are fetched anew when next needed."""
        await self._changeable(school, group_id, fixed=True)
        await self._change_group(school, Call("PUT", f"/directory/group/{segment(group_id)}", json={"name": name}))

    async def delete_group(self, school: str, group_id: str) -> None:
        """Deletes the group. It was there: where it is not any more, that is as was wanted."""
        await self._changeable(school, group_id, fixed=True)
        try:
            await self._change_group(school, Call("DELETE", f"/directory/group/{segment(group_id)}"))
        except Declined as no:
            if no.reason != Reason.GONE:
                raise

    async def put_in(self, school: str, group_id: str, account_ids: Sequence[str]) -> None:
        """Adds users to the group; the server leaves out those that it does not know."""
        await self._changeable(school, group_id, composed=True)
        path = f"/directory/group/{segment(group_id)}/users/add"
        await self._change_group(school, Call("PUT", path, json={"userIds": list(account_ids)}))

    async def take_out(self, school: str, group_id: str, account_ids: Sequence[str]) -> None:
        """Removes users from the group."""
        await self._changeable(school, group_id, composed=True)
        path = f"/directory/group/{segment(group_id)}/users/delete"
        await self._change_group(school, Call("PUT", path, json={"userIds": list(account_ids)}))

    async def let_write(self, school: str, group_id: str, together: bool) -> None:
        """Has the server tie the members to the group both ways, or take away what no rule needs."""
        if (await self._changeable(school, group_id)).together is together:
            return
        await self._change_group(school, _writing(group_id, together))

    async def _changeable(self, school: str, group_id: str, *, fixed: bool = False, composed: bool = False) -> Group:
        """The group, as the server says now; declined where nobody may change it, or what the platform keeps."""
        await self._server.check_administered(school)
        group = await self.group(school, group_id)
        if group is None:
            raise Declined(Reason.GONE)
        if not group.manual:
            raise Declined(Reason.AUTOMATIC)
        if (fixed and group.fixed) or (composed and group.composed):
            raise Declined(Reason.LOCKED)
        return group

    async def _change_group(self, school: str, call: Call) -> None:
        """Sends what may be sent twice; "forbidden" means that the group was deleted since it was looked for."""
        try:
            await self._server.session.act(call, repeatable=True, reasons=_REASONS)
        except Declined as no:
            if no.reason == Reason.FORBIDDEN:
                raise Declined(Reason.GONE) from None
            raise
        finally:
            self._server.lists.spoil([school])


def _writing(group_id: str, together: bool) -> Call:
    path = f"/communication/group/{segment(group_id)}/users"
    return Call("POST" if together else "DELETE", path)


async def of_school(server: Server, school: str) -> list[Group]:
    """The groups of a school, in the order of the port; empty where the bot's account does not administer it."""
    if school not in (await server.tree()).own:
        return []
    listed = rows(await server.read(_LIST, structureId=school, translate="true"))
    found = {group.id: group for row in listed if (group := _group(row, school)) is not None}
    return in_order([*found.values()])


def _group(row: dict[str, Any], school: str) -> Group | None:
    """The group of that row; None if it is of another kind, or of no profile that there is."""
    labels = map(text, (*things(row.get("labels")), row.get("type")))
    kind = next((_KINDS[label] for label in labels if label in _KINDS), None)
    profile = _PROFILES.get(text(row.get("filter")).lower()) if kind is GroupKind.PROFILE else None
    if kind is None or (kind is GroupKind.PROFILE and profile is None):
        return None
    place = next(iter(rows(row.get("classes"))), {})
    size = row.get("nbUsers")
    return Group(
        id=key(row),
        school=school,
        name="" if profile else text(row.get("name")),
        kind=kind,
        profile=profile,
        class_id=key(place) or None,
        class_name=text(place.get("name")) or None,
        size=size if isinstance(size, int) else 0,
        together=text(row.get("internalCommunicationRule")) == "BOTH",
        fixed=row.get("lockDelete") is True,
        composed=row.get("lockCompose") is True or text(row.get("subType")) == "BroadcastGroup",
        made_by=text(row.get("createdByName")),
        made_at=moment(row.get("createdAt")),
    )


def _by_name(card: Card) -> tuple[str, str]:
    return card.order, card.account.id
