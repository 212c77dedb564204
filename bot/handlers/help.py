"""Help: the command, and the buttons that show an article or the menu in place of the message they are under."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.handlers.entrance import Entrance, Handler, Press
from bot.handlers.reading import Event
from bot.terms import Notice
from bot.workflows import help as help_
from bot.workflows import nouns
from bot.workflows.desk import Turn


async def search(entrance: Entrance, event: Event) -> None:
    """`/aide [words]`: the articles that match, or the menu of help; a frightened child is led to people who help."""
    typed = event.arguments
    said = await entrance.desk.act(event.cause, event.caller, nouns.help_on, typed, event.said(typed))
    await entrance.tell(event, said)


async def menu(entrance: Entrance, event: Event) -> None:
    """`Aide`, `Retour`: the menu of help."""
    await entrance.tell(event, await entrance.desk.see(event.caller, nouns.help_on, ""))


async def topic(entrance: Entrance, event: Event) -> None:
    """The name of a topic: the titles of its articles."""
    await entrance.tell(event, await entrance.desk.see(event.caller, help_.topic, event.button.target))


async def tools(entrance: Entrance, event: Event) -> None:
    """`/outil [words]`: which tool of the ENT serves which message."""
    await entrance.tell(event, await _act(entrance, event, help_.tools, event.arguments))


async def article(entrance: Entrance, event: Event) -> None:
    """The title of an article: the article."""
    await entrance.tell(event, await _act(entrance, event, help_.read, event.button.target))


async def thank(entrance: Entrance, event: Event) -> None:
    """`Cela m'a aidé`: thanks under the article."""
    await entrance.tell(event, await _act(entrance, event, help_.thank, event.button.target))


async def _act(entrance: Entrance, event: Event, say: Callable[[Turn, str], Notice], given: str) -> Notice:
    """What is said, in a transaction that may count which article was read."""
    return await entrance.desk.act(event.cause, event.caller, say, given)


COMMANDS: Mapping[str, Handler] = {"aide": search, "outil": tools}
BUTTONS: Mapping[str, Press] = {
    "help": Press(menu, in_place=True),
    "help_back": Press(menu, in_place=True),
    "topic": Press(topic, in_place=True),
    "article": Press(article, in_place=True),
    "help_thanks": Press(thank, in_place=True),
}
