"""Lists of accounts: the command, the pages, the menu of filters, and the inline query."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot import texts
from bot.handlers.buttons import keyboard
from bot.handlers.entrance import Entrance, Handler, Press
from bot.handlers.reading import Event
from bot.terms import Button, Notice, Person, Refusal
from bot.workflows.accounts import finding
from bot.workflows.desk import Caller
from bot.workflows.lists import filtering, pages

WAY_IN = "lier"  #: the button above an empty inline answer sends `/start lier`, which says how to get linked
_RESERVED = ("administrators-only", "school-administrators-only")  #: reasons why somebody finds no accounts at all


async def comptes(entrance: Entrance, event: Event) -> None:
    """`/comptes [filter…]`: the first page of a list."""
    said = await pages.start(entrance.desk, event.caller, event.arguments)
    await entrance.tell_found(event, said, bool(said.facts["count"]))


async def leaf(entrance: Entrance, event: Event) -> None:
    """`Suite`, `Précédent`, `Voir la liste`: another page."""
    await entrance.tell(event, await pages.page(entrance.desk, event.caller, event.button.target))


async def menu(entrance: Entrance, event: Event) -> None:
    """`Filtres`: the menu of filters."""
    await entrance.tell(event, await filtering.menu(entrance.desk, event.caller, event.button.target))


async def facet(entrance: Entrance, event: Event) -> None:
    """The values of one facet to choose from."""
    await entrance.tell(event, await filtering.facet(entrance.desk, event.caller, event.button.target))


async def pick(entrance: Entrance, event: Event) -> None:
    """Chooses a value of a facet, or undoes that."""
    await entrance.tell(event, await filtering.pick(entrance.desk, event.cause, event.caller, event.button.target))


async def clear(entrance: Entrance, event: Event) -> None:
    """`Tout effacer`: removes all filters."""
    await entrance.tell(event, await filtering.clear(entrance.desk, event.cause, event.caller, event.button.target))


async def inline(entrance: Entrance, event: Event) -> None:
    """Answers an inline query with accounts.

    Somebody who is not linked gets a button that says how to get linked; who administers nothing, one that says whom
    this is for, and opens the bot's chat.
    """
    query = event.inline
    assert query is not None
    try:
        found = await pages.suggest(entrance.desk, event.caller, event.arguments, query.offset)
    except Refusal as refusal:
        if (above := _above(refusal, event.caller)) is None:
            raise
        await entrance.suggest(event, above=above)
    else:
        alone = query.chat_type == "sender"
        results = [_result(found.person, found.names[account.id], said, alone) for account, said in found.lines]
        await entrance.suggest(event, results, found.after)


def _result(me: Person, pointer: str, said: Mapping[str, Any], alone: bool) -> dict[str, Any]:
    """One result, in the Bot API's form. `alone`: only the person and the bot are in the chat where it is sent.

    Elsewhere, the message that it sends says nothing of the account. What Telegram keeps of a result names it by the
    `pointer` alone, which means nothing to anybody else; name and class are shown while the results are.
    """
    title, about = texts.suggestion(said, me.tongue)
    shown = {"type": "article", "id": pointer, "title": title, "description": about}
    if alone:
        return {**shown, "input_message_content": {"message_text": f"/compte {pointer}"}}
    button = Button("account", finding.target(pointer), me.id)
    speech = texts.word(Notice("account_shared", {}, ((button,),)), me.tongue)
    content = {"message_text": speech.text, "parse_mode": "HTML"}
    return {**shown, "input_message_content": content, "reply_markup": keyboard(speech.rows)}


def _above(refusal: Refusal, caller: Caller) -> dict[str, Any] | None:
    """The button above an empty inline answer that says why nothing is found; None where no button does."""
    if refusal.reason == "unlinked":
        return _way_in(caller)
    return _reserved(refusal.language or caller.language) if refusal.reason in _RESERVED else None


def _way_in(caller: Caller) -> dict[str, Any]:
    ((_, words),) = texts.stranger_commands(caller.language)
    return {"text": words, "start_parameter": WAY_IN}


def _reserved(language: str) -> dict[str, Any]:
    words = texts.plain(texts.word(Notice("inline_reserved"), language).text)
    return {"text": words, "start_parameter": WAY_IN}


COMMANDS: Mapping[str, Handler] = {"comptes": comptes}

BUTTONS: Mapping[str, Press] = {
    "list": Press(leaf, in_place=True),
    "list_next": Press(leaf, in_place=True),
    "list_back": Press(leaf, in_place=True),
    "filters": Press(menu, in_place=True),
    "facet": Press(facet, in_place=True),
    "facet_next": Press(facet, in_place=True),
    "pick": Press(pick, in_place=True),
    "clear": Press(clear, in_place=True),
}
