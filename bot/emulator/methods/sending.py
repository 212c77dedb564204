"""sendMessage and the other methods that send no file. Every method that sends ends with `send`."""

from __future__ import annotations

from ..contents import contact, dice, location, poll, venue
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
    return send(call, location(call.parameters))


@method("sendVenue")
def send_venue(call: Call) -> Json:
    """Posts a venue."""
    return send(call, venue(call.parameters))


@method("sendContact")
def send_contact(call: Call) -> Json:
    """Posts a telephone contact."""
    return send(call, contact(call.parameters))


@method("sendPoll")
def send_poll(call: Call) -> Json:
    """Posts a poll; nobody's votes are counted here."""
    return send(call, poll(call.world, call.parameters))


@method("sendDice")
def send_dice(call: Call) -> Json:
    """Posts a die."""
    return send(call, dice(call.world, call.parameters))


@method("sendChatAction")
def send_chat_action(call: Call) -> bool:
    """Shows for some seconds that the bot is writing."""
    chat = call.writable_chat()
    if call.get("action") not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    fields = {"chat_id": chat.id, "bot_id": call.bot.id, "action": call.get("action")}
    call.world.events.add("action", **fields, message_thread_id=call.get("message_thread_id"))
    return True
