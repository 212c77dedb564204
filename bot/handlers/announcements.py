"""Announcements of a school: flash messages."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from bot.handlers import pictures
from bot.handlers.entrance import Entrance, Handler, Press
from bot.handlers.reading import Event, is_number
from bot.terms import Notice, Refusal
from bot.workflows.announcements import asking, bringing, ending, pages
from bot.workflows.desk import Caller, Desk


async def flash(entrance: Entrance, event: Event) -> None:
    """`/flash [tous|encours|avenir|passes]`."""
    said = await pages.start(entrance.desk, event.caller, event.arguments)
    await entrance.tell_found(event, said, bool(said.facts["count"]))


async def new(entrance: Entrance, event: Event) -> None:
    """`Nouveau message`: asks for all that an announcement needs."""
    await entrance.tell(event, await asking.start(entrance.desk, event.cause, event.caller))


def shows(view: Callable[[Desk, Caller, str], Awaitable[Notice]]) -> Handler:
    """The handler of a button whose target is what is shown."""

    async def handle(entrance: Entrance, event: Event) -> None:
        await entrance.tell(event, await view(entrance.desk, event.caller, event.button.target))

    return handle


def acts(act: Callable[[Desk, str, Caller, str], Awaitable[Notice | None]]) -> Handler:
    """The handler of a button that does something to the announcement that is its target."""

    async def handle(entrance: Entrance, event: Event) -> None:
        said = await act(entrance.desk, event.cause, event.caller, event.button.target)
        if said is not None:
            await pictures.show(entrance, event, said)
        await entrance.tell(event, said)

    return handle


async def read(entrance: Entrance, event: Event) -> None:
    """`J’ai lu`: counts the reader."""
    if not is_number(event.button.target):  # people can send any data
        raise Refusal("old-button")
    await entrance.tell(event, await bringing.read(entrance.desk, event.caller, event.number()))


COMMANDS: Mapping[str, Handler] = {"flash": flash}
BUTTONS: Mapping[str, Press] = {
    "flash_new": Press(new),
    "flash_list": Press(shows(pages.turn_to), in_place=True),
    "flash_before": Press(shows(pages.turn_to), in_place=True),
    "flash_after": Press(shows(pages.turn_to), in_place=True),
    "flash_card": Press(shows(pages.card), in_place=True),
    "flash_edit": Press(acts(pages.edit)),
    "flash_copy": Press(acts(pages.copy)),
    "flash_end": Press(shows(ending.ask), in_place=True),
    "flash_end_now": Press(acts(ending.end), in_place=True),
    "flash_read": Press(read),
}
