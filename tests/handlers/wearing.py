"""Somebody with several accounts in one chat: links them, and reads what was said there last."""

from __future__ import annotations

from bot.storage import people
from bot.storage.work import Work
from tests.handlers.conftest import Json
from tests.handlers.phone import Phone
from tests.world import TELEGRAM, World

MARC = "👤 <b>Marc Delattre</b> (direction de l’école, École Jean-Moulin)\n"


async def wears(world: World, key: str, *logins: str) -> None:
    """Links further accounts to the Telegram account of that persona; the last one speaks."""
    for login in logins:
        await world.enrol(login, TELEGRAM[key])


async def forgets_the_charter(world: World, login: str) -> None:
    """The account has not accepted the present charter."""
    person = await world.person(login)

    def write(work: Work) -> None:
        people.change(work, person, charter=0)

    await world.desk.put(write)


def keys(sent: Json) -> list[Json]:
    """The buttons of a message."""
    rows: list[list[Json]] = (sent.get("reply_markup") or {}).get("inline_keyboard", [])
    return [key for row in rows for key in row]


def last(phone: Phone) -> Json:
    """The message that was sent last."""
    sent: Json = phone.typed.api.asked("sendMessage")[-1]
    return sent
