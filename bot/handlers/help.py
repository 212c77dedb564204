"""Help: the command that searches it."""

from __future__ import annotations

from collections.abc import Mapping

from bot.handlers.entrance import Entrance, Handler, Press
from bot.handlers.reading import Event
from bot.workflows import nouns


async def search(entrance: Entrance, event: Event) -> None:
    """`/aide [words]`: the help articles that match, or the commands and titles."""
    await entrance.tell(event, await entrance.desk.see(event.caller, nouns.help_on, event.arguments))


COMMANDS: Mapping[str, Handler] = {"aide": search}
BUTTONS: Mapping[str, Press] = {}
