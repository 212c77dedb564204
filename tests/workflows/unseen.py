"""An ENT whose reads are counted and which fails where a test wants it to; and what happens in it unseen."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, update

from bot.courier import Courier
from bot.delivery import carrying
from bot.delivery.rules.retry import Sent
from bot.ent.directory import Directory
from bot.ent.embedded.tables import ENT
from bot.storage import deliveries
from bot.terms import Account, Declined
from tests.delivery.test_courier import Telegram
from tests.world import World


class Counting:
    """An ENT whose reads of accounts are counted, and which hides accounts, is down or slow where a test wants it."""

    def __init__(self, ent: Directory) -> None:
        self._ent = ent
        self.reads: list[str] = []
        self.hidden: set[str] = set()
        self.down = False
        self.held: asyncio.Event | None = None  #: while it is set to an event, answers wait for it

    def __getattr__(self, name: str) -> Any:
        return getattr(self._ent, name)

    async def account(self, account_id: str, places: Sequence[str] = (), **how: bool) -> Account | None:
        """The account; declines where the test wants it to."""
        self.reads.append(account_id)
        if self.held is not None:
            await self.held.wait()
        if self.down:
            raise Declined("unreachable")
        if account_id in self.hidden:
            raise Declined("forbidden")
        return await self._ent.account(account_id, places, **how)


def counting(world: World) -> Counting:
    """Puts a counting ENT in the place of the world's."""
    ent = Counting(world.desk.directory)
    world.desk.directory = ent
    return ent


async def set_account(world: World, key: str, **values: Any) -> None:
    """Changes an account in the ENT, behind the desk's back."""
    table = ENT.tables["ent_accounts"]

    def write(connection: Connection) -> None:
        connection.execute(update(table).where(table.c.id == key).values(**values))

    await world.desk.records.run(write)


async def deleted(world: World, key: str) -> None:
    """Pre-deletes an account in the ENT."""
    await set_account(world, key, deleted_at=world.now)


async def carried(world: World) -> list[tuple[int, str]]:
    """The chats to which the courier says something of what is queued, and the kind of each."""
    courier, said = Courier(world.desk, Telegram()), []
    while queued := await world.desk.put(deliveries.heads, 100):
        for one in queued:
            ready = await world.desk.look(courier._prepare, one)
            said += [(one.chat_id, one.kind)] if callable(ready) else []
            outcome = Sent() if callable(ready) or ready is None else ready
            await world.desk.put(carrying.record, one, outcome)
    return said
