"""Attachments: asking the ERUN for them, and doing them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from bot.handlers.accounts import about
from bot.handlers.entrance import Entrance, Handler, Press
from bot.handlers.reading import Event
from bot.terms import Notice
from bot.workflows.accounts import finding
from bot.workflows.attachments import asking, attaching, detaching
from bot.workflows.desk import Caller, Desk

_OfRequest = Callable[[Desk, str, Caller, int], Awaitable[Notice | None]]


async def ask(entrance: Entrance, event: Event) -> None:
    """`/rattachement [KIND [name]]`: asks the ERUN to attach somebody; an ERUN looks for them at once."""
    await entrance.tell(event, await asking.ask(entrance.desk, event.cause, event.caller, event.arguments))


def helps(begin: _OfRequest) -> Handler:
    """The handler of `Rattacher` or `Détacher` on the card of a request."""

    async def handle(entrance: Entrance, event: Event) -> None:
        await entrance.tell(event, await begin(entrance.desk, event.cause, event.caller, event.number()))

    return handle


async def also(entrance: Entrance, event: Event) -> None:
    """`Rattacher aussi à…`: attaches the same account to another school."""
    request, account_id = finding.aimed(event.button.target)
    said = await attaching.also(entrance.desk, event.cause, event.caller, account_id, request)
    await entrance.tell(event, said)


async def leaver(entrance: Entrance, event: Event) -> None:
    """An account that was offered after `/detachement`."""
    _, account_id = finding.aimed(event.button.target)
    await entrance.tell(event, await detaching.start(entrance.desk, event.cause, event.caller, account_id))


COMMANDS: Mapping[str, Handler] = {"rattachement": ask, "detachement": about(detaching.LEAVER)}

BUTTONS: Mapping[str, Press] = {
    "attach": Press(helps(attaching.of_request)),
    "detach": Press(helps(detaching.of_request)),
    "also": Press(also),
    "leaver": Press(leaver),
}
