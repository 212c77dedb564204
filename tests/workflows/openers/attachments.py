"""How the conversations of attachments are begun."""

from __future__ import annotations

from bot.terms import Notice
from bot.workflows.attachments import asking, detaching
from tests.workflows.openers import Opener
from tests.workflows.openers.accounts import naming
from tests.world import World


async def _attaching(world: World) -> Notice | None:
    return await asking.ask(world.desk, world.cause(), world.caller("directeur"), "")


async def _searching(world: World) -> Notice | None:
    return await asking.ask(world.desk, world.cause(), world.caller("erun"), "")


async def _leaving(world: World) -> Notice | None:
    return await detaching.ask(world.desk, world.cause(), world.caller("directeur"), "enseignant")


async def _parting(world: World) -> Notice | None:
    return await detaching.ask(world.desk, world.cause(), world.caller("erun"), "enseignant")


OPENERS = {
    "attaching": Opener("directeur", _attaching),
    "searching": Opener("erun", _searching),
    "leaving": Opener("directeur", _leaving),
    "parting": Opener("erun", _parting),
    detaching.LEAVER.talk.name: naming(detaching.LEAVER),
}
