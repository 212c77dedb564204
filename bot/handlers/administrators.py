"""Administrators: who administers a school beside its head."""

from __future__ import annotations

from collections.abc import Mapping

from bot.handlers.entrance import Entrance, Handler, Press
from bot.handlers.reading import Event
from bot.workflows.accounts import finding
from bot.workflows.administrators import appointing, showing


async def rights(entrance: Entrance, event: Event) -> None:
    """`/droits ACCOUNT`; bare, who administers the schools of whoever asks."""
    if not event.arguments:
        await entrance.tell(event, await showing.of_schools(entrance.desk, event.caller))
        return
    await entrance.tell(event, await appointing.NAMED(entrance.desk, event.cause, event.caller, event.arguments))


async def name(entrance: Entrance, event: Event) -> None:
    """Asks whose rights are to be changed."""
    await entrance.tell(event, await appointing.NAMED(entrance.desk, event.cause, event.caller, ""))


async def card(entrance: Entrance, event: Event) -> None:
    """The rights of the button's account."""
    _, account_id = finding.aimed(event.button.target)
    await entrance.tell(event, await appointing.start(entrance.desk, event.cause, event.caller, account_id))


COMMANDS: Mapping[str, Handler] = {"droits": rights}
BUTTONS: Mapping[str, Press] = {"rights": Press(card), "right_whom": Press(name)}
