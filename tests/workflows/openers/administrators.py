"""How the conversations of administrators are begun."""

from __future__ import annotations

from bot.terms import Notice
from bot.workflows.administrators import appointing
from tests.workflows.openers import Opener
from tests.workflows.openers.accounts import naming
from tests.world import World


async def _right(world: World) -> Notice | None:
    return await appointing.ask(world.desk, world.cause(), world.caller("directeur"), "enseignant")


OPENERS = {"right": Opener("directeur", _right), appointing.NAMED.talk.name: naming(appointing.NAMED)}
