"""Everything that a person can send or do, as a bot receives it: each update has the documented shape."""

from __future__ import annotations

from typing import Any

import pytest

from tests.emulator.answers import faults
from tests.emulator.client import MARC, PERSONAS, ZOE, Client, Json, png, upload

KINDS: dict[str, Any] = {
    "text": "bonjour",
    **{kind: upload("a.bin", png()) for kind in ("photo", "document", "audio", "voice", "video", "video_note")},
    "animation": upload("a.gif", b"GIF89a"),
    "sticker": upload("a.webp", b"x"),
    "location": {"latitude": 49.2, "longitude": 2.5, "live_period": 60, "horizontal_accuracy": 3.5},
    "venue": {"latitude": 49.2, "longitude": 2.5, "title": "École", "address": "Creil", "foursquare_id": "a"},
    "contact": {"phone_number": "0300000000", "first_name": "Ana"},
    "poll": {"question": "Qui ?", "options": [{"text": "Moi"}, {"text": "Toi"}]},
    "dice": {"emoji": "🎯"},
}
WANTED = ["message", "edited_message", "callback_query", "inline_query", "chosen_inline_result", "my_chat_member",
          "message_reaction"]  # fmt: skip


@pytest.fixture
async def heard(client: Client) -> Client:
    """The client of a bot that asked for every kind of update."""
    await client.updates(allowed_updates=WANTED)
    return client


async def _updates(client: Client) -> list[Json]:
    """Returns the waiting updates, each of which is as documented; they count as accepted."""
    found = await client.updates()
    assert list(faults(found, "Update[]")) == []
    if found:
        await client.updates(offset=found[-1]["update_id"] + 1)
    return found


async def _messages(client: Client) -> list[Json]:
    return [update.get("message") or update["edited_message"] for update in await _updates(client)]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("place", ["alone", "a group", "a topic"])
async def test_what_people_send_and_forward_has_the_documented_shape(heard: Client, kind: str, place: str) -> None:
    where: Json = {}
    if place != "alone":
        where["chat_id"] = await heard.forum()
    if place == "a topic":
        topic = await heard.bot("createForumTopic", chat_id=where["chat_id"], name="n°12")
        where["message_thread_id"] = topic["message_thread_id"]
    await _updates(heard)
    content: Json = {**where, kind: KINDS[kind]}
    await heard.person("messages", user_id=ZOE, **content)
    await heard.person("messages", user_id=ZOE, forward_from={"user_id": MARC}, **content)
    await heard.person("messages", user_id=ZOE, forward_from={"name": "Inconnue"}, **content)
    plain, forwarded, hidden = await _messages(heard)
    assert kind in plain
    assert plain.get("message_thread_id") == where.get("message_thread_id")
    assert "forward_origin" not in plain
    assert forwarded["forward_origin"]["sender_user"]["id"] == MARC
    assert hidden["forward_origin"]["sender_user_name"] == "Inconnue"


async def test_an_animation_comes_with_the_document_that_old_clients_see(heard: Client) -> None:
    await heard.person("messages", user_id=ZOE, animation=KINDS["animation"])
    (message,) = await _messages(heard)
    assert message["document"]["file_id"] == message["animation"]["file_id"]


async def test_a_forwarded_message_cannot_be_edited_and_its_author_must_exist(heard: Client) -> None:
    sent = await heard.person("messages", user_id=ZOE, text="a", forward_from={"user_id": MARC})
    edit = {"user_id": ZOE, "message_id": sent["message_id"]}
    assert "transféré" in (await heard.person("edits", 400, **edit, text="b"))["description"]
    await heard.person("messages", 400, user_id=ZOE, text="a", forward_from={"user_id": 42})


async def test_a_long_text_is_cut_into_messages_as_applications_cut_it(heard: Client) -> None:
    words = "mot " * 2000
    await heard.person("messages", user_id=ZOE, text=words)
    texts = [message["text"] for message in await _messages(heard)]
    assert len(texts) == 2
    assert all(len(text) <= 4096 for text in texts)
    assert " ".join(texts).split() == words.split()


async def test_what_cannot_share_an_album_goes_alone(heard: Client) -> None:
    picture, gif, paper = (
        {"photo": KINDS["photo"]},
        {"animation": KINDS["animation"]},
        {"document": KINDS["document"]},
    )
    await heard.person("messages", user_id=ZOE, media_group=[picture, {**picture, "caption": "b"}, gif, paper, paper])
    first, second, alone, third, fourth = await _messages(heard)
    assert first["media_group_id"] == second["media_group_id"] != third["media_group_id"] == fourth["media_group_id"]
    assert "media_group_id" not in alone
    await heard.person("messages", user_id=ZOE, media_group="lent", **gif)
    assert "media_group_id" not in (await _messages(heard))[0]


async def test_two_pictures_of_an_album_may_bear_captions(heard: Client) -> None:
    items = [{"photo": KINDS["photo"], "caption": words} for words in ("un", "deux")]
    await heard.person("messages", user_id=ZOE, media_group=items)
    assert [message["caption"] for message in await _messages(heard)] == ["un", "deux"]


async def test_members_of_an_album_may_come_seconds_apart(heard: Client) -> None:
    item: Json = {"photo": KINDS["photo"], "media_group": "a"}
    await heard.person("messages", user_id=ZOE, **item)
    await heard.person("clock", advance_s=3)
    await heard.person("messages", user_id=ZOE, **item)
    first, second = await _messages(heard)
    assert first["media_group_id"] == second["media_group_id"]
    assert second["date"] >= first["date"] + 3


