"""How the conversations of classes are begun."""

from __future__ import annotations

from bot.terms import Notice
from bot.workflows.classes import choosing
from tests.workflows.openers import Opener
from tests.workflows.openers.accounts import naming
from tests.world import World


async def _classes(world: World) -> Notice | None:
    return await choosing.ask(world.desk, world.cause(), world.caller("directeur"), "enseignant")


OPENERS = {"classes": Opener("directeur", _classes), choosing.NAMED.talk.name: naming(choosing.NAMED)}
