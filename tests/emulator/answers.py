"""Judges what the emulator answers: every object, field by field, against the types of Bot API 10.2.

`answers.json` holds the types, copied from the public documentation (https://core.telegram.org/bots/api, its table
of each type) in the notation of `bot/emulator/methods.json`: `!` for a field that is always there, `[]` for a list.
One field is newer: `can_send_welcome_messages` of an administrator, which Bot API 10.3 requires and aiogram 3.31
cannot do without. Types that no answer of the emulator may hold (payments, gifts, stories, business …) are left out
on purpose: a field that holds one is a fault. `by` is the field that tells the members of a union apart.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_TABLE = json.loads((Path(__file__).parent / "answers.json").read_text("utf-8"))
UNIONS: dict[str, dict[str, Any]] = _TABLE["unions"]
OBJECTS: dict[str, dict[str, str]] = _TABLE["objects"]
PLAIN: dict[str, tuple[type, ...]] = {"Integer": (int,), "Float": (int, float), "String": (str,), "Boolean": (bool,)}
SENT = "sendMessage sendPhoto sendDocument sendAudio sendVoice sendVideo sendVideoNote sendAnimation sendSticker \
    sendLocation sendVenue sendContact sendPoll sendDice forwardMessage"
EDITED = "editMessageText editMessageCaption editMessageMedia editMessageReplyMarkup editMessageLiveLocation \
    stopMessageLiveLocation"
RETURNS = {
    **dict.fromkeys(SENT.split(), "Message"),
    **dict.fromkeys(EDITED.split(), "Message|True"),
    "copyMessage": "MessageId",
    "copyMessages": "MessageId[]",
    "createForumTopic": "ForumTopic",
    "forwardMessages": "MessageId[]",
    "getChat": "ChatFullInfo",
    "getChatAdministrators": "ChatMember[]",
    "getChatMember": "ChatMember",
    "getChatMemberCount": "Integer",
    "getChatMenuButton": "MenuButton",
    "getFile": "File",
    "getForumTopicIconStickers": "Sticker[]",
    "getMe": "User",
    "getMyCommands": "BotCommand[]",
    "getMyDescription": "BotDescription",
    "getMyName": "BotName",
    "getMyShortDescription": "BotShortDescription",
    "getUpdates": "Update[]",
    "getUserProfilePhotos": "UserProfilePhotos",
    "getWebhookInfo": "WebhookInfo",
    "sendMediaGroup": "Message[]",
    "stopPoll": "Poll",
}
"""What each method answers; True where it is not named."""


def faults(value: Any, kind: str, where: str = "") -> Iterator[str]:
    """Yields what is wrong with a value that should be of this type, with the path to it; nothing if it is right."""
    if kind.endswith("[]"):
        if not isinstance(value, list):
            yield f"{where}: no list"
            return
        for number, item in enumerate(value):
            yield from faults(item, kind[:-2], f"{where}[{number}]")
    elif "|" in kind:
        kinds = kind.split("|")
        plain = [each for each in kinds if each in PLAIN or each == "True"]
        if not any(not list(faults(value, each)) for each in plain):
            yield from faults(value, next(each for each in kinds if each not in plain), where)
    elif kind in UNIONS or kind == "MaybeInaccessibleMessage":
        yield from _member(value, kind, where)
    elif kind in OBJECTS:
        yield from _object(value, OBJECTS[kind], f"{where}<{kind}>")
    elif kind == "True":
        if value is not True:
            yield f"{where}: not true"
    elif kind not in PLAIN:
        yield f"{where}: the emulator should give no {kind}"
    elif not isinstance(value, PLAIN[kind]) or (isinstance(value, bool) and kind != "Boolean"):
        yield f"{where}: {value!r} is no {kind}"


def _member(value: Any, kind: str, where: str) -> Iterator[str]:
    """Yields the faults of one member of a union, chosen by the field that tells them apart."""
    if not isinstance(value, dict):
        yield f"{where}: no object"
    elif kind == "MaybeInaccessibleMessage":
        yield from faults(value, "Message" if value.get("date") else "InaccessibleMessage", where)
    else:
        field, members = UNIONS[kind]["by"], UNIONS[kind]["members"]
        if value.get(field) in members:
            yield from faults(value, members[value[field]], where)
        else:
            yield f"{where}: no {kind} has the {field} {value.get(field)!r}"


def _object(value: Any, listed: dict[str, str], where: str) -> Iterator[str]:
    if not isinstance(value, dict):
        yield f"{where}: no object"
        return
    yield from (f"{where}.{name}: unknown field" for name in value if name not in listed)
    for name, kind in listed.items():
        if name in value:
            yield from faults(value[name], kind.rstrip("!"), f"{where}.{name}")
        elif kind.endswith("!"):
            yield f"{where}.{name}: missing"
