"""The school year: the checklist of a month, what its buttons do, and an end to its reminders."""

from __future__ import annotations

from collections.abc import Mapping

from bot.handlers.entrance import Entrance, Handler, Press
from bot.handlers.reading import Event
from bot.workflows.year import checklist, departure


async def start(entrance: Entrance, event: Event) -> None:
    """`/fil [month]`: what this month, or that one, asks for."""
    await entrance.tell(event, await checklist.start(entrance.desk, event.caller, event.arguments))


async def leaf(entrance: Entrance, event: Event) -> None:
    """A month, or a school: its checklist."""
    await entrance.tell(event, await checklist.leaf(entrance.desk, event.caller, event.button.target))


async def do(entrance: Entrance, event: Event) -> None:
    """What is left to do: the command that does it, as if it were typed."""
    command = checklist.known(entrance.desk, event.button.target)
    await entrance.tell(event, None)
    await entrance.command(event.typed(command))


async def silence(entrance: Entrance, event: Event) -> None:
    """`Ne plus me le rappeler`."""
    checklist.refuse_aimed(event.button.target)
    await entrance.tell(event, await entrance.desk.act(event.cause, event.caller, checklist.silence, True))


async def remind(entrance: Entrance, event: Event) -> None:
    """`Me le rappeler`: takes that back."""
    checklist.refuse_aimed(event.button.target)
    await entrance.tell(event, await entrance.desk.act(event.cause, event.caller, checklist.silence, False))


async def depart(entrance: Entrance, event: Event) -> None:
    """`/depart`: what becomes of my account and contents."""
    await entrance.tell(event, await departure.start(entrance.desk, event.caller))


COMMANDS: Mapping[str, Handler] = {"fil": start, "depart": depart}
BUTTONS: Mapping[str, Press] = {
    "year": Press(leaf),
    "year_back": Press(leaf, in_place=True),
    "year_next": Press(leaf, in_place=True),
    "year_do": Press(do),
    "year_silence": Press(silence),
    "year_remind": Press(remind, in_place=True),
}
