"""Steps for tests of accounts made by hand."""

from __future__ import annotations

from typing import Any

from bot.ent.directory import Query
from bot.terms import Account, InDoubt, Notice
from bot.workflows.creation import asking
from tests.workflows.steps import chosen, pressed
from tests.world import World

LINE = "eleve Nils Aubert 04/05/2018 CM2"


async def asked(world: World, key: str = "directeur", typed: str = "") -> Notice:
    """That persona types `/creer`, and chooses « Un autre cas » where names in the line leave the reason open."""
    said = await asking.ask(world.desk, world.cause(), world.caller(key), typed)
    if said is not None and said.kind == "create_case" and " " in typed:
        said = await world.press(key, "create_case", "other")
    assert said is not None
    return said


async def said(world: World, words: str, key: str = "directeur") -> Notice:
    """That persona answers in words; returns the next question."""
    answer = await world.say(key, words)
    assert answer is not None
    return answer


async def chose(world: World, question: Notice, words: str, action: str, key: str = "directeur") -> Notice:
    """That persona presses the button of a question whose label begins with these words; returns the answer."""
    answer = await world.press(key, action, chosen(question, words))
    assert answer is not None
    return answer


async def picked(world: World, action: str, value: str = "", key: str = "directeur") -> Notice:
    """That persona presses a button of the conversation; returns the answer."""
    answer = await world.press(key, action, value)
    assert answer is not None
    return answer


async def confirmed(world: World, question: Notice, key: str = "directeur") -> Notice:
    """That persona presses `Confirmer` under that question; returns the answer."""
    answer = await world.press(key, "create_now", serial=pressed(question, "create_now").partition(":")[0])
    assert answer is not None
    return answer


async def named(world: World, words: str, school: str = "jean-moulin") -> list[Account]:
    """The accounts of the school that those words name."""
    return list((await world.desk.directory.search(Query(words=words), [school], 20)).accounts)


async def acts(world: World) -> list[tuple[str, str]]:
    """The accounts made by hand as the audit has them: each with its state."""
    return [
        (row["whom"], row["state"]) for row in await world.rows("interventions") if row["act"] == "create_account"
    ]


class Lossy:
    """An ENT whose answer to a creation is lost, whether it was `done` or not; `blind` where it shows nobody then."""

    def __init__(self, directory: Any, *, done: bool, blind: bool = False) -> None:
        self.directory = directory
        self.done, self.blind = done, blind
        self.asked = 0

    def __getattr__(self, name: str) -> Any:
        return getattr(self.directory, name)

    async def create(self, newcomer: Any) -> str:
        self.asked += 1
        if self.done:
            await self.directory.create(newcomer)
        raise InDoubt("lost")

    async def made(self, newcomer: Any, since: Any) -> Any:
        return () if self.blind else await self.directory.made(newcomer, since)
