"""How the conversation that makes an announcement is begun."""

from __future__ import annotations

from bot.terms import Notice
from bot.workflows.announcements import asking
from tests.workflows.openers import Opener
from tests.world import World


async def _announce(world: World) -> Notice | None:
    return await asking.start(world.desk, world.cause(), world.caller("directeur"))


OPENERS = {"announcing": Opener("directeur", _announce)}
