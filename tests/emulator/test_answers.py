"""Every answer and every update of the emulator has the shape that the Bot API documents, down to the last field."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from bot.emulator.methods import HANDLERS
from bot.emulator.parameters import METHODS
from tests.emulator.answers import RETURNS, faults
from tests.emulator.client import MARC, ZOE, Client, Json, png, upload
from tests.emulator.samples import BUTTONS, REFUSED, VALUES, calls

FILES = ("photo", "document", "audio", "voice", "video", "video_note", "animation", "sticker")
ALL_KINDS = ["message", "edited_message", "callback_query", "inline_query", "chosen_inline_result", "my_chat_member",
             "message_reaction"]  # fmt: skip


async def _asked(client: Client, act: str, kind: str, **fields: Any) -> str:
    """Has a person ask the bot something, and returns the id of the question; nobody waits for its answer."""
    before = await client.updates(offset=-1)
    asking = asyncio.create_task(client.person(act, user_id=ZOE, **fields))
    (update,) = await client.updates(timeout=5, offset=before[-1]["update_id"] + 1)
    asking.cancel()
    question: str = update[kind]["id"]
    return question


async def _world(client: Client) -> Json:
    """Makes what the sample calls name, and returns its ids."""
    files: Json = {}
    await client.updates(allowed_updates=ALL_KINDS)
    for kind in FILES:
        sent: Json = {kind: upload("a.bin", png())}
        await client.person("messages", user_id=ZOE, **sent)
        shown = (await client.updates(offset=-1))[-1]["message"][kind]
        files[kind] = (shown[-1] if kind == "photo" else shown)["file_id"]
    forum = await client.forum()
    album = await client.bot("sendMediaGroup", chat_id=ZOE, media=[{"type": "photo", "media": files["photo"]}] * 2)
    text = await client.bot("sendMessage", chat_id=ZOE, text="n°12", reply_markup=BUTTONS)
    photo = await client.bot("sendPhoto", chat_id=ZOE, photo=files["photo"])
    topic = await client.bot("createForumTopic", chat_id=forum, name="n°12")
    return {
        "files": files,
        "forum": forum,
        "topic": topic["message_thread_id"],
        "group": (await client.person("groups", title="Équipe", members=[ZOE, MARC]))["id"],
        "album": [message["message_id"] for message in album],
        "text": text["message_id"],
        "there": (await client.bot("sendMessage", chat_id=MARC, text="n°12"))["message_id"],
        "photo": photo["message_id"],
        "pressed": await _asked(client, "callbacks", "callback_query", message_id=text["message_id"], data="t"),
        "query": await _asked(client, "inline", "inline_query", query="aide"),
    }


def _wrong(method: str, answer: Any) -> list[str]:
    return list(faults(answer, RETURNS.get(method, "True"), method))


FIRST = {
    "reopenForumTopic": "closeForumTopic",
    "reopenGeneralForumTopic": "closeGeneralForumTopic",
    "unhideGeneralForumTopic": "hideGeneralForumTopic",
}
"""What must be done before a method, for it to change something."""
IDS = ("message_id", "message_ids", "inline_message_id", "chat_id", "user_id", "callback_query_id", "certificate")


def _value(method: str, name: str, kind: str, at: Json) -> Any:
    """Returns a value for a parameter of a method."""
    if kind == "Boolean":
        return True
    if name == "message_thread_id":
        return at["topic"]
    if name == "reply_parameters":
        return {"message_id": at["text"], "chat_id": ZOE} if method != "copyMessage" else {"message_id": at["there"]}
    if name in ("media", "explanation_media"):
        return {"type": "photo", "media": at["files"]["photo"]}
    if name == "reply_markup" and method == "editMessageReplyMarkup":
        return {"inline_keyboard": [[{"text": "Autre", "callback_data": "a"}]]}
    if name == "name" or (name == "text" and method == "answerCallbackQuery") or name == "reaction":
        return VALUES[name]
    return "<b>a</b>" if name == "caption" else VALUES[name]


def _optional(method: str, required: Json) -> list[tuple[str, str]]:
    """Returns the other parameters that a method may be given, with their types."""
    return [(name, kind) for name, kind in METHODS[method].items() if name not in {*required, *REFUSED, *IDS}]


async def _call(client: Client, method: str, at: Json, **more: Any) -> list[str]:
    """Calls a method, and returns what is wrong with its answer and with the updates that came of it."""
    if method in FIRST:
        await client.bot(FIRST[method], **calls(at)[method])
    parameters = {**calls(at)[method], **more}
    if more.get("type") == "quiz":
        parameters["correct_option_ids"] = [0]
    if "message_thread_id" in more:
        parameters["chat_id"] = at["forum"]
    wrong = list(faults(await client.bot(method, **parameters), RETURNS.get(method, "True"), method))
    if method == "setWebhook":
        await client.bot("deleteWebhook")
    return wrong + list(faults(await client.updates(), "Update[]", "update"))


def test_no_method_is_left_out() -> None:
    nowhere: Json = dict.fromkeys(
        ("files", "forum", "topic", "group", "album", "text", "photo", "pressed", "query"), 0
    ) | {"files": dict.fromkeys(FILES, "")}
    assert calls(nowhere).keys() == HANDLERS.keys()


@pytest.mark.parametrize("method", sorted(HANDLERS))
async def test_every_method_answers_as_documented(client: Client, method: str) -> None:
    assert await _call(client, method, await _world(client)) == []
    for name, kind in _optional(method, calls(await _world(client))[method]):
        at = await _world(client)
        assert await _call(client, method, at, **{name: _value(method, name, kind.rstrip("!"), at)}) == [], name
