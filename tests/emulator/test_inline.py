"""Inline mode: a query in any chat, its results, and the result a person chooses."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import telegram
from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
)

from bot.emulator import Emulator
from tests.emulator.client import BOT_ID, MARC, PERSONAS, TOKEN, ZOE, Client

OPEN = {"inline_keyboard": [[{"text": "Fiche", "callback_data": "card:1"}]]}


def article(name: str = "1", **fields: Any) -> dict[str, Any]:
    """An inline result as a bot sends it."""
    content = {"message_text": "<b>Inès Dupont</b>", "parse_mode": "HTML"}
    return {"type": "article", "id": name, "title": "Inès Dupont", "input_message_content": content, **fields}


async def search(client: Client, *results: dict[str, Any], **fields: Any) -> tuple[dict[str, Any], Any]:
    """Types a query and has the bot answer these results; returns the query and what the person saw."""
    typed = asyncio.create_task(client.person("inline", **{"user_id": ZOE, "query": "dup", **fields}))
    (update,) = await client.updates(timeout=5)
    query = update["inline_query"]
    await client.bot("answerInlineQuery", inline_query_id=query["id"], results=list(results), is_personal=True)
    await client.updates(offset=update["update_id"] + 1)
    return query, await typed


async def test_a_query_says_who_types_what_and_in_which_kind_of_chat(client: Client) -> None:
    query, seen = await search(client, article(), offset="20")
    assert (query["from"]["id"], query["query"], query["offset"], query["chat_type"]) == (ZOE, "dup", "20", "sender")
    assert [result["title"] for result in seen["results"]] == ["Inès Dupont"]
    await client.updates(allowed_updates=["inline_query"])  # else the group's birth comes first
    query, _ = await search(client, chat_id=await client.forum())
    assert query["chat_type"] == "supergroup"


async def test_the_library_answers_with_everything_it_has(client: Client) -> None:
    markup = InlineKeyboardMarkup([[InlineKeyboardButton("Fiche", callback_data="card:1")]])
    result = InlineQueryResultArticle(
        "1", "Inès Dupont", InputTextMessageContent("<b>Inès</b>", "HTML"), markup, description="CM2"
    )
    async with telegram.Bot(TOKEN, base_url=f"{client.url}/bot") as bot:
        typed = asyncio.create_task(client.person("inline", user_id=ZOE, query="dup"))
        (update,) = await bot.get_updates(timeout=5)
        assert update.inline_query is not None
        button = InlineQueryResultsButton("Plus de filtres", start_parameter="comptes")
        assert await update.inline_query.answer([result], 0, True, next_offset="25", button=button)
    seen = await typed
    assert seen["next_offset"] == "25"
    assert seen["button"] == {"text": "Plus de filtres", "start_parameter": "comptes"}
    assert seen["results"][0]["description"] == "CM2"


async def test_the_chosen_result_is_the_person_s_own_message_and_reaches_the_bot(client: Client) -> None:
    await search(client, article(reply_markup=OPEN))
    sent = await client.person("inline/choose", user_id=ZOE, query="dup", result_id="1")
    (update,) = await client.updates()
    message = update["message"]
    assert (message["message_id"], message["from"]["id"]) == (sent["message_id"], ZOE)
    assert (message["text"], message["entities"][0]["type"]) == ("Inès Dupont", "bold")
    assert message["via_bot"]["id"] == BOT_ID
    assert message["reply_markup"] == OPEN


async def test_a_result_chosen_in_a_group_stands_there(client: Client) -> None:
    await client.updates(allowed_updates=["inline_query"])  # else the group's birth comes first
    group = await client.forum()
    await search(client, article(), chat_id=group)
    await client.person("inline/choose", user_id=ZOE, chat_id=group, query="dup", result_id="1")
    (row,) = await client.look(f"chats/{group}/messages")
    assert row["via_bot"]["is_bot"]


async def test_a_query_not_typed_yet_is_typed_by_choosing(client: Client) -> None:
    chosen = asyncio.create_task(client.person("inline/choose", user_id=ZOE, query="dup", result_id="1"))
    (update,) = await client.updates(timeout=5)
    await client.bot("answerInlineQuery", inline_query_id=update["inline_query"]["id"], results=[article()])
    assert (await chosen)["message_id"]


async def test_a_choice_is_told_to_a_bot_that_asked_for_it(client: Client) -> None:
    await client.updates(allowed_updates=["inline_query", "chosen_inline_result"])
    await search(client, article(reply_markup=OPEN))
    sent = await client.person("inline/choose", user_id=ZOE, query="dup", result_id="1")
    (update,) = await client.updates()
    chosen = update["chosen_inline_result"]
    assert (chosen["result_id"], chosen["query"], chosen["from"]["id"]) == ("1", "dup", ZOE)
    assert chosen["inline_message_id"] == sent["inline_message_id"]


async def _pressed(client: Client) -> tuple[dict[str, Any], dict[str, Any]]:
    """Chooses a result with a button and presses that button; returns the ids sent and the callback query."""
    await search(client, article(reply_markup=OPEN))
    sent = await client.person("inline/choose", user_id=ZOE, query="dup", result_id="1")
    (told,) = await client.updates()
    press = {"user_id": ZOE, "message_id": sent["message_id"], "text": "Fiche"}
    pressed = asyncio.create_task(client.person("callbacks", **press))
    (update,) = await client.updates(offset=told["update_id"] + 1, timeout=5)
    await client.bot("answerCallbackQuery", callback_query_id=update["callback_query"]["id"])
    await pressed
    return sent, update["callback_query"]


async def test_a_button_of_such_a_message_names_it_by_its_inline_id_alone(client: Client) -> None:
    sent, query = await _pressed(client)
    assert query["inline_message_id"] == sent["inline_message_id"]
    assert "message" not in query


async def test_the_bot_edits_such_a_message_by_its_inline_id(client: Client) -> None:
    sent, query = await _pressed(client)
    name = query["inline_message_id"]
    assert await client.bot("editMessageText", inline_message_id=name, text="Fiche ouverte") is True
    (row,) = await client.look(f"chats/{ZOE}/messages")
    assert (row["text"], row["edited"], "reply_markup" in row) == ("Fiche ouverte", True, False)
    await client.person("deletions", user_id=ZOE, message_id=sent["message_id"])
    refused = await client.refusal("editMessageText", inline_message_id=name, text="Encore")
    assert refused == "Bad Request: MESSAGE_ID_INVALID"


async def test_the_inline_id_survives_a_restart(tmp_path: Path) -> None:
    names = []
    for turn in range(2):
        emulator = Emulator(PERSONAS, tmp_path, rates=False)
        await emulator.start()
        async with aiohttp.ClientSession() as session:
            client = Client(emulator, session)
            if turn == 0:
                await client.bot("getMe")
                names.append((await _pressed(client))[1]["inline_message_id"])
            else:
                assert await client.bot("editMessageText", inline_message_id=names[0], text="Fiche ouverte")
        await emulator.stop()


async def test_a_message_sent_inline_is_not_edited_by_its_person(client: Client) -> None:
    await search(client, article())
    sent = await client.person("inline/choose", user_id=ZOE, query="dup", result_id="1")
    refused = await client.person("edits", 400, user_id=ZOE, message_id=sent["message_id"], text="non")
    assert refused["description"] == "Un message envoyé par un bot en ligne ne se modifie pas."


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ({"results": [article(str(n)) for n in range(51)]}, "RESULTS_TOO_MUCH"),
        ({"results": [article(), article()]}, "RESULT_ID_DUPLICATE"),
        ({"results": [article("é" * 33)]}, "RESULT_ID_INVALID"),
        ({"results": [article("")]}, "RESULT_ID_EMPTY"),
        ({"results": [article(title=" ")]}, "ARTICLE_TITLE_EMPTY"),
        ({"results": [article(type="notice")]}, "RESULT_TYPE_INVALID"),
        ({"results": [{"type": "article", "id": "1"}]}, "can't parse results: field \"title\" is missing"),
        ({"results": [article(input_message_content={"message_text": ""})]}, "message text is empty"),
        ({"results": [article(reply_markup={"inline_keyboard": [[{"text": "a", "callback_data": "x" * 65}]]})]},
         "BUTTON_DATA_INVALID"),
        ({"results": [], "next_offset": "9" * 65}, "NEXT_OFFSET_INVALID"),
        ({"results": [], "button": {"text": "Aide", "start_parameter": "é"}}, "START_PARAM_INVALID"),
    ],
)  # fmt: skip
async def test_an_answer_that_telegram_would_refuse_is_refused(
    client: Client, answer: dict[str, Any], words: str
) -> None:
    typed = asyncio.create_task(client.person("inline", user_id=ZOE, query="dup"))
    (update,) = await client.updates(timeout=5)
    name = update["inline_query"]["id"]
    assert await client.refusal("answerInlineQuery", inline_query_id=name, **answer) == f"Bad Request: {words}"
    await client.bot("answerInlineQuery", inline_query_id=name, results=[])
    assert (await typed)["results"] == []


async def test_a_result_that_was_not_offered_cannot_be_chosen(client: Client) -> None:
    chosen = asyncio.create_task(client.person("inline/choose", 400, user_id=MARC, query="dup", result_id="9"))
    (update,) = await client.updates(timeout=5)
    await client.bot("answerInlineQuery", inline_query_id=update["inline_query"]["id"], results=[article()])
    assert (await chosen)["description"] == "Aucun résultat « 9 » pour cette recherche."


async def test_a_quotation_of_a_deleted_message_keeps_nothing_of_it(client: Client) -> None:
    code = await client.bot("sendMessage", chat_id=ZOE, text="K7P2")
    await client.person("messages", user_id=ZOE, text="merci", reply_to_message_id=code["message_id"])
    await client.bot("deleteMessage", chat_id=ZOE, message_id=code["message_id"])
    rows = await client.look(f"chats/{ZOE}/messages")
    assert "K7P2" not in str(rows)
    assert rows[1]["reply_to_message"]["deleted"]
