"""Files that people and bots send: stored once, and described as the Bot API describes each kind."""

from __future__ import annotations

import mimetypes
import re
import secrets
from collections.abc import Iterable
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


FACTS = {
    "audio": ("duration", "performer", "title"),
    "voice": ("duration",),
    "video": ("width", "height", "duration"),
    "video_note": ("length", "duration"),
    "animation": ("width", "height", "duration"),
    "sticker": ("emoji",),
}
"""What the sender of a new file may say of it, and is then shown with it."""
THUMBED = frozenset({"document", "audio", "video", "video_note", "animation"})


def keep_file(
    world: World, kind: str, upload: Upload, owners: Iterable[int] = (), facts: Json | None = None
) -> list[StoredFile]:
    """Stores a file that these bots know, and returns it; a photo in two sizes, the smaller first.

    Raises 400 if it is empty, too large, or no image where one is needed.
    """
    stored = _kept(world, kind, upload)
    for each in stored:
        each.bots = set(owners)
        each.facts = {name: value for name, value in (facts or {}).items() if value is not None}
    return stored


def _kept(world: World, kind: str, upload: Upload) -> list[StoredFile]:
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
    shown: Json = {last.kind: {**_basic(last), **more[last.kind], **last.facts}}
    if thumbnail := last.facts.get("thumbnail"):
        named = {**named, "thumbnail": thumbnail}
    # Telegram repeats an animation as a document, for clients which do not know animations.
    return {**shown, "document": {**_basic(last), **named}} if last.kind == "animation" else shown


def _basic(stored: StoredFile) -> Json:
    return {"file_id": stored.file_id, "file_unique_id": stored.unique_id, "file_size": len(stored.content)}


def media_content(
    world: World,
    kind: str,
    given: Any,
    uploads: dict[str, Upload],
    owners: Iterable[int] = (),
    said: Json | None = None,
) -> Json:
    """Returns the content of a message with a file, given as an upload, `attach://name` or file_id.

    `owners` are the bots that will know a new file, or of which one must know an old one; `said` holds what the
    sender says of a new file. An old one that is no photo stays of the kind that it was. Raises 400.
    """
    given = _attached(given, uploads)
    if isinstance(given, Upload):
        facts = {name: (said or {}).get(name) for name in FACTS.get(kind, ())}
        if kind in THUMBED:
            facts["thumbnail"] = _thumbnail(world, _attached((said or {}).get("thumbnail"), uploads), owners)
        return describe(keep_file(world, kind, given, owners, facts))
    if given.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")
    stored = world.files.get(given)
    if stored is None:
        raise bad_request("wrong remote file identifier specified: can't unserialize it. Wrong last symbol")
    if not stored.bots & set(owners):
        raise bad_request("wrong file identifier/HTTP URL specified")  # the id is another bot's
    if stored.kind != kind and "photo" in (stored.kind, kind):
        was, asked = (NAMES.get(name, name.capitalize()) for name in (stored.kind, kind))
        raise bad_request(f"can't use file of type {was} as {asked}")
    return describe([stored])


def _attached(given: Any, uploads: dict[str, Upload]) -> Any:
    """Returns the upload that `attach://name` names, or else what was given."""
    if isinstance(given, str) and given.startswith("attach://"):
        return uploads.get(given.removeprefix("attach://"), given)
    return given


def _thumbnail(world: World, given: Any, owners: Iterable[int]) -> Json | None:
    """Returns the `PhotoSize` of a thumbnail sent along; None if there is none, or it is no picture."""
    picture = read_picture(given.content) if isinstance(given, Upload) else None
    if picture is None:
        return None
    stored = _store(world, "photo", given, picture.width, picture.height)
    stored.bots = set(owners)
    return {**_basic(stored), "width": picture.width, "height": picture.height}
