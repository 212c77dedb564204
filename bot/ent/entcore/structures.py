"""Structures of a real ENT: the tree that the bot's account administers, and the classes of its schools."""

from __future__ import annotations

from collections.abc import Sequence

from bot.ent.entcore.reading import key, rows, text
from bot.ent.entcore.server import Slice
from bot.ent.namesakes import town_key
from bot.ent.structures import Structures
from bot.terms import Kind, Structure
from bot.terms.functions import Town


class EntcoreStructures(Slice, Structures):
    """Reads structures over HTTP."""

    async def structure(self, structure_id: str) -> Structure | None:
        """The structure with that identifier; None if there is none."""
        return (await self._server.tree()).known.get(structure_id)

    async def by_uai(self, uai: str) -> Structure | None:
        """The school with that official code, if the bot's account administers it; None if there is none."""
        tree = await self._server.tree()
        return tree.known.get(tree.coded.get(uai.strip().upper(), ""))

    async def schools(self, within: Sequence[str]) -> list[Structure]:
        """The schools among those structures and below them, by name."""
        return (await self._server.tree()).schools(within)

    async def classes(self, school: str) -> list[Structure]:
        """The classes of a school, by name; empty for an unknown school."""
        place = (await self._server.tree()).known.get(school)
        if place is None:
            return []
        found = rows(await self._server.read("/directory/class/admin/list", structureId=school))
        above = (*place.above, place)
        classes = (Structure(key(row), text(row.get("name")), Kind.CLASS, above) for row in found)
        return sorted(classes, key=lambda one: (one.name, one.id))

    async def towns(self, name: str, schools: Sequence[str]) -> list[Town]:
        """The spaces of towns that bear this name, and those that have one of these schools; by name."""
        return (await self._server.tree()).towns(town_key(name), schools)
