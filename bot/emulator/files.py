"""Files that people and bots send: stored once, and described as the Bot API describes each kind."""

from __future__ import annotations

import mimetypes
import re
import secrets
from typing import Any

from .errors import bad_request
from .parameters import Upload
from .pictures import read_picture
from .records import Json, StoredFile
from .world import World

UPLOAD_MAX, PHOTO_MAX, DOWNLOAD_MAX = 50 * 2**20, 10 * 2**20, 20 * 2**20
MEDIA_KINDS = ("photo", "document", "audio", "voice", "video", "video_note", "animation", "sticker")
PREFIXES = {"photo": "AgAC", "document": "BQAC", "audio": "CQAC", "voice": "AwAC", "video": "BAAC",
            "video_note": "DQAC", "animation": "CgAC", "sticker": "CAAC"}  # fmt: skip
_TYPE = re.compile(r"[\w.+-]{1,64}/[\w.+-]{1,64}(?:;[ -~]{0,128})?", re.ASCII)  # one that a header can hold
SMALL = 320
NAMES = {"voice": "VoiceNote", "video_note": "VideoNote"}  # as Telegram's errors name kinds; others: capitalized


def keep_file(world: World, kind: str, upload: Upload) -> list[StoredFile]:
    """Stores a file and returns it; a photo in two sizes, the smaller first. Raises 400 if too large or no image."""
    if not upload.content:
        raise bad_request("file must be non-empty")
    if len(upload.content) > (PHOTO_MAX if kind == "photo" else UPLOAD_MAX):
        raise bad_request(f"file of size {len(upload.content)} bytes is too big")
    if kind != "photo":
        return [_store(world, kind, upload, 0, 0)]
    picture = read_picture(upload.content)
    if picture is None:
        raise bad_request("IMAGE_PROCESS_FAILED")
    longest = max(picture.width, picture.height, 1)
    upload = Upload(upload.name, picture.content_type, upload.content)
    sizes = {min(SMALL, longest), longest}
    return [
        _store(world, kind, upload, *_scaled(picture.width, picture.height, size / longest)) for size in sorted(sizes)
    ]


def _scaled(width: int, height: int, ratio: float) -> tuple[int, int]:
    return max(1, round(width * ratio)), max(1, round(height * ratio))


def _store(world: World, kind: str, upload: Upload, width: int, height: int) -> StoredFile:
    guessed = mimetypes.guess_type(upload.name)[0] or "application/octet-stream"
    said = upload.content_type if _TYPE.fullmatch(upload.content_type) else ""
    content_type = guessed if said in ("", "application/octet-stream") else said
    unique_id = f"AQAD{secrets.token_urlsafe(9)}"
    file_id = f"{PREFIXES[kind]}{secrets.token_urlsafe(36)}"
    stored = StoredFile(file_id, unique_id, kind, upload.name, content_type, upload.content, width, height)
    world.files[file_id] = stored
    world.paths[stored.path] = file_id
    world.mark("file", file_id)
    return stored


def describe(stored: list[StoredFile]) -> Json:
    """Returns the message content that shows a file: `{kind: …}` in the Bot API's shape."""
    last = stored[-1]
    sizes = [{**_basic(size), "width": size.width, "height": size.height} for size in stored]
    if last.kind == "photo":
        return {"photo": sizes}
    named = {"file_name": last.name, "mime_type": last.content_type}
    more: dict[str, Json] = {
        "document": named,
        "audio": {**named, "duration": 0},
        "voice": {"mime_type": last.content_type, "duration": 0},
        "video": {**named, "width": 640, "height": 360, "duration": 0},
        "video_note": {"length": 360, "duration": 0},
        "animation": {**named, "width": 640, "height": 360, "duration": 0},
        "sticker": {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False},
    }
    shown: Json = {last.kind: {**_basic(last), **more[last.kind]}}
    # Telegram repeats an animation as a document, for clients which do not know animations.
    return {**shown, "document": {**_basic(last), **named}} if last.kind == "animation" else shown


def _basic(stored: StoredFile) -> Json:
    return {"file_id": stored.file_id, "file_unique_id": stored.unique_id, "file_size": len(stored.content)}


def media_content(world: World, kind: str, given: Any, uploads: dict[str, Upload]) -> Json:
    """Returns the content of a message with a file, given as an upload, `attach://name` or file_id. Raises 400."""
    if isinstance(given, str) and given.startswith("attach://"):
        given = uploads.get(given.removeprefix("attach://"), given)
    if isinstance(given, Upload):
        return describe(keep_file(world, kind, given))
    if given.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")
    stored = world.files.get(given)
    if stored is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    if stored.kind != kind:
        was, asked = (NAMES.get(name, name.capitalize()) for name in (stored.kind, kind))
        raise bad_request(f"can't use file of type {was} as {asked}")
    return describe([stored])
