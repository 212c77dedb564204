"""sendMessage and the other methods that send no file. Every method that sends ends with `send`."""

from __future__ import annotations

import json
from typing import Any

from ..errors import bad_request
from ..keyboards import read_markup
from ..records import Chat, Json
from ..replies import reply_content, thread_content
from ..words import text_content
from .registry import Call, method

ACTIONS = frozenset({
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice",
    "upload_document", "choose_sticker", "find_location", "record_video_note", "upload_video_note",
})  # fmt: skip


def place(call: Call, chat: Chat) -> Json:
    """Returns the fields that all sent messages share: topic, reply, protection. Raises 400."""
    shared = thread_content(chat, call.get("message_thread_id"))
    shared |= reply_content(chat, call.get("reply_parameters"))
    if call.get("protect_content"):
        shared["has_protected_content"] = True
    if call.get("message_effect_id"):
        shared["effect_id"] = call.get("message_effect_id")
    return shared


def send(call: Call, content: Json) -> Json:
    """Posts one message of the bot and returns it. Raises 400, 403 or 429 where Telegram would refuse it."""
    chat = call.writable_chat()
    inline, keyboard = read_markup(call.get("reply_markup"))
    shared = place(call, chat)
    call.world.charge(call.bot, chat)
    markup = {"reply_markup": inline} if inline else {}
    return call.world.post(chat, call.bot.user, {**shared, **content, **markup}, keyboard).body


@method("sendMessage")
def send_message(call: Call) -> Json:
    """Posts a text."""
    content = text_content(call.parameters)
    if preview := call.get("link_preview_options"):
        content["link_preview_options"] = preview
    return send(call, content)


@method("sendLocation")
def send_location(call: Call) -> Json:
    """Posts a location."""
    names = ("latitude", "longitude", "horizontal_accuracy", "live_period", "heading", "proximity_alert_radius")
    return send(call, {"location": {name: call.get(name) for name in names if call.get(name) is not None}})


@method("sendContact")
def send_contact(call: Call) -> Json:
    """Posts a telephone contact."""
    names = ("phone_number", "first_name", "last_name", "vcard")
    return send(call, {"contact": {name: call.get(name) for name in names if call.get(name)}})


@method("sendPoll")
def send_poll(call: Call) -> Json:
    """Posts a poll; nobody's votes are counted here."""
    options = call.get("options")
    if not 1 <= len(options) <= 12:
        raise bad_request("poll must have 1-12 answer options")
    poll: dict[str, Any] = {
        "id": str(call.world.next_number()),
        "question": call.get("question"),
        "options": [{"persistent_id": str(i), "text": o["text"], "voter_count": 0} for i, o in enumerate(options)],
        "total_voter_count": 0,
        "is_closed": bool(call.get("is_closed")),
        "is_anonymous": call.get("is_anonymous", True),
        "type": call.get("type", "regular"),
        "allows_multiple_answers": bool(call.get("allows_multiple_answers")),
        "allows_revoting": bool(call.get("allows_revoting")),
        "members_only": bool(call.get("members_only")),
    }
    return send(call, {"poll": json.loads(json.dumps(poll))})


@method("sendDice")
def send_dice(call: Call) -> Json:
    """Posts a die; its value comes from a counter, so that test runs are repeatable."""
    value = 1 + call.world.next_number() % 6
    return send(call, {"dice": {"emoji": call.get("emoji", "🎲"), "value": value}})


@method("sendChatAction")
def send_chat_action(call: Call) -> bool:
    """Shows for some seconds that the bot is writing."""
    chat = call.writable_chat()
    if call.get("action") not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    fields = {"chat_id": chat.id, "bot_id": call.bot.id, "action": call.get("action")}
    call.world.events.add("action", **fields, message_thread_id=call.get("message_thread_id"))
    return True
