"""Groups of a real ENT: those of profiles, the "functional" ones that are taught, and the manual ones."""

from __future__ import annotations

from typing import Any

from bot.ent.entcore.cards import Card, read_card
from bot.ent.entcore.reading import key, moment, named, rows, text, things
from bot.ent.entcore.server import Server, Slice
from bot.ent.entcore.wire import segment
from bot.ent.groups import Group, GroupKind, Groups, in_order
from bot.ent.reasons import Reason
from bot.terms import Account, Declined, Profile

_LIST = "/directory/group/admin/list"
_KINDS = {
    "ProfileGroup": GroupKind.PROFILE,
    "FunctionalGroup": GroupKind.TEACHING,
    "ManualGroup": GroupKind.MANUAL,
}
_PROFILES = {profile.value: profile for profile in Profile}


class EntcoreGroups(Slice, Groups):
    """Reads groups over HTTP. The server asks for no school: what is no group of the school named is not told."""

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
