"""How the conversation that settles a pair is begun."""

from __future__ import annotations

from bot.terms import Notice
from bot.workflows.duplicates import settling, sighting
from tests.workflows.openers import Opener
from tests.world import World


async def _settle(world: World) -> Notice | None:
    target = sighting.target("zoe.pereira", "zoe.da-silva-pereira")
    return await settling.ask(world.desk, world.cause(), world.caller("directeur"), target, settling.MERGE)


OPENERS = {"settling": Opener("directeur", _settle)}
