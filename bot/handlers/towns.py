"""Towns: asking for a town's space."""

from __future__ import annotations

from collections.abc import Mapping

from bot.handlers.entrance import Entrance, Handler, Press
from bot.handlers.reading import Event
from bot.workflows.towns import asking


async def ask(entrance: Entrance, event: Event) -> None:
    """`/commune [name] [UAI…]`: asks the vendor for a town's space."""
    await entrance.tell(event, await asking.ask(entrance.desk, event.cause, event.caller, event.arguments))


COMMANDS: Mapping[str, Handler] = {"commune": ask}

BUTTONS: Mapping[str, Press] = {}
