"""Manual groups of the embedded ENT."""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, select

from bot.ent.embedded.database import Slice
from bot.ent.embedded.tables import ENT
from bot.ent.groups import Groups

_GROUPS = ENT.tables["ent_groups"]
_OF_SCHOOL = select(_GROUPS.c.name).where(_GROUPS.c.school == bindparam("school"))


class EmbeddedGroups(Slice, Groups):
    """Reads manual groups from the tables."""

    async def groups(self, school: str) -> list[str]:
        """The names of a school's manual groups, sorted, each once."""

        def read(connection: Connection) -> list[str]:
            return sorted(set(connection.execute(_OF_SCHOOL, {"school": school}).scalars()))

        return await self._database.read(read)
