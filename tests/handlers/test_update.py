"""The fields of the Bot API's updates: each is read by the bot, or left out for a reason."""

from __future__ import annotations

import json
import types
import typing
from pathlib import Path
from typing import Any

import msgspec
import pytest

from bot import texts
from bot.handlers import update as page
from bot.handlers.reading import read
from bot.handlers.update import KINDS, REFUSED, SERVICE, Update, load
from bot.terms import Attachment, Refusal
from bot.web.polling import chat_of

#: the types of updates as the Bot API documents them; `!` follows the type of a field that is always present
LISTED = json.loads((Path(__file__).parent / "bot_api.json").read_text("utf-8"))
TYPES: dict[str, dict[str, str]] = LISTED["types"]
EMULATED = json.loads((Path(page.__file__).parents[1] / "emulator/methods.json").read_text("utf-8"))

#: kinds of updates that Telegram is not asked for
UNASKED = {
    "channel_post": "a channel that the bot is added to is left",
    "edited_channel_post": "a channel that the bot is added to is left",
    "business_connection": "the bot speaks for nobody's business",
    "business_message": "the bot speaks for nobody's business",
    "edited_business_message": "the bot speaks for nobody's business",
    "deleted_business_messages": "the bot speaks for nobody's business",
    "guest_message": "nobody talks to the bot in a chat of others",
    "message_reaction": "a reaction asks for nothing",
    "message_reaction_count": "a reaction asks for nothing",
    "chosen_inline_result": "what is chosen comes back as a command or a press",
    "shipping_query": "nothing is sold",
    "pre_checkout_query": "nothing is sold",
    "purchased_paid_media": "nothing is sold",
    "subscription": "nothing is sold",
    "poll": "the bot makes no polls",
    "poll_answer": "the bot makes no polls",
    "chat_member": "the bot stays in no group",
    "chat_join_request": "the bot stays in no group",
    "chat_boost": "the bot stays in no group",
    "removed_chat_boost": "the bot stays in no group",
    "managed_bot": "the bot manages no other",
}
#: fields of a message that are not its content
BESIDE = {
    "direct_messages_topic": "a channel's",
    "sender_boost_count": "a group's",
    "sender_business_bot": "a business account's",
    "sender_tag": "a group's",
    "receiver_user": "a group's",
    "ephemeral_message_id": "a group's",
    "guest_query_id": "a guest message's, which is not asked for",
    "guest_bot_caller_user": "a guest message's, which is not asked for",
    "guest_bot_caller_chat": "a guest message's, which is not asked for",
    "business_connection_id": "a business account's",
    "is_topic_message": "`message_thread_id` says it: a private chat has no other threads",
    "is_automatic_forward": "a channel's",
    "external_reply": "a reply to another chat means nothing here",
    "quote": "the whole message counts that is replied to",
    "reply_to_story": "the bot has no stories",
    "reply_to_checklist_task_id": "the bot makes no checklists",
    "reply_to_poll_option_id": "the bot makes no polls",
    "edit_date": "an edit has an update of its own kind",
    "has_protected_content": "nothing is forwarded",
    "is_from_offline": "when it was written changes nothing",
    "is_paid_post": "nothing is sold",
    "author_signature": "a channel's",
    "paid_star_count": "nothing is sold",
    "entities": "text is kept without its marks; commands are read from it",
    "link_preview_options": "previews are not kept",
    "suggested_post_info": "a channel's",
    "effect_id": "an ornament",
    "caption_entities": "text is kept without its marks; commands are read from it",
    "show_caption_above_media": "an ornament",
    "has_media_spoiler": "an ornament",
}
#: fields of other types that are not read
SKIPPED = {
    "CallbackQuery": {"inline_message_id", "chat_instance", "game_short_name"},
    "InlineQuery": {"location"},
    "ChatMemberUpdated": {"date", "invite_link", "via_join_request", "via_chat_folder_invite_link"},
}
STANDS_FOR = {"MaybeInaccessibleMessage": "Message", "ChatMember": "ChatMemberMember"}

PERSON = {"id": 7, "is_bot": False, "first_name": "A"}
MESSAGE = {"message_id": 3, "date": 1, "from": PERSON, "chat": {"id": 7, "type": "private"}}


def known(struct: Any) -> dict[str, str]:
    """The fields of a struct as the Bot API names them."""
    return {field.encode_name: field.name for field in msgspec.structs.fields(struct)}


