"""How the conversations of communication are begun."""

from __future__ import annotations

from bot.terms import Notice
from bot.workflows.communication import changing, resetting
from bot.workflows.rules.screens import mark
from tests.workflows.openers import Opener
from tests.world import World

_SCHOOL = mark("jean-moulin")


async def _rule(world: World) -> Notice | None:
    return await changing.start(world.desk, world.cause(), world.caller("directeur"), _SCHOOL)


async def _reset(world: World) -> Notice | None:
    return await resetting.start(world.desk, world.cause(), world.caller("directeur"), _SCHOOL)


OPENERS = {"rule": Opener("directeur", _rule), "rules_reset": Opener("directeur", _reset)}
