"""How the conversation of services is begun."""

from __future__ import annotations

from bot.terms import Notice
from bot.workflows.services import asking
from tests.workflows.openers import Opener
from tests.world import World


async def _link(world: World) -> Notice | None:
    return await asking.ask(world.desk, world.cause(), world.caller("directeur"), "https://www.ville.fr/piscine")


OPENERS = {"services": Opener("directeur", _link)}
