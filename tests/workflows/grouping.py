"""What the tests of groups do: open the card of a group, press its buttons, let the chore work."""

from __future__ import annotations

from bot.ent.embedded.adapter import EmbeddedDirectory
from bot.terms import Notice
from bot.workflows.groups import choosing, ending, filling, making, showing
from bot.workflows.rules.screens import group_target
from tests.world import World

SCHOOL, CHORALE, CONSEIL = "jean-moulin", "jean-moulin/chorale", "jean-moulin/conseil"
_BEGIN = {
    "new": making.start,
    "rename": making.rename,
    "add": choosing.add,
    "remove": choosing.remove,
    "writing": ending.writing,
    "delete": ending.delete,
}


async def typed(world: World, key: str, words: str = "") -> Notice:
    """That persona types `/groupes` with these words; returns the answer."""
    return await showing.start(world.desk, world.caller(key), words)


async def begun(world: World, key: str, what: str, group: str = CHORALE, school: str = SCHOOL) -> Notice:
    """Presses a button of the card of a group, or `Nouveau groupe`; returns the question."""
    target = group_target(school) if what == "new" else group_target(school, group)
    said = await _BEGIN[what](world.desk, world.cause(), world.caller(key), target)
    assert said is not None
    return said


async def members(world: World, group: str = CHORALE, school: str = SCHOOL) -> set[str]:
    """The identifiers of the group's members, as the ENT says."""
    ent = EmbeddedDirectory(world.desk.records)
    return {one.id for one in await ent.members(school, group)}


async def names(world: World, school: str = SCHOOL) -> list[str]:
    """The names of the school's manual groups."""
    return await EmbeddedDirectory(world.desk.records).group_names(school)


async def followed(world: World, key: str) -> Notice:
    """What the message says now that follows the latest group which that persona filled or emptied."""
    act = [row for row in await world.rows("interventions") if row["act"] in ("fill_group", "empty_group")][-1]
    person = await world.person(key)
    return await world.desk.look(filling.screen, world.desk.policy, person, act["id"])


async def last(world: World) -> dict[str, object]:
    """The latest act on the ENT."""
    return dict((await world.rows("interventions"))[-1])
