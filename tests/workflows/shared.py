"""Steps with accounts of several schools: makes one, blocks and unblocks it, reads what is said of it."""

from __future__ import annotations

from typing import Any

from bot import texts
from bot.ent.embedded.enrolment import Enrolment, enrol
from bot.terms import Notice, Profile
from tests.workflows.test_blocking import asked, is_blocked
from tests.workflows.test_blocking import confirmed as sure
from tests.world import World

__all__ = ["MICHEL", "MOULIN", "VERNE", "asked", "attend", "block", "is_blocked", "read", "said", "sure", "unblock"]

MOULIN, MICHEL, VERNE = "École Jean-Moulin", "École Louise-Michel", "École Jules-Verne"


async def attend(
    world: World, login: str, profile: Profile, *places: str, children: tuple[str, ...] = (), **more: Any
) -> str:
    """Gives the ENT an account of that profile in these structures; returns its login."""
    first, last = (part.capitalize() for part in login.split("."))
    made = Enrolment(
        id=login,
        login=login,
        first_name=first,
        last_name=last,
        profile=profile,
        places=places,
        children=children,
        **more,
    )
    await world.desk.records.run(lambda connection: enrol(connection, (), (made,)))
    return login


async def block(world: World, key: str, typed: str) -> Notice:
    """That persona blocks the account; returns the receipt."""
    await asked(world, key, typed)
    return await sure(world, key)


async def unblock(world: World, key: str, typed: str) -> Notice:
    """That persona unblocks the account; returns the receipt."""
    await asked(world, key, typed, blocked=False)
    return await sure(world, key)


def said(notice: Notice) -> str:
    """The notice as it is read."""
    return texts.plain(texts.word(notice, "fr").text).replace("\u00a0", " ")


async def read(world: World, key: str, kind: str, after: int = 0) -> list[dict[str, Any]]:
    """The facts of the notices of that kind queued for the persona after a mark."""
    letters = [letter["payload"] for letter in await world.letters(key, after)]
    return [payload["facts"] for payload in letters if payload.get("kind") == kind]
