"""Statistics: the command, its pages and periods, and the spreadsheets that are asked for."""

from __future__ import annotations

from collections.abc import Mapping

from bot.handlers import pictures
from bot.handlers.entrance import Entrance, Handler, Press
from bot.handlers.reading import Event
from bot.workflows.statistics import exporting, showing


async def start(entrance: Entrance, event: Event) -> None:
    """`/stats [period] [school]`: the figures of a school, or of those that one looks after; with pictures."""
    said = await showing.start(entrance.desk, event.caller, event.arguments)
    await pictures.show(entrance, event, said)
    await entrance.tell(event, said)


async def other(entrance: Entrance, event: Event) -> None:
    """Another period, or another school: with its pictures, in messages of their own."""
    said = await showing.pressed(entrance.desk, event.caller, event.button.target)
    await pictures.show(entrance, event, said)
    await entrance.tell(event, said)


async def leaf(entrance: Entrance, event: Event) -> None:
    """Another page of schools, or of what lies above them."""
    await entrance.tell(event, await showing.pressed(entrance.desk, event.caller, event.button.target))


async def export(entrance: Entrance, event: Event) -> None:
    """`/exporter demandes|comptes|stats [xlsx|csv]`: a message follows the making of the spreadsheet."""
    await entrance.tell(event, await exporting.ask(entrance.desk, event.cause, event.caller, event.arguments))


async def export_that(entrance: Entrance, event: Event) -> None:
    """What the button names, as a spreadsheet."""
    said = await exporting.pressed(entrance.desk, event.cause, event.caller, event.button.target)
    await entrance.tell(event, said)


COMMANDS: Mapping[str, Handler] = {"stats": start, "exporter": export}

BUTTONS: Mapping[str, Press] = {
    "stats": Press(other),
    "stats_of": Press(other),
    "stats_all": Press(other),
    "stats_next": Press(leaf, in_place=True),
    "stats_back": Press(leaf, in_place=True),
    "spreadsheet": Press(export_that),
}
