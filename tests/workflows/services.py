"""First steps for tests of services: opens the screen, presses and answers, makes a link, reads what a school has."""

from __future__ import annotations

from bot.ent.embedded.adapter import EmbeddedDirectory
from bot.ent.services import Service
from bot.terms import Notice
from bot.workflows.services import asking
from tests.world import World

SCHOOL, OTHER = "jean-moulin", "louise-michel"
POOL = "https://www.ville.fr/piscine"


async def asked(world: World, key: str = "directeur", typed: str = "") -> Notice:
    """That persona types `/services` with these words; returns the answer."""
    said = await asking.ask(world.desk, world.cause(), world.caller(key), typed)
    assert said is not None
    return said


async def pressed(world: World, action: str, value: str = "", key: str = "directeur") -> Notice:
    """Presses a button under the question; returns the answer."""
    said = await world.press(key, action, value)
    assert said is not None
    return said


async def said(world: World, words: str, key: str = "directeur") -> Notice:
    """Writes words as the answer; returns what is said to them."""
    notice = await world.say(key, words)
    assert notice is not None
    return notice


async def had(world: World, name: str, school: str = SCHOOL) -> Service | None:
    """The service of that name that the school has; None where it has none."""
    found = await EmbeddedDirectory(world.desk.records).services(school)
    return next((one for one in found if one.name == name), None)


async def made(world: World, typed: str = f"{POOL} Piscine", *profiles: str) -> Notice:
    """The director makes a link for these profiles, pupils unless they are given; returns the receipt."""
    await asked(world, typed=typed)
    for profile in profiles or ("student",):
        await pressed(world, "service_profile", profile)
    return await pressed(world, "service_now")


async def everything(world: World) -> list[list[Service]]:
    """What the two schools have."""
    directory = EmbeddedDirectory(world.desk.records)
    return [await directory.services(school) for school in (SCHOOL, OTHER)]
