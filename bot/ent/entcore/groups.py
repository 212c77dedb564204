"""Manual groups of a real ENT."""

from __future__ import annotations

from bot.ent.entcore.reading import named
from bot.ent.entcore.server import Slice
from bot.ent.groups import Groups


class EntcoreGroups(Slice, Groups):
    """Reads manual groups over HTTP."""

    async def groups(self, school: str) -> list[str]:
        """The names of a school's manual groups, sorted, each once; empty for an unknown school."""
        if school not in (await self._server.tree()).known:
            return []
        narrowed = {"structureId": school, "type": "ManualGroup", "translate": "true"}
        return named(await self._server.read("/directory/group/admin/list", **narrowed))
