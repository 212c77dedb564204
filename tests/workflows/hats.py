"""People with several roles: somebody of the tests' own, with the places and functions that a test gives them."""

from __future__ import annotations

from bot.ent.embedded.enrolment import Enrolment, enrol
from bot.terms import Profile
from tests.world import World

A, B, ABOVE = "jean-moulin", "louise-michel", "creil"  #: two schools, and the circonscription above both
FAR, FAR_ABOVE = "jules-verne", "beauvais"  #: a school of another circonscription


async def somebody(
    world: World,
    key: str,
    *functions: tuple[str, str],
    at: tuple[str, ...] = (),
    profile: Profile = Profile.TEACHER,
    phone: int = 0,
    name: tuple[str, str] = ("Alix", "Rivière"),
) -> str:
    """Links a new account to a Telegram account of its own, or to `phone`; returns its key."""
    made = Enrolment(
        id=key, login=key, first_name=name[0], last_name=name[1], profile=profile, places=at, functions=functions
    )
    await world.desk.records.run(lambda connection: enrol(connection, (), (made,)))
    await world.enrol(key, phone or 7_000_000 + len(world.telegram))
    return key
