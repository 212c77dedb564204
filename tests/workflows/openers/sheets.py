"""How the conversation of connection sheets is begun."""

from __future__ import annotations

from bot.terms import Notice
from bot.workflows.sheets import asking
from tests.workflows.openers import Opener
from tests.world import World


async def _sheets(world: World) -> Notice | None:
    return await asking.ask(world.desk, world.cause(), world.caller("directeur"), "")


OPENERS = {"sheets": Opener("directeur", _sheets)}
