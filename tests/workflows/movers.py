"""People who move, for tests: the ENT attaches them elsewhere, and the desk hears of it."""

from __future__ import annotations

from sqlalchemy import update

from bot.ent.embedded.tables import ENT
from bot.terms import Saying
from bot.workflows.requests import filing
from tests.workflows.steps import chosen
from tests.world import World

NEAR = "louise-michel/CE2"  #: a class of another school of the same circonscription
FAR = "jules-verne/CP"  #: a class of a school of another circonscription


async def moved(world: World, key: str, *places: str) -> None:
    """That account goes to these classes or schools, and the desk hears of it."""
    await world.move(key, *places)
    await world.ask_again(key)


async def filed_for(world: World, key: str, name: str, school: str = "") -> int:
    """That agent files for the person who is found by that name, about that one of their schools; the number."""
    await world.act(key, filing.start, "", Saying())
    await world.press(key, "someone")
    asked = await world.press(key, "whom", chosen(await world.say(key, name), ""))
    if school:
        await world.press(key, "place", chosen(asked, school))
    await world.press(key, "category", "connexion")
    await world.say(key, "Plus aucun accès")
    await world.press(key, "send")
    return int((await world.rows("requests"))[-1]["number"])


async def called(world: World) -> int:
    """The pupil calls for help and touches `Le dire à l’école`; returns the number."""
    await world.say("eleve", "J'ai peur, on me frappe")
    await world.press("eleve", "tell_school")
    return int((await world.rows("requests"))[-1]["number"])


async def regrafted(world: World) -> None:
    """The school Jean-Moulin belongs to the circonscription of Beauvais from now on."""
    table = ENT.tables["ent_structures"]
    graft = update(table).where(table.c.id == "jean-moulin").values(parent="beauvais")
    await world.desk.records.run(lambda connection: connection.execute(graft))
