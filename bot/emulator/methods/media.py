"""Sending files (photos, documents, sounds, videos, albums) and fetching one."""

from __future__ import annotations

from ..errors import bad_request
from ..files import DOWNLOAD_MAX, media_content
from ..records import Json
from ..words import caption_content
from .registry import Call, method
from .sending import place, send

KINDS = {"sendPhoto": "photo", "sendDocument": "document", "sendAudio": "audio", "sendVoice": "voice",
         "sendVideo": "video", "sendVideoNote": "video_note", "sendAnimation": "animation",
         "sendSticker": "sticker"}  # fmt: skip
ALBUM_MIX = frozenset({"photo", "video"})
ALBUM_KINDS = frozenset({"photo", "video", "document", "audio"})


def _flags(given: Json) -> Json:
    flags = {
        "has_media_spoiler": given.get("has_spoiler"),
        "show_caption_above_media": given.get("show_caption_above_media"),
    }
    return {name: True for name, value in flags.items() if value}


@method(*KINDS)
def send_file(call: Call) -> Json:
    """Posts one file with its caption."""
    kind = KINDS[call.method]
    caption = caption_content(call.parameters)
    call.writable_chat()
    content = media_content(call.world, kind, call.get(kind), call.uploads, {call.bot.id}, call.parameters)
    return send(call, {**content, **caption, **_flags(call.parameters)})


@method("sendMediaGroup")
def send_media_group(call: Call) -> list[Json]:
    """Posts an album: two to ten messages that share a `media_group_id`."""
    items = call.get("media")
    if not 2 <= len(items) <= 10:
        raise bad_request("wrong number of media in the album: there must be 2-10 of them")
    kinds = {item["type"] for item in items}
    if len(kinds) > 1 and not kinds <= ALBUM_MIX:
        raise bad_request("can't mix different types of media in the album")
    captions = [caption_content(item) for item in items]
    chat = call.writable_chat()
    shared = place(call, chat) | {"media_group_id": str(13_000_000_000 + call.world.next_number())}
    world, owners = call.world, {call.bot.id}
    contents = [media_content(world, item["type"], item["media"], call.uploads, owners, item) for item in items]
    if any(not ALBUM_KINDS & content.keys() or "animation" in content for content in contents):
        raise bad_request("can't use the media of the specified type in the album")
    call.world.charge(call.bot, chat, len(items))
    bodies = [{**shared, **c, **w, **_flags(i)} for c, w, i in zip(contents, captions, items, strict=True)]
    return [call.world.post(chat, call.bot.user, body).body for body in bodies]


@method("getFile")
def get_file(call: Call) -> Json:
    """Returns the `File` with the path from which it can be downloaded."""
    stored = call.world.files.get(call.get("file_id"))
    if stored is None:
        raise bad_request("invalid file_id")
    if call.bot.id not in stored.bots:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    if len(stored.content) > DOWNLOAD_MAX:
        raise bad_request("file is too big")
    known = {"file_id": stored.file_id, "file_unique_id": stored.unique_id, "file_size": len(stored.content)}
    return {**known, "file_path": stored.path}
