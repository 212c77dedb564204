"""How the conversations of groups are begun."""

from __future__ import annotations

from bot.terms import Notice
from bot.workflows.groups import choosing, ending, making
from bot.workflows.rules.screens import group_target
from tests.workflows.openers import Opener
from tests.world import World

_SCHOOL, _CHORALE = "jean-moulin", "jean-moulin/chorale"


async def _name(world: World) -> Notice | None:
    return await making.start(world.desk, world.cause(), world.caller("directeur"), group_target(_SCHOOL))


async def _members(world: World) -> Notice | None:
    target = group_target(_SCHOOL, _CHORALE)
    return await choosing.remove(world.desk, world.cause(), world.caller("directeur"), target)


async def _sure(world: World) -> Notice | None:
    target = group_target(_SCHOOL, _CHORALE)
    return await ending.writing(world.desk, world.cause(), world.caller("directeur"), target)


OPENERS = {
    "group_name": Opener("directeur", _name),
    "group_members": Opener("directeur", _members),
    "group_sure": Opener("directeur", _sure),
}
