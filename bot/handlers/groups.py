"""Groups: those of a school, the card of one, and what may be done about those made by hand."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from bot.handlers.entrance import Entrance, Handler, Press
from bot.handlers.reading import Event
from bot.terms import Notice
from bot.workflows.desk import Caller, Desk
from bot.workflows.groups import choosing, ending, making, showing


async def groupes(entrance: Entrance, event: Event) -> None:
    """`/groupes [NAME]`: the groups of a school, or the card of one."""
    await entrance.tell(event, await showing.start(entrance.desk, event.caller, event.arguments))


async def leaf(entrance: Entrance, event: Event) -> None:
    """A page of the groups of the button's school."""
    await entrance.tell(event, await showing.page(entrance.desk, event.caller, event.button.target))


async def show(entrance: Entrance, event: Event) -> None:
    """The card of the button's group, or a further page of its members."""
    await entrance.tell(event, await showing.show(entrance.desk, event.caller, event.button.target))


def begins(start: Callable[[Desk, str, Caller, str], Awaitable[Notice | None]]) -> Handler:
    """The handler of a button that begins a conversation about its group, or about its school's groups."""

    async def handle(entrance: Entrance, event: Event) -> None:
        await entrance.tell(event, await start(entrance.desk, event.cause, event.caller, event.button.target))

    return handle


COMMANDS: Mapping[str, Handler] = {"groupes": groupes}

BUTTONS: Mapping[str, Press] = {
    "groups": Press(leaf),
    "groups_next": Press(leaf, in_place=True),
    "groups_back": Press(leaf, in_place=True),
    "group": Press(show),
    "group_next": Press(show, in_place=True),
    "group_back": Press(show, in_place=True),
    "group_new": Press(begins(making.start)),
    "group_rename": Press(begins(making.rename)),
    "group_add": Press(begins(choosing.add)),
    "group_remove": Press(begins(choosing.remove)),
    "group_writing": Press(begins(ending.writing)),
    "group_delete": Press(begins(ending.delete)),
}