def misread(struct: Any, listed: str) -> list[str]:
    """The fields of a struct, and of the structs in it, that differ from the Bot API's documentation of the type."""
    found, hints = [], typing.get_type_hints(struct)
    for field in msgspec.structs.fields(struct):
        told = TYPES[listed].get(field.encode_name, "")
        kind, expected = hints[field.name], told.rstrip("!")
        if typing.get_origin(kind) in (types.UnionType, typing.Union):
            (kind,) = [one for one in typing.get_args(kind) if one is not type(None)]
        while typing.get_origin(kind) is tuple and expected.startswith("Array of "):
            kind, expected = typing.get_args(kind)[0], expected.removeprefix("Array of ")
        if isinstance(kind, type) and issubclass(kind, msgspec.Struct) and expected:
            found += misread(kind, STANDS_FOR.get(expected, expected))
        elif {"Integer": int, "String": str, "Boolean": bool}.get(expected) is not kind:
            found.append(f"{listed}.{field.encode_name} is {told or 'not listed'}")
        if field.required and not told.endswith("!"):
            found.append(f"{listed}.{field.encode_name} may be missing")
    return found


def test_the_list_is_that_of_the_bot_api_which_the_emulator_speaks() -> None:
    assert LISTED["version"] == EMULATED["version"]


def test_every_field_that_is_read_is_one_of_the_bot_api() -> None:
    assert misread(Update, "Update") == []


def test_every_kind_of_update_is_read_or_not_asked_for() -> None:
    assert {"update_id", *KINDS} == set(known(Update))
    assert set(TYPES["Update"]) == {"update_id", *KINDS} | set(UNASKED)
    assert not set(KINDS) & set(UNASKED)


def test_every_field_of_a_message_is_read_or_skipped() -> None:
    groups = [set(known(page.Message)), set(SERVICE), set(BESIDE)]
    assert set(TYPES["Message"]) == set().union(*groups)
    assert sum(map(len, groups)) == len(TYPES["Message"]), "a field stands in two lists"


@pytest.mark.parametrize("name", SKIPPED)
def test_every_field_of_a_press_an_inline_query_and_a_change_is_read_or_skipped(name: str) -> None:
    assert set(TYPES[name]) == set(known(getattr(page, name))) | SKIPPED[name]


def test_a_message_that_is_no_longer_accessible_has_all_that_is_required() -> None:
    required = {field.encode_name for field in msgspec.structs.fields(page.Message) if field.required}
    assert required <= set(TYPES["InaccessibleMessage"])


@pytest.mark.parametrize("name", REFUSED)
def test_contents_that_are_never_carried_are_refused_with_a_sentence_of_their_own(name: str) -> None:
    event = read(load({"update_id": 1, "message": MESSAGE | {name: {}}}), 1)
    assert event is not None
    assert event.fault == f"unsupported-{name}"
    told = texts.refuse(Refusal(event.fault), "fr").text
    assert told != texts.refuse(Refusal("unsupported"), "fr").text


def test_a_venue_which_has_a_location_too_is_called_a_venue() -> None:
    event = read(load({"update_id": 1, "message": MESSAGE | {"location": {}, "venue": {}}}), 1)
    assert event is not None
    assert event.fault == "unsupported-venue"


@pytest.mark.parametrize("caption", ["Regardez", "/repondre 12 Regardez"])
def test_a_caption_is_not_taken_without_the_content_that_it_belongs_to(caption: str) -> None:
    for content in ("paid_media", "hologram"):
        event = read(load({"update_id": 1, "message": MESSAGE | {content: {}, "caption": caption}}), 1)
        assert event is not None
        assert event.fault
        assert not event.command


FILE = {"file_id": "f", "file_unique_id": "u", "file_size": 9}
NAMED = FILE | {"file_name": "n.bin", "mime_type": "a/b"}


