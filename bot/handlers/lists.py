"""Lists of accounts: the command, the leafing, the menu of filters, and the inline query."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from typing import Any

from telegram import (
    InlineKeyboardMarkup,
    InlineQuery,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
)
from telegram.constants import ChatType, InlineQueryLimit, ParseMode
from telegram.error import TelegramError

from bot import texts
from bot.handlers.buttons import keyboard
from bot.handlers.entrance import Entrance, Handler, Press
from bot.handlers.reading import Event, asked
from bot.logs import brief
from bot.terms import Account, Button, Declined, Notice, Person, Refusal, Unavailable
from bot.workflows.accounts import finding
from bot.workflows.desk import Caller
from bot.workflows.lists import filtering, pages

log = logging.getLogger(__name__)

WAY_IN = "lier"  #: comes back as `/start lier`, which is said how to get linked


async def comptes(entrance: Entrance, event: Event) -> None:
    """`/comptes [filter…]`."""
    await entrance.tell(event, await pages.start(entrance.desk, event.caller, event.arguments))


async def leaf(entrance: Entrance, event: Event) -> None:
    """`Suite`, `Précédent`, `Voir la liste`."""
    await entrance.tell(event, await pages.page(entrance.desk, event.caller, event.button.target))


async def menu(entrance: Entrance, event: Event) -> None:
    """`Filtres`."""
    await entrance.tell(event, await filtering.menu(entrance.desk, event.caller, event.button.target))


async def facet(entrance: Entrance, event: Event) -> None:
    """What may be chosen of one facet."""
    await entrance.tell(event, await filtering.facet(entrance.desk, event.caller, event.button.target))


async def pick(entrance: Entrance, event: Event) -> None:
    """One choice."""
    await entrance.tell(event, await filtering.pick(entrance.desk, event.cause, event.caller, event.button.target))


async def clear(entrance: Entrance, event: Event) -> None:
    """`Tout effacer`."""
    await entrance.tell(event, await filtering.clear(entrance.desk, event.cause, event.caller, event.button.target))


async def inline(entrance: Entrance, query: InlineQuery) -> None:
    """Answers an inline query, with nothing at worst: it comes at each letter, and a failed one is typed anew."""
    caller, typed = asked(query)
    try:
        found = await pages.suggest(entrance.desk, caller, typed, query.offset)
    except Refusal as refusal:
        await _answer(query, (), "", _way_in(caller) if refusal.reason == "unlinked" else None)
    except (Declined, Unavailable) as error:
        log.warning("An inline query found no answer: %s", brief(error))
        await _answer(query, ())
    else:
        alone = query.chat_type == ChatType.SENDER
        results = [_result(found.person, account, said, alone) for account, said in found.lines]
        await _answer(query, results, found.after)


async def _answer(
    query: InlineQuery,
    results: Sequence[InlineQueryResultArticle],
    after: str = "",
    button: InlineQueryResultsButton | None = None,
) -> None:
    offset = after if len(after.encode()) <= InlineQueryLimit.MAX_OFFSET_LENGTH else ""
    try:
        await query.answer(results, cache_time=0, is_personal=True, next_offset=offset, button=button)
    except TelegramError as error:  # most often too late: another letter is typed by now
        log.info("An inline query was not answered: %s", brief(error))


def _result(me: Person, account: Account, said: Mapping[str, Any], alone: bool) -> InlineQueryResultArticle:
    """What is sent where others read tells nothing of the account."""
    title, about = texts.suggestion(said, me.language)
    if alone:
        content = InputTextMessageContent(f"/compte {account.login}")
        return InlineQueryResultArticle(account.id, title, content, description=about)
    button = Button("account", finding.target(account.id), me.id)
    speech = texts.word(Notice("account_shared", {}, ((button,),)), me.language)
    content = InputTextMessageContent(speech.text, ParseMode.HTML)
    keys = InlineKeyboardMarkup.de_json(keyboard(speech.rows) or {}, None)
    return InlineQueryResultArticle(account.id, title, content, keys, description=about)


def _way_in(caller: Caller) -> InlineQueryResultsButton:
    ((_, words),) = texts.stranger_commands(caller.language)
    return InlineQueryResultsButton(words, start_parameter=WAY_IN)


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