async def test_a_bot_cannot_put_a_gif_into_an_album(heard: Client) -> None:
    sent = await heard.bot("sendAnimation", chat_id=ZOE, animation=await _file_id(heard, "animation"))
    item = {"type": "document", "media": sent["animation"]["file_id"]}
    refused = await heard.refusal("sendMediaGroup", chat_id=ZOE, media=[item, item])
    assert refused == "Bad Request: can't use the media of the specified type in the album"


async def _file_id(client: Client, kind: str) -> str:
    content: Json = {kind: KINDS[kind]}
    await client.person("messages", user_id=ZOE, **content)
    file_id: str = (await _messages(client))[-1][kind]["file_id"]
    return file_id


async def test_a_live_location_moves_until_its_time_is_over(heard: Client) -> None:
    sent = await heard.person("messages", user_id=ZOE, location=KINDS["location"])
    edit = {"user_id": ZOE, "message_id": sent["message_id"]}
    for latitude in (49.3, 49.4):
        await heard.person("edits", **edit, location={"latitude": latitude, "longitude": 2.5, "heading": 90})
    _, first, second = await _messages(heard)
    assert (first["location"]["latitude"], second["location"]["latitude"]) == (49.3, 49.4)
    assert (second["location"]["live_period"], second["location"]["heading"]) == (60, 90)
    assert second["edit_date"]
    await heard.person("clock", advance_s=60)
    await heard.person("edits", 400, **edit, location={"latitude": 49.5, "longitude": 2.5})


@pytest.mark.parametrize("kind", ["photo", "video", "animation", "audio", "document"])
async def test_an_edit_with_a_file_and_one_before_the_bot_has_answered(heard: Client, kind: str) -> None:
    sent = await heard.person("messages", user_id=ZOE, photo=KINDS["photo"], caption="voici")
    new: Json = {kind: KINDS[kind]}
    await heard.person("edits", user_id=ZOE, message_id=sent["message_id"], text="voilà", **new)
    first, edited = await _messages(heard)
    assert ("photo" in first, "edit_date" in first, first["caption"]) == (True, False, "voici")
    assert (kind in edited, edited["caption"]) == (True, "voilà")


async def test_reactions_and_standings_have_the_documented_shape(heard: Client) -> None:
    sent = await heard.person("messages", user_id=ZOE, text="a")
    for emoji in ("👍", "🔥", None):
        await heard.person("reactions", user_id=ZOE, message_id=sent["message_id"], emoji=emoji)
    await heard.person("block", user_id=ZOE)
    await heard.person("unblock", user_id=ZOE)
    forum = await heard.forum()
    plain = await heard.person("groups", title="Simple", plain=True, members=[ZOE])
    await heard.person("migrations", chat_id=plain["id"])
    card = await heard.bot("sendMessage", chat_id=forum, text="a")
    await heard.bot("pinChatMessage", chat_id=forum, message_id=card["message_id"])
    await heard.bot("setChatTitle", chat_id=forum, title="Assistance")
    told = await _updates(heard)
    assert [len(update["message_reaction"]["new_reaction"]) for update in told[1:4]] == [1, 1, 0]
    named = {field for update in told for field in update.get("message", {})}
    assert {"pinned_message", "new_chat_title", "migrate_to_chat_id", "migrate_from_chat_id"} <= named


async def test_a_file_id_is_one_bot_s(heard: Client) -> None:
    file_id = await _file_id(heard, "document")
    path = (await heard.bot("getFile", file_id=file_id))["file_path"]
    other = f"{heard.url}/bot654321:{'o' * 35}"

    async def refused(method: str, **parameters: Any) -> str:
        async with heard.session.post(f"{other}/{method}", json=parameters) as answer:
            words: str = (await answer.json())["description"]
            return words

    assert await refused("getFile", file_id=file_id) == (
        "Bad Request: wrong file_id or the file is temporarily unavailable"
    )
    assert await refused("sendDocument", chat_id=ZOE, document=file_id) == (
        "Bad Request: wrong file identifier/HTTP URL specified"
    )
    async with heard.session.get(f"{heard.url}/file/bot654321:{'o' * 35}/{path}") as answer:
        assert answer.status == 404


async def test_every_persona_s_kinds_of_answers_are_shown_by_get_chat(heard: Client) -> None:
    for persona in PERSONAS:
        assert list(faults(await heard.bot("getChat", chat_id=persona.user_id), "ChatFullInfo")) == []
    plain = await heard.person("groups", title="Simple", plain=True, members=[ZOE])
    standing = await heard.bot("getChatMember", chat_id=plain["id"], user_id=123456)
    assert "can_manage_topics" not in standing
    assert list(faults(standing, "ChatMember")) == []


@pytest.mark.parametrize("name", ["business_connection_id", "receiver_user_id", "direct_messages_topic_id"])
async def test_a_parameter_beyond_the_emulator_is_refused_not_ignored(heard: Client, name: str) -> None:
    given: Json = {name: 5}
    refused = await heard.refusal("sendMessage", chat_id=ZOE, text="a", **given)
    assert refused == f'Bad Request: parameter "{name}" is not supported by this emulator'
