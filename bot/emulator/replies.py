"""The fields of a message that say which topic it is in and which message it replies to."""

from __future__ import annotations

from .entities import Json, utf16_length
from .errors import bad_request
from .records import Chat, Posted
from .words import read_words


def without_reply(posted: Posted) -> Json:
    """Returns a message as it appears in a reply's `reply_to_message`: without its own."""
    return {k: v for k, v in posted.body.items() if k != "reply_to_message"}


def thread_content(chat: Chat, thread_id: int | None) -> Json:
    """Returns the fields that put a message into a topic. Raises `message thread not found`.

    In a group the message also counts as a reply to the one that opened the topic; in a private chat it does not.
    """
    if not thread_id:
        return {}
    if thread_id not in chat.topics:
        raise bad_request("message thread not found")
    opening = {"reply_to_message": without_reply(chat.messages[thread_id])} if chat.is_group else {}
    return {"message_thread_id": thread_id, "is_topic_message": True, **opening}


def reply_content(chat: Chat, wanted: Json | None) -> Json:
    """Returns the fields of a reply; none if the message is gone and that is allowed. Raises 400 if it is not."""
    if not wanted or "message_id" not in wanted:
        return {}
    target = chat.alive(wanted["message_id"])
    if target is None:
        if wanted.get("allow_sending_without_reply"):
            return {}
        raise bad_request("message to be replied not found")
    fields: Json = {"reply_to_message": without_reply(target)}
    if "message_thread_id" in target.body:
        fields |= {"message_thread_id": target.body["message_thread_id"], "is_topic_message": True}
    return {**fields, **_quote(target, wanted)}


def _quote(target: Posted, wanted: Json) -> Json:
    if not wanted.get("quote"):
        return {}
    quote, entities = read_words(wanted["quote"], wanted.get("quote_parse_mode"), wanted.get("quote_entities"))
    whole = target.body.get("text") or target.body.get("caption") or ""
    if quote not in whole or utf16_length(quote) > 1024:
        raise bad_request("QUOTE_TEXT_INVALID")
    shown = {"entities": entities} if entities else {}
    position = utf16_length(whole[: whole.index(quote)])
    return {"quote": {"text": quote, "position": position, "is_manual": True, **shown}}
