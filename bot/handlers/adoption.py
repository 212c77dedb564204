"""Who is linked: the command, its pages, and who is missing."""

from __future__ import annotations

from collections.abc import Mapping

from bot.handlers import pictures
from bot.handlers.entrance import Entrance, Handler, Press
from bot.handlers.reading import Event
from bot.workflows.linking import adoption, missing


async def start(entrance: Entrance, event: Event) -> None:
    """`/adoption [school]`: how far a school is, or those that one administers; with a picture."""
    said = await adoption.start(entrance.desk, event.caller, event.arguments)
    await pictures.show(entrance, event, said)
    await entrance.tell(event, said)


async def one(entrance: Entrance, event: Event) -> None:
    """The number of a school in a list: how far that one is, with a picture."""
    said = await adoption.one(entrance.desk, event.caller, event.button.target)
    await pictures.show(entrance, event, said)
    await entrance.tell(event, said)


async def back(entrance: Entrance, event: Event) -> None:
    """`Retour`: how far the school is, in place of those who are missing."""
    await entrance.tell(event, await adoption.one(entrance.desk, event.caller, event.button.target))


async def leaf(entrance: Entrance, event: Event) -> None:
    """Another page of schools, or of what lies above them."""
    await entrance.tell(event, await adoption.leaf(entrance.desk, event.caller, event.button.target))


async def who(entrance: Entrance, event: Event) -> None:
    """`Qui manque ?`: a page of names, of all or of the profile or class that is chosen."""
    await entrance.tell(event, await missing.page(entrance.desk, event.caller, event.button.target))


COMMANDS: Mapping[str, Handler] = {"adoption": start}

BUTTONS: Mapping[str, Press] = {
    "adoption": Press(one),
    "adoption_school": Press(back, in_place=True),
    "adoption_page": Press(leaf, in_place=True),
    "adoption_next": Press(leaf, in_place=True),
    "adoption_back": Press(leaf, in_place=True),
    "missing": Press(who, in_place=True),
    "missing_of": Press(who, in_place=True),
    "missing_next": Press(who, in_place=True),
    "missing_back": Press(who, in_place=True),
}
