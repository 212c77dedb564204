"""Local administrators: a whole profile blocked or unblocked, now or for the summer, and the history of it."""

from __future__ import annotations

from bot.handlers.entrance import Entrance, Handler
from bot.handlers.reading import Event
from bot.workflows.blocks import campaigns, traces, whole


def asks(blocked: bool) -> Handler:
    """The handler of `/blocage [profile] [dates]`, or of `/deblocage`."""

    async def handle(entrance: Entrance, event: Event) -> None:
        said = await whole.ask(entrance.desk, event.cause, event.caller, event.arguments, blocked)
        await entrance.tell(event, said)

    return handle


async def choose(entrance: Entrance, event: Event) -> None:
    """A choice on the way: the school, the profile, the moment."""
    pressed = event.button
    said = await whole.choose(entrance.desk, event.cause, event.caller, pressed.action, pressed.target)
    await entrance.tell(event, said)


async def follow(entrance: Entrance, event: Event) -> None:
    """Shows a campaign of the history."""
    await entrance.desk.act(event.cause, event.caller, campaigns.open_again, event.number())
    await entrance.tell(event, None)


async def cancel(entrance: Entrance, event: Event) -> None:
    """Gives up what is planned, or stops what is under way."""
    said = await entrance.desk.act(event.cause, event.caller, campaigns.cancel, event.number())
    await entrance.tell(event, said)


async def history(entrance: Entrance, event: Event) -> None:
    """`/historique`, a page at a time."""
    await entrance.tell(event, await traces.history(entrance.desk, event.caller, event.button.target))
