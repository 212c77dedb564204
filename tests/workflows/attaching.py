"""Asking for somebody to be attached and attaching them, in the words of the tests."""

from __future__ import annotations

from typing import Any

from bot.terms import Notice
from bot.workflows.attachments import asking, attaching
from tests.world import World


async def ask(world: World, key: str, typed: str = "") -> Notice | None:
    """Types `/rattachement`."""
    return await asking.ask(world.desk, world.cause(), world.caller(key), typed)


async def filed(world: World, key: str = "directeur", typed: str = "TRS Bruno Keller") -> int:
    """That director asks for somebody in one line, and answers what is missing; returns the request's number."""
    await ask(world, key, typed)
    await world.say(key, "École Jean-Jaurès")
    await world.say(key, "Noyon")
    await world.press(key, "skip")
    await world.press(key, "send")
    rows: list[dict[str, Any]] = await world.rows("requests")
    return int(rows[-1]["number"])


async def look_for(world: World, number: int, key: str = "erun") -> Notice | None:
    """Presses `Rattacher` on the card of the request."""
    return await attaching.of_request(world.desk, world.cause(), world.caller(key), number)


async def attach(world: World, number: int, account: str = "trs", key: str = "erun") -> Notice | None:
    """Presses `Rattacher`, chooses that account, and confirms."""
    await look_for(world, number, key)
    await world.press(key, "member", account)
    return await world.press(key, "attach_now")


async def places(world: World, account: str) -> set[str]:
    found = await world.desk.directory.account(account)
    assert found is not None
    return {place.id for place in found.places}


async def acts(world: World) -> list[tuple[str, str]]:
    return [(row["act"], row["state"]) for row in await world.rows("interventions")]
