"""How the conversations of towns are begun."""

from __future__ import annotations

from bot.terms import Notice
from bot.workflows.towns import asking
from tests.workflows.openers import Opener
from tests.world import World


async def _town(world: World) -> Notice | None:
    return await asking.ask(world.desk, world.cause(), world.caller("adjoint"), "")


OPENERS = {"town": Opener("adjoint", _town)}
