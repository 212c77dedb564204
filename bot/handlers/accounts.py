"""Accounts: the card of an account, by its name or by a button."""

from __future__ import annotations

from collections.abc import Mapping

from bot.handlers.entrance import Entrance, Handler, Press
from bot.handlers.reading import Event, is_number
from bot.workflows.accounts import cards, finding
from bot.workflows.accounts.naming import ACCOUNT, Named
from bot.workflows.requests import filing


def about(named: Named) -> Handler:
    """The handler of a command about an account, which asks for the name where none was typed."""

    async def handle(entrance: Entrance, event: Event) -> None:
        await entrance.tell(event, await named(entrance.desk, event.cause, event.caller, event.arguments))

    return handle


async def show(entrance: Entrance, event: Event) -> None:
    """The card of the button's account, or of the requester of the button's request."""
    desk = entrance.desk
    if is_number(event.button.target):
        said = await cards.of_requester(desk, event.caller, event.number())
    else:
        request, account_id = finding.aimed(event.button.target)
        said = await cards.show(desk, event.caller, account_id, request)
    await entrance.tell(event, said)


async def ask_above(entrance: Entrance, event: Event) -> None:
    """Begins to file a request about an administrator's account, on which only the level above may act."""
    said = await filing.for_account(entrance.desk, event.cause, event.caller, event.button.target)
    await entrance.tell(event, said)


COMMANDS: Mapping[str, Handler] = {"compte": about(ACCOUNT)}
BUTTONS: Mapping[str, Press] = {"account": Press(show), "ask_above": Press(ask_above)}
