"""What a message holds: words, a file, or a place, a contact, a poll, a die."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Iterable
from itertools import groupby
from typing import Any

from .entities import formatted, utf16_length
from .errors import BotApiError, Impossible, bad_request
from .files import DOWNLOAD_MAX, MEDIA_KINDS, media_content
from .parameters import Upload, misfit
from .records import Json
from .words import CAPTION_MAX, TEXT_MAX, read_words
from .world import World

NOTHING = "Il n’y a rien à envoyer : écrivez un texte ou joignez un fichier."
UNCAPTIONED = frozenset({"video_note", "sticker"})
REPLACING = ("photo", "video", "animation", "audio", "document")  # kinds of files that an edit may put into a message
_LOCATION = ("latitude", "longitude", "horizontal_accuracy", "live_period", "heading", "proximity_alert_radius")


def location(given: Json) -> Json:
    """Returns the content of a message with a location."""
    return {"location": {name: given[name] for name in _LOCATION if given.get(name) is not None}}


def venue(given: Json) -> Json:
    """Returns the content of a message with a venue: Telegram repeats its location beside it."""
    at = location(given)
    provider = next((each for each in ("foursquare", "google_place") if given.get(f"{each}_id")), "foursquare")
    names = ("title", "address", f"{provider}_id", f"{provider}_type")
    return {"venue": {**at, **{name: given[name] for name in names if given.get(name)}}, **at}


def contact(given: Json) -> Json:
    """Returns the content of a message with a telephone contact."""
    names = ("phone_number", "first_name", "last_name", "vcard")
    return {"contact": {name: given[name] for name in names if given.get(name)}}


def poll(world: World, given: Json) -> Json:
    """Returns the content of a message with a poll, its options given as `{text}`. Raises 400 for too many."""
    options = [{"text": each} if isinstance(each, str) else each for each in given["options"]]
    if not 1 <= len(options) <= 12:
        raise bad_request("poll must have 1-12 answer options")
    shown = [{"persistent_id": str(i), "text": each["text"], "voter_count": 0} for i, each in enumerate(options)]
    made = {
        "id": str(world.next_number()),
        **_explained(given, "question"),
        "options": shown,
        "total_voter_count": 0,
        "is_closed": bool(given.get("is_closed")),
        "is_anonymous": given.get("is_anonymous", True),
        "type": given.get("type", "regular"),
        "allows_multiple_answers": bool(given.get("allows_multiple_answers")),
        "allows_revoting": bool(given.get("allows_revoting")),
        "members_only": bool(given.get("members_only")),
        **({"country_codes": given["country_codes"]} if given.get("country_codes") else {}),
        **_closing(world, given),
        **_explained(given, "description"),
        **(_quiz(given, len(options)) if given.get("type") == "quiz" else {}),
    }
    return {"poll": made}


def _closing(world: World, given: Json) -> Json:
    """Returns when a poll closes by itself; empty if it does not."""
    if period := given.get("open_period"):
        return {"open_period": period, "close_date": world.now() + period}
    date = given.get("close_date")
    return {"open_period": date - world.now(), "close_date": date} if date else {}


def _quiz(given: Json, options: int) -> Json:
    """Returns which options of a quiz are right, and why. Raises 400 for none, or one that is not there."""
    right = given.get("correct_option_ids") or []
    if not right or not all(0 <= option < options for option in right):
        raise bad_request("wrong correct option ID specified")
    return {"correct_option_ids": sorted(set(right)), **_explained(given, "explanation")}


def _explained(given: Json, name: str) -> Json:
    """Returns a text of a poll with its entities; empty if there is none."""
    if not given.get(name):
        return {}
    text, entities = read_words(given[name], given.get(f"{name}_parse_mode"), given.get(f"{name}_entities"))
    return {name: text, **({f"{name}_entities": entities} if entities else {})}


def dice(world: World, given: Json) -> Json:
    """Returns the content of a message with a die; its value comes from a counter, so that tests are repeatable."""
    return {"dice": {"emoji": given.get("emoji", "🎲"), "value": 1 + world.next_number() % 6}}


#: what people send beside words and files: how it is made, and the types of the fields that must be given
OTHERS: dict[str, tuple[Callable[[World, Json], Json], Json]] = {
    "location": (lambda _, given: location(given), {"latitude": "Float", "longitude": "Float"}),
    "venue": (
        lambda _, given: venue(given),
        {"latitude": "Float", "longitude": "Float", "title": "String", "address": "String"},
    ),
    "contact": (lambda _, given: contact(given), {"phone_number": "String", "first_name": "String"}),
    "poll": (poll, {"question": "String", "options": "InputPollOption[]"}),
    "dice": (dice, {}),
}


def content(world: World, given: Json, owners: Iterable[int]) -> Json:
    """Returns the content of what a person sends; `owners` are the bots that see it.

    Raises Impossible for nothing, too much or a bad file.
    """
    other = next((name for name in OTHERS if isinstance(given.get(name), dict)), None)
    if other is not None:
        return _other(world, other, given[other])
    kind = next((kind for kind in MEDIA_KINDS if given.get(kind)), None)
    words = given.get("caption") if kind else given.get("text")
    if not kind and not words:
        raise Impossible(NOTHING)
    if kind in UNCAPTIONED and words:
        raise Impossible("Ce genre de message n’a pas de légende.")
    said = worded(words, "caption" if kind else "text")
    return _file(world, kind, given[kind], owners) | said if kind else said


def replacement(world: World, given: Json, owners: Iterable[int]) -> Json:
    """Returns the file that an edit puts into a message; empty if it gives none. Raises Impossible for a bad one."""
    kind = next((kind for kind in MEDIA_KINDS if given.get(kind)), None)
    if kind is not None and kind not in REPLACING:
        raise Impossible("Une modification ne peut pas ajouter ce genre de message.")
    return _file(world, kind, given[kind], owners) if kind else {}


def moved(world: World, old: Json, given: Json, age: float) -> Json:
    """Returns the content of a live location of this age once its sender has moved. Raises Impossible for another."""
    live = old.get("location", {})
    if "live_period" not in live or age >= live["live_period"]:
        raise Impossible("Ce message n’est pas une position en direct, ou elle a pris fin.")
    return {"location": _other(world, "location", given)["location"] | {"live_period": live["live_period"]}}


def origin(world: World, given: Any) -> Json:
    """Returns the field that says whose message is forwarded: `{user_id}`, or `{name}` of somebody who hides their
    account. Raises Impossible for anybody else."""
    given = given if isinstance(given, dict) else {}
    if isinstance(given.get("name"), str):
        return {"forward_origin": {"type": "hidden_user", "sender_user_name": given["name"], "date": world.now()}}
    user_id = given.get("user_id", 0)
    known = world.people.get(user_id) or world.bots.get(user_id)
    if known is None:
        raise Impossible("forward_from is {user_id} of somebody known, or {name} of somebody who hides it.")
    return {"forward_origin": {"type": "user", "sender_user": known.user, "date": world.now()}}


def together(world: World, contents: list[Json]) -> list[Json]:
    """Returns the messages that Telegram's applications make of files sent at once, with their `media_group_id`.

    Photos and films share an album; so do documents, and so do sounds. Anything else, such as a GIF, goes alone.
    """
    found: list[Json] = []
    for _, group in groupby(contents, key=_class):
        items = list(group)
        named = {"media_group_id": str(13_000_000_000 + world.next_number())} if joins_albums(items[0]) else {}
        found += [{**item, **named} for item in items] if len(items) > 1 else items
    return found


def _class(item: Json) -> str:
    kind = next((kind for kind in ("animation", "photo", "video", "audio", "document") if kind in item), "")
    return "photo" if kind == "video" else kind


def joins_albums(item: Json) -> bool:
    """Returns whether a message with this content can be part of an album: a photo, film, document or sound can."""
    return _class(item) not in ("animation", "")


def worded(words: Any, kind: str) -> Json:
    """Returns `text` or `caption`, as `kind` says, with its entities; empty for None. May raise Impossible."""
    if words is not None and not isinstance(words, str):
        raise Impossible("The text must be a string.")
    text, entities = formatted(words or "", [])
    if kind == "text" and words and not text:
        raise Impossible(NOTHING)
    if utf16_length(text) > (CAPTION_MAX if kind == "caption" else TEXT_MAX):
        raise Impossible("Le texte est trop long pour un seul message.")
    names = ("caption", "caption_entities") if kind == "caption" else ("text", "entities")
    return {name: value for name, value in zip(names, (text, entities), strict=True) if value}


def _other(world: World, name: str, given: Json) -> Json:
    make, required = OTHERS[name]
    wrong = next((field for field, kind in required.items() if misfit(given.get(field), kind)), None)
    if wrong is not None:
        raise Impossible(f"The field {wrong} of {name} is missing or of the wrong type.")
    try:
        return make(world, given)
    except BotApiError as refusal:
        raise Impossible(refusal.description) from None


def _file(world: World, kind: str, given: Any, owners: Iterable[int]) -> Json:
    try:
        return media_content(world, kind, _uploaded(given), {}, owners)
    except BotApiError as refusal:
        raise Impossible(f"Ce fichier ne peut pas partir : {refusal.description}.") from None


def _uploaded(given: Any) -> Upload:
    if not isinstance(given, dict) or not isinstance(given.get("base64"), str):
        raise Impossible("A file is given as {name, base64}.")
    try:
        content = base64.b64decode(given["base64"], validate=True)
    except binascii.Error:
        raise Impossible("The file is not valid base64.") from None
    if len(content) > 100 * DOWNLOAD_MAX:
        raise Impossible("Le fichier dépasse 2 Go.")
    return Upload(str(given.get("name") or "file"), "", content)
