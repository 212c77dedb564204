"""Announcements as the tests of them make them, and whom they reach."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sqlalchemy import Update, update

from bot.storage.tables import DESK
from bot.terms import Notice
from bot.terms.announcements import Announced
from bot.workflows.announcements import asking, bringing, pages
from bot.workflows.rules.calendar import ZONE
from tests.world import World

TEXT = "La fête est samedi.\nVenez !"
DAY = timedelta(days=1)


def today(world: World, more: int = 0) -> str:
    """The day of the world's clock, so many days later, as people type it."""
    return f"{world.now.astimezone(ZONE) + more * DAY:%d/%m/%Y}"


async def say(world: World, *answers: str, key: str = "directeur") -> Notice:
    """Types these answers one after the other; returns the last question or receipt."""
    said = None
    for words in answers:
        said = await world.say(key, words)
    assert said is not None
    return said


async def planned(world: World, starts: int = 0, ends: int = 2, whom: str = "parents, élèves") -> Notice:
    """Answers all questions but the confirmation; returns the summary."""
    await asking.start(world.desk, world.cause(), world.caller("directeur"))
    answers = ["Fête", today(world, starts), today(world, ends), whom, TEXT, "vert"]
    return await say(world, *answers, *(["non"] if starts == 0 else []))


async def announced(world: World, **days: Any) -> Announced:
    """Puts one online; returns it as the ENT has it."""
    await planned(world, **days)
    await pressed(world, "flash_now")
    return (await world.desk.directory.announcements("jean-moulin"))[0]


async def pressed(world: World, action: str, value: str = "") -> Notice:
    """The director presses a button of the question; returns the answer."""
    said = await world.press("directeur", action, value)
    assert said is not None
    return said


async def brought(world: World) -> list[str]:
    """Does every portion that is due; returns who has the announcement waiting or said in their chat."""
    while await bringing.advance(world.desk):
        pass
    rows = await world.rows("outbox", kind="screen")
    return sorted(key for key in world.telegram for row in rows if row["chat_id"] == world.telegram[key])


async def shown(world: World, key: str) -> str:
    """The kind of what the persona's screen of the announcement says now."""
    return (await world.desk.look(bringing.screen, world.desk.policy, await world.person(key), 1)).kind


async def target(world: World) -> str:
    """What the buttons of the card of the newest announcement aim at."""
    listed = await pages.start(world.desk, world.caller("directeur"), "")
    return listed.buttons[0][0].target


def bar(account: str, barred: str = "blocked") -> Update:
    """What has the desk believe that this account is barred, or is not."""
    table = DESK.tables["people"]
    return update(table).where(table.c.account == account).values(barred=barred)
