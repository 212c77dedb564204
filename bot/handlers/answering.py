"""Agents at their desk: the queue, and the verbs that move a request."""

from __future__ import annotations

from collections.abc import Callable

from bot.handlers.entrance import Entrance, Handler
from bot.handlers.reading import Event
from bot.terms import Notice, Refusal
from bot.workflows import views
from bot.workflows.desk import Turn
from bot.workflows.requests import verbs
from bot.workflows.requests.verbs import Saying


async def queue(entrance: Entrance, event: Event) -> None:
    """`/file [moi|libres|retard]`, a page at a time."""
    if event.button.action:
        wanted, _, after = event.button.target.partition(":")
    else:
        wanted, after = event.arguments.lower(), ""
    await entrance.tell(event, await entrance.desk.see(event.caller, views.queue, wanted, after))


def plain(verb: Callable[[Turn, int], Notice]) -> Handler:
    """The handler of a verb that needs a number only."""

    async def handle(entrance: Entrance, event: Event) -> None:
        await entrance.tell(event, await entrance.desk.act(event.cause, event.caller, verb, event.number()))

    return handle


def worded(verb: Callable[[Turn, int, Saying], Notice]) -> Handler:
    """The handler of a verb that needs a number and words."""

    async def handle(entrance: Entrance, event: Event) -> None:
        number, text = event.number_and_rest()
        said = event.said(text)
        await entrance.tell(event, await entrance.desk.act(event.cause, event.caller, verb, number, said))

    return handle


async def hand(entrance: Entrance, event: Event) -> None:
    """`/confier N ACCOUNT`: to a colleague of the same level."""
    number, name = event.number_and_rest()
    if not name:
        raise Refusal("usage-confier")
    await entrance.tell(event, await entrance.desk.act(event.cause, event.caller, verbs.hand, number, name))


async def merge(entrance: Entrance, event: Event) -> None:
    """`/fusionner N M`: N becomes a duplicate of M."""
    number, rest = event.number_and_rest()
    into = Event(event.cause, event.caller, event.private, event.command, rest).number()
    await entrance.tell(event, await entrance.desk.act(event.cause, event.caller, verbs.merge, number, into))
