"""Following requests: one's own, their card, answers, edits, reopening and closing."""

from __future__ import annotations

from bot.handlers.entrance import Entrance
from bot.handlers.reading import Event, category_and_words
from bot.workflows import intake, views
from bot.workflows.requests import verbs


async def mine(entrance: Entrance, event: Event) -> None:
    """`/mesdemandes`, a page at a time."""
    before = event.number() if event.button.target else None
    await entrance.tell(event, await entrance.desk.see(event.caller, views.mine, before))


async def show(entrance: Entrance, event: Event) -> None:
    """`/demande N`: the card of a request."""
    await entrance.tell(event, await entrance.desk.act(event.cause, event.caller, views.show, event.number()))


async def files(entrance: Entrance, event: Event) -> None:
    """The files of a request, sent again."""
    await entrance.tell(event, await entrance.desk.act(event.cause, event.caller, views.files, event.number()))


async def answer(entrance: Entrance, event: Event) -> None:
    """`/repondre N text`: adds an answer, from either side."""
    number, text = event.number_and_rest()
    saying = event.said(text)
    await entrance.tell(event, await entrance.desk.act(event.cause, event.caller, verbs.speak, number, saying))


async def prompt(entrance: Entrance, event: Event) -> None:
    """A button that needs words: asks for them."""
    action, number = event.button.action, event.number()
    await entrance.tell(event, await entrance.desk.act(event.cause, event.caller, intake.prompt, action, number))


async def reopen(entrance: Entrance, event: Event) -> None:
    """`/rouvrir N [text]`."""
    number, text = event.number_and_rest()
    saying = event.said(text) if text or event.saying.files else None
    await entrance.tell(event, await entrance.desk.act(event.cause, event.caller, verbs.reopen, number, saying))


async def close(entrance: Entrance, event: Event) -> None:
    """`/clore N`: the requester says that it is solved."""
    await entrance.tell(event, await entrance.desk.act(event.cause, event.caller, verbs.confirm, event.number()))


async def withdraw(entrance: Entrance, event: Event) -> None:
    """The requester takes back a request nobody has taken."""
    await entrance.tell(event, await entrance.desk.act(event.cause, event.caller, verbs.withdraw, event.number()))


async def edited(entrance: Entrance, event: Event) -> None:
    """Carries the edit of a message over to whoever read it; of a command, the words that follow it."""
    origin, text = event.saying.origin, event.saying.text
    if event.command == "assistance":
        text = category_and_words(event.arguments, entrance.desk.policy.categories)[1]
    elif event.command:
        text = event.number_and_rest()[1]
    if origin is not None and text:
        await entrance.desk.act(event.cause, event.caller, intake.edit, origin, text)
