"""Classes: who teaches which class and teaching group of a school."""

from __future__ import annotations

from collections.abc import Mapping

from bot.handlers.entrance import Entrance, Handler, Press
from bot.handlers.reading import Event, is_number
from bot.workflows.accounts import finding
from bot.workflows.classes import choosing, rounds


async def classes(entrance: Entrance, event: Event) -> None:
    """`/classe [ACCOUNT [labels]]`; bare, in September, the teachers who have no class yet."""
    if not event.arguments and rounds.in_season(entrance.desk):
        await go_through(entrance, event)
        return
    await entrance.tell(event, await choosing.NAMED(entrance.desk, event.cause, event.caller, event.arguments))


async def go_through(entrance: Entrance, event: Event) -> None:
    """Shows the first teacher without a class."""
    await entrance.tell(event, await choosing.start_round(entrance.desk, event.cause, event.caller))


async def choose(entrance: Entrance, event: Event) -> None:
    """The button of an account's card, or of the card of a request, for its requester.

    The target is the account, with or without the request it helps with, or the number of the request alone.
    """
    aim = event.button.target
    if is_number(aim):
        said = await choosing.start_for(entrance.desk, event.cause, event.caller, event.number())
        await entrance.tell(event, said)
        return
    request, account_id = finding.aimed(aim if ":" in aim else finding.target(aim))
    said = await choosing.start(entrance.desk, event.cause, event.caller, account_id, request)
    await entrance.tell(event, said)


COMMANDS: Mapping[str, Handler] = {"classe": classes}
BUTTONS: Mapping[str, Press] = {"classes": Press(choose), "classes_round": Press(go_through)}
