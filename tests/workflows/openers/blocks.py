"""How the conversations of blocks are begun."""

from __future__ import annotations

from bot.terms import Notice
from bot.workflows.blocks import single, whole
from tests.workflows.openers import Opener
from tests.workflows.openers.accounts import naming
from tests.world import World


async def _block(world: World) -> Notice | None:
    return await single.ask(world.desk, world.cause(), world.caller("directeur"), "lea.martin", True)


async def _campaign(world: World) -> Notice | None:
    return await whole.ask(world.desk, world.cause(), world.caller("directeur"), "", True)


OPENERS = {
    "why": Opener("directeur", _block),
    "campaign": Opener("directeur", _campaign),
    **{named.talk.name: naming(named) for named in single.NAMED},
}
