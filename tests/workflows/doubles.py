"""First steps for tests of duplicates: opens a pair, begins to settle it, confirms, changes the ENT meanwhile."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection

from bot import texts
from bot.ent.directory import Directory
from bot.ent.embedded.enrolment import index
from bot.ent.embedded.tables import ENT
from bot.terms import Account, InDoubt, Notice
from bot.workflows.duplicates import advising, cards, settling, sighting
from tests.workflows.steps import pressed
from tests.world import World

KEPT, GONE = "zoe.da-silva-pereira", "zoe.pereira"  #: the demo's pair that can be merged, of Jean-Moulin
ZOES = sighting.target(GONE, KEPT)
FERHATS = sighting.target("parent3", "nabil.ferhat")  #: two activated accounts, of two schools


async def shown(world: World, key: str, target: str = ZOES) -> Notice:
    """That persona opens the card of the pair."""
    return await cards.show(world.desk, world.caller(key), target)


async def asked(world: World, key: str, act: str = settling.MERGE, target: str = ZOES) -> Notice:
    """That persona presses `Fusionner`, or `Dissocier`; returns the question."""
    said = await settling.ask(world.desk, world.cause(), world.caller(key), target, act)
    assert said is not None
    return said


async def confirmed(world: World, key: str, question: Notice) -> Notice:
    """That persona presses `Confirmer` under that question."""
    said = await world.press(key, "pair_now", serial=pressed(question, "pair_now").partition(":")[0])
    assert said is not None
    return said


async def merged(world: World, key: str = "directeur") -> Notice:
    """That persona merges the demo's pair; returns the receipt."""
    return await confirmed(world, key, await asked(world, key))


async def advised(world: World, key: str = "directeur", target: str = ZOES) -> int:
    """That persona asks for advice about the pair; returns the number of the request."""
    notice, pair = await advising.worded(world.desk, world.caller(key), target)
    words = texts.plain(texts.word(notice, "fr").text)
    await advising.ask(world.desk, world.cause(), world.caller(key), pair, words)
    found: list[dict[str, Any]] = await world.rows("requests")
    return int(found[-1]["number"])


async def change(world: World, account: str, **values: Any) -> None:
    """Changes columns of an account in the ENT behind the desk's back."""
    accounts = ENT.tables["ent_accounts"]

    def write(connection: Connection) -> None:
        connection.execute(accounts.update().where(accounts.c.id == account).values(**values))
        index(connection, [account])

    await world.desk.records.run(write)


async def pair(world: World, one: str, other: str) -> None:
    """Makes two accounts a pair in the ENT."""

    def write(connection: Connection) -> None:
        rows = [{"account": one, "other": other}, {"account": other, "other": one}]
        connection.execute(ENT.tables["ent_duplicates"].insert(), rows)
        index(connection, [one, other])

    await world.desk.records.run(write)


async def there(world: World, account: str) -> Account | None:
    """The account in the ENT, or None."""
    return await world.desk.directory.account(account)


class Lossy:
    """An ENT whose answer to a merge is lost, `done` or not; while `deaf`, it answers nothing from then on."""

    def __init__(self, directory: Directory, done: bool, deaf: bool) -> None:
        self._directory = directory
        self._done = done
        self.deaf = deaf
        self.asked = False

    def __getattr__(self, name: str) -> Any:
        return getattr(self._directory, name)

    async def merge(self, gone: str, kept: str) -> None:
        if self._done:
            await self._directory.merge(gone, kept)
        self.asked = True
        raise InDoubt("the answer was lost")

    async def account(self, account_id: str, places: Any = (), *, briefly: bool = False) -> Account | None:
        if self.deaf and self.asked:
            raise InDoubt("no answer")
        return await self._directory.account(account_id, places, briefly=briefly)
