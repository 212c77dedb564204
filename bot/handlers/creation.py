"""Accounts made by hand."""

from __future__ import annotations

from collections.abc import Mapping

from bot.handlers.entrance import Entrance, Handler, Press
from bot.handlers.reading import Event
from bot.workflows.creation import asking


async def create(entrance: Entrance, event: Event) -> None:
    """`/creer [profile] [Prénom Nom] [birth date] [class]`: asks for what is missing, then for a confirmation."""
    await entrance.tell(event, await asking.ask(entrance.desk, event.cause, event.caller, event.arguments))


COMMANDS: Mapping[str, Handler] = {"creer": create}
BUTTONS: Mapping[str, Press] = {}
