"""How the conversation that makes an account is begun."""

from __future__ import annotations

from bot.terms import Notice
from bot.workflows.creation import asking
from tests.workflows.openers import Opener
from tests.world import World


async def _create(world: World) -> Notice | None:
    return await asking.ask(world.desk, world.cause(), world.caller("directeur"), "")


OPENERS = {"create": Opener("directeur", _create)}