@pytest.mark.parametrize(
    ("content", "file"),
    [
        ({"video": NAMED}, Attachment("video", "f", "u", "n.bin", "a/b", 9)),
        ({"animation": NAMED, "document": NAMED}, Attachment("animation", "f", "u", "n.bin", "a/b", 9)),
        ({"audio": NAMED}, Attachment("audio", "f", "u", "n.bin", "a/b", 9)),
        ({"voice": FILE | {"mime_type": "a/b"}}, Attachment("voice", "f", "u", "", "a/b", 9)),
        ({"video_note": FILE}, Attachment("video_note", "f", "u", size=9)),
        ({"document": NAMED}, Attachment("document", "f", "u", "n.bin", "a/b", 9)),
        ({"photo": [FILE | {"file_id": "small"}, FILE]}, Attachment("photo", "f", "u", "", "image/jpeg", 9)),
        ({"live_photo": {"photo": [FILE]}}, Attachment("photo", "f", "u", "", "image/jpeg", 9)),
    ],
)
def test_every_kind_of_file_is_read_with_its_caption(content: dict[str, Any], file: Attachment) -> None:
    for field in ("message", "edited_message"):
        event = read(load({"update_id": 1, field: MESSAGE | content | {"caption": "Voici"}}), 1)
        assert event is not None
        assert (event.saying.text, event.saying.files, event.fault) == ("Voici", (file,), "")


def test_a_files_name_is_cut_between_two_signs() -> None:
    document = FILE | {"file_name": "a" + "👩‍👧" * 40}
    event = read(load({"update_id": 1, "message": MESSAGE | {"document": document}}), 1)
    assert event is not None
    assert event.saying.files[0].name == "a" + "👩‍👧" * 23


def test_contents_of_tomorrow_are_refused_in_words() -> None:
    event = read(load(json.dumps({"update_id": 1, "message": MESSAGE | {"hologram": {}}}).encode()), 1)
    assert event is not None
    assert event.fault == "unsupported"


@pytest.mark.parametrize("name", sorted(SERVICE))
def test_a_service_message_is_dropped(name: str) -> None:
    raw = {"update_id": 1, "message": MESSAGE | {name: True}}
    assert [read(load(one), 1) for one in (raw, json.dumps(raw).encode())] == [None, None]


@pytest.mark.parametrize(
    "content",
    [
        {"message": MESSAGE | {"text": "Bonjour"}},
        {"edited_message": MESSAGE | {"text": "Bonjour"}},
        {"callback_query": {"id": "1", "from": PERSON, "message": MESSAGE | {"chat": {"id": -5, "type": "group"}}}},
        {"callback_query": {"id": "1", "from": PERSON, "inline_message_id": "a"}},
        {"inline_query": {"id": "1", "from": PERSON, "query": "", "offset": ""}},
        {
            "my_chat_member": {
                "chat": {"id": -5, "type": "group"},
                "from": PERSON,
                "date": 1,
                "old_chat_member": {"status": "left"},
                "new_chat_member": {"status": "member"},
            }
        },
        {"poll": {"id": "1"}},
    ],
)
def test_an_update_waits_in_the_line_that_it_is_fetched_for(content: dict[str, Any]) -> None:
    raw = {"update_id": 1, **content}
    update = load(json.dumps(raw).encode())
    assert update == load(raw)
    assert update.chat == chat_of(raw)
    assert update.kind == ("other" if "poll" in raw else next(iter(content)))


@pytest.mark.parametrize("odd", [2**63, -(2**63) - 1, 10**30])
@pytest.mark.parametrize("where", ["chat", "from", "message_id", "message_thread_id", "file_size"])
def test_a_number_that_no_database_keeps_is_no_update(where: str, odd: int) -> None:
    document = {"file_id": "a", "file_unique_id": "b", "file_size": 1}
    changed: dict[str, Any] = {
        "chat": {"chat": {"id": odd, "type": "private"}},
        "from": {"from": PERSON | {"id": odd}},
        "file_size": {"document": document | {"file_size": odd}},
    }.get(where, {where: odd})
    raw = {"update_id": 1, "message": MESSAGE | {"document": document} | changed}
    for one in (raw, json.dumps(raw).encode()):
        with pytest.raises(msgspec.ValidationError):
            load(one)


@pytest.mark.parametrize("name", ["\ud800", "a\x00b"])
@pytest.mark.parametrize("where", ["file_id", "file_unique_id"])
def test_the_name_of_a_file_that_no_database_keeps_is_no_update(where: str, name: str) -> None:
    document = {"file_id": "a", "file_unique_id": "b"} | {where: name}
    with pytest.raises(ValueError, match=where):
        load({"update_id": 1, "message": MESSAGE | {"document": document}})
