"""Steps with invitations: has them asked for, sent and opened; and an ENT whose messaging fails at will."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from sqlalchemy import Connection, select

from bot.ent.directory import Directory, Found, Query
from bot.ent.embedded.enrolment import index
from bot.ent.embedded.tables import ENT
from bot.ent.reasons import Reason
from bot.terms import Account, Declined, Notice
from bot.workflows.desk import Caller, Desk
from bot.workflows.linking import inviting, mailings, sending
from bot.workflows.people import linking
from tests.world import World

NEWCOMER = Caller(555_001, 555_001)
LINK = re.compile(r'href="https://t\.me/palier_bot\?start=([A-Za-z0-9_-]{32})"')


class Mail:
    """An ENT whose messaging fails where the test wants it to, and that keeps a list of what it was asked."""

    def __init__(self, ent: Directory) -> None:
        self._ent = ent
        self.failing: dict[str, BaseException] = {}  #: by account, the error to raise
        self.every: BaseException | None = None  #: the error to raise for each of them
        self.down = False
        self.asked: list[str] = []
        self.searches = 0

    def __getattr__(self, name: str) -> Any:
        return getattr(self._ent, name)

    async def account(self, account_id: str, places: Sequence[str] = (), **how: bool) -> Account | None:
        """The account; raises if the ENT is down."""
        if self.down:
            raise Declined(Reason.UNREACHABLE)
        return await self._ent.account(account_id, places, **how)

    async def search(self, query: Query, within: Sequence[str], limit: int, after: str = "") -> Found:
        """A page of accounts."""
        self.searches += 1
        return await self._ent.search(query, within, limit, after)

    async def send_message(self, account_id: str, subject: str, html: str) -> None:
        """Sends the message, or raises; a lost answer is of a message that was sent."""
        self.asked.append(account_id)
        error = self.every or self.failing.get(account_id)
        if isinstance(error, Declined):
            raise error
        await self._ent.send_message(account_id, subject, html)
        if error is not None:
            raise error


async def asked(world: World, typed: str = "", key: str = "directeur") -> Notice:
    """Types `/inviter` as that persona; returns the answer."""
    said = await inviting.ask(world.desk, world.cause(), world.caller(key), typed)
    assert said is not None
    return said


async def confirmed(world: World, typed: str = "parents CM2", key: str = "directeur") -> int:
    """Has a mailing begun; returns its number."""
    await asked(world, typed, key)
    await world.press(key, "invite_now")
    return int((await world.rows("mailings"))[-1]["id"])


async def run(desk: Desk) -> None:
    """Does every step of the mailings that is due now."""
    while await sending.advance(desk):
        pass


async def shown(world: World, number: int, key: str = "directeur") -> Mapping[str, Any]:
    """The facts of the screen of that mailing."""
    return (await world.act(key, lambda turn: mailings.screen(turn.work, turn.policy, turn.me, number))).facts


async def boxes(world: World) -> dict[str, list[str]]:
    """The markup of the messages received, by account."""
    messages = ENT.tables["ent_messages"]
    found: dict[str, list[str]] = {}

    def read(connection: Connection) -> None:
        for row in connection.execute(select(messages).order_by(messages.c.at)):
            found.setdefault(row.account, []).append(row.html)

    await world.desk.records.read(read)
    return found


async def change(world: World, login: str, **values: object) -> None:
    """Changes an account in the ENT."""

    def write(connection: Connection) -> None:
        accounts = ENT.tables["ent_accounts"]
        connection.execute(accounts.update().where(accounts.c.id == login).values(**values))
        index(connection, [login])

    await world.desk.records.run(write)


async def open_link(world: World, html: str, caller: Caller = NEWCOMER) -> Notice:
    """Opens the link of a message, and accepts the charter."""
    match = LINK.search(html)
    assert match is not None
    charter = await linking.present(world.desk, world.cause(), caller, match[1])
    mark = next(key.target for row in charter.buttons for key in row if key.action == "accept")
    return await linking.accept(world.desk, world.cause(), caller, mark)


async def everybody(world: World) -> int:
    """Has a mailing to the whole school begun; returns its number."""
    await asked(world)
    await world.press("directeur", "invite_all")
    await world.press("directeur", "invite_now")
    return int((await world.rows("mailings"))[-1]["id"])


async def gathered(world: World) -> list[str]:
    """Has the mailing find whom to invite, and send nothing yet; returns their accounts."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sending, "PAGE", 0)
        await sending.advance(world.desk)
    return sorted(row["account"] for row in await world.rows("invitations"))
