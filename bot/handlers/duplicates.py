"""Duplicates: the list of pairs, the card of one, merging it or telling two people apart, asking for advice."""

from __future__ import annotations

from collections.abc import Mapping

from bot import texts
from bot.handlers.entrance import Entrance, Handler, Press
from bot.handlers.reading import Event
from bot.workflows.duplicates import advising, cards, pages, settling


async def doublons(entrance: Entrance, event: Event) -> None:
    """`/doublons`: the first page of the pairs."""
    said = await pages.start(entrance.desk, event.caller)
    await entrance.tell_found(event, said, bool(said.facts["count"]))


async def leaf(entrance: Entrance, event: Event) -> None:
    """`Doublons`, `Suite`, `Précédent`: a page of the pairs."""
    await entrance.tell(event, await pages.page(entrance.desk, event.caller, event.button.target))


async def show(entrance: Entrance, event: Event) -> None:
    """The card of the button's pair, or of the pair of the button's request."""
    await entrance.tell(event, await cards.show(entrance.desk, event.caller, event.button.target))


def settles(act: str) -> Handler:
    """The handler of a card's button that merges the pair, or tells it apart, once that is confirmed."""

    async def handle(entrance: Entrance, event: Event) -> None:
        target = event.button.target
        await entrance.tell(event, await settling.ask(entrance.desk, event.cause, event.caller, target, act))

    return handle


async def advise(entrance: Entrance, event: Event) -> None:
    """`Demander conseil à l’ERUN`: files the request, whose receipt says its number."""
    asked, pair = await advising.worded(entrance.desk, event.caller, event.button.target)
    words = texts.plain(texts.word(asked, asked.language or event.caller.language).text)
    await advising.ask(entrance.desk, event.cause, event.caller, pair, words)
    await entrance.tell(event, None)


COMMANDS: Mapping[str, Handler] = {"doublons": doublons}

BUTTONS: Mapping[str, Press] = {
    "pair": Press(show),
    "pair_merge": Press(settles(settling.MERGE)),
    "pair_part": Press(settles(settling.PART)),
    "pair_advice": Press(advise),
    "pairs": Press(leaf),
    "pairs_next": Press(leaf, in_place=True),
    "pairs_back": Press(leaf, in_place=True),
}
