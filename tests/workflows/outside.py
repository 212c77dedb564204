"""Calls for help that are told outside the school, for tests."""

from __future__ import annotations

from bot import texts
from bot.storage import people
from bot.storage.work import Work
from bot.terms import Level, Notice
from tests.world import World

ABOUT_THE_HEAD = "Le directeur me tape"
AT_PLAY = "On me frappe à la récré"


async def told_outside(world: World, text: str = ABOUT_THE_HEAD, key: str = "eleve") -> int:
    """The number of a call for help that was told outside the school."""
    await world.say(key, text)
    await world.press(key, "tell_outside")
    return int((await world.rows("requests"))[-1]["number"])


def words(notice: Notice | None, language: str = "fr-tu") -> str:
    """What somebody reads."""
    assert notice is not None
    return texts.word(notice, language).text


async def lose(world: World, *levels: Level) -> None:
    """Has nobody at these levels read here any more."""
    agents = [row["telegram_id"] for row in await world.rows("people") if row["telegram_id"]]

    def go(work: Work) -> None:
        for telegram_id in agents:
            for person in people.of_telegram(work, telegram_id):
                if any(role.level in levels for role in person.roles):
                    people.lose(work, person)

    await world.desk.put(go)


def come(work: Work, telegram_id: int) -> None:
    """Has whoever has that Telegram account read here again."""
    [person] = people.of_telegram(work, telegram_id)
    people.change(work, person, reachable=True)
