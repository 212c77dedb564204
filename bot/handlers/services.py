"""Services: the applications, links, connectors and widgets of a school."""

from __future__ import annotations

from collections.abc import Mapping

from bot.handlers.entrance import Entrance, Handler, Press
from bot.handlers.reading import Event
from bot.workflows.services import asking


async def services(entrance: Entrance, event: Event) -> None:
    """`/services [ADDRESS] [NAME]`."""
    await entrance.tell(event, await asking.ask(entrance.desk, event.cause, event.caller, event.arguments))


async def again(entrance: Entrance, event: Event) -> None:
    """The button below a receipt: the services of its school."""
    said = await asking.again(entrance.desk, event.cause, event.caller, event.button.target)
    await entrance.tell(event, said)


async def connector(entrance: Entrance, event: Event) -> None:
    """Begins a request for a connector."""
    await entrance.tell(event, await asking.ask_for_connector(entrance.desk, event.cause, event.caller))


COMMANDS: Mapping[str, Handler] = {"services": services}
BUTTONS: Mapping[str, Press] = {"services": Press(again), "service_connector": Press(connector)}
