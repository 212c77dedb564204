"""Blocking in the embedded ENT, and the history of whole profiles blocked."""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, select

from bot.ent.blocks import Blocks, BlockTrace
from bot.ent.embedded.database import Slice
from bot.ent.embedded.enrolment import index
from bot.ent.embedded.tables import ENT
from bot.ent.embedded.targets import target
from bot.terms import Profile

_ACCOUNTS = ENT.tables["ent_accounts"]
_TRACES = ENT.tables["ent_block_traces"]
_NEWEST = (_TRACES.c.at.desc(), _TRACES.c.id.desc())
_OF_SCHOOL = select(_TRACES).where(_TRACES.c.school == bindparam("school")).order_by(*_NEWEST)


class EmbeddedBlocks(Slice, Blocks):
    """Blocks accounts in the tables."""

    async def block(self, account_id: str, blocked: bool) -> None:
        """Blocks or unblocks an account, and updates what it is searched by."""

        def change(connection: Connection) -> None:
            if bool(target(connection, account_id).blocked) is not blocked:
                connection.execute(_ACCOUNTS.update().where(_ACCOUNTS.c.id == account_id).values(blocked=blocked))
                index(connection, [account_id])

        await self._database.run(change)

    async def block_traces(self, school: str) -> list[BlockTrace]:
        """The whole profiles of the school that were blocked and unblocked, newest first."""

        def read(connection: Connection) -> list[BlockTrace]:
            rows = connection.execute(_OF_SCHOOL, {"school": school})
            return [BlockTrace(row.at, Profile(row.profile), row.blocked, row.by) for row in rows]

        return await self._database.read(read)
