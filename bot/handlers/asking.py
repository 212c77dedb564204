"""Asking for help: `/assistance` in one line or guided, and free words and files."""

from __future__ import annotations

from bot.handlers.entrance import Entrance
from bot.handlers.reading import Event, category_and_words
from bot.terms import Refusal
from bot.workflows import intake
from bot.workflows.requests import filing


async def assistance(entrance: Entrance, event: Event) -> None:
    """`/assistance [category] [text]`: files at once, or asks for what is missing."""
    category, text = category_and_words(event.arguments, entrance.desk.policy.categories)
    said = await entrance.desk.act(event.cause, event.caller, filing.start, category, event.said(text))
    await entrance.tell(event, said)


async def words(entrance: Entrance, event: Event) -> None:
    """Free words or files: a reply to a card, a conversation under way, or an offer to file them."""
    if event.fault:
        raise Refusal(event.fault)
    said = await intake.say(entrance.desk, event.cause, event.caller, event.saying, event.reply_to)
    await entrance.tell(event, said)


async def new(entrance: Entrance, event: Event) -> None:
    """The button that begins a request."""
    await entrance.tell(event, await entrance.desk.act(event.cause, event.caller, filing.begin))


async def choose(entrance: Entrance, event: Event) -> None:
    """A choice within the filing conversation."""
    what, value = event.button.action, event.button.target
    await entrance.tell(event, await entrance.desk.act(event.cause, event.caller, filing.choose, what, value))


async def whom(entrance: Entrance, event: Event) -> None:
    """The account for which an agent files."""
    found = await filing.for_someone(entrance.desk, event.cause, event.caller, event.button.target)
    await entrance.tell(event, found)


async def send(entrance: Entrance, event: Event) -> None:
    """Sends what the conversation gathered."""
    await entrance.tell(event, await entrance.desk.act(event.cause, event.caller, filing.send))


async def cancel(entrance: Entrance, event: Event) -> None:
    """`/annuler`: leaves the conversation under way."""
    await entrance.tell(event, await entrance.desk.act(event.cause, event.caller, intake.cancel))
