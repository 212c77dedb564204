"""What people do through the control API, and the updates that the bot receives."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from tests.emulator.client import MARC, ZOE, Client, png, upload

KEYBOARD = {
    "inline_keyboard": [
        [{"text": "✅ Prendre", "callback_data": "take:12"}],
        [{"text": "Aide", "url": "https://example.org"}, {"text": "Copier", "copy_text": {"text": "K7RM2P"}}],
    ]
}


async def _card(client: Client) -> int:
    card = await client.bot("sendMessage", chat_id=ZOE, text="n°12", reply_markup=KEYBOARD)
    message_id: int = card["message_id"]
    return message_id


async def _press(client: Client, answer: dict[str, Any], **fields: Any) -> tuple[dict[str, Any], Any]:
    """Presses a button and has the bot answer; returns the update and what the person saw."""
    pressed = asyncio.create_task(client.person("callbacks", user_id=ZOE, **fields))
    (update,) = await client.updates(timeout=5)
    await client.bot("answerCallbackQuery", callback_query_id=update["callback_query"]["id"], **answer)
    return update["callback_query"], await pressed


async def test_personas_are_listed_and_have_started_the_bot(client: Client) -> None:
    zoe = (await client.look("personas"))[0]
    assert zoe == {
        "key": "eleve",
        "user_id": ZOE,
        "name": "Zoé Petit",
        "role": "élève",
        "structure": "Collège des Tilleuls",
        "group": "",
    }
    assert await client.bot("sendMessage", chat_id=ZOE, text="bonjour")


async def test_bots_are_listed_without_their_tokens(client: Client) -> None:
    (bot,) = await client.look("bots")
    assert set(bot) == {"id", "is_bot", "first_name", "username"}


async def test_a_message_reaches_the_bot_with_its_entities(client: Client) -> None:
    written = await client.person("messages", user_id=ZOE, text="/start abc")
    (update,) = await client.updates()
    assert update["update_id"] == written["update_id"]
    message = update["message"]
    assert (message["message_id"], message["text"]) == (written["message_id"], "/start abc")
    assert message["from"]["language_code"] == "fr"
    assert message["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]


async def test_a_reply_carries_what_it_answers(client: Client) -> None:
    card = await _card(client)
    await client.person("messages", user_id=ZOE, text="merci", reply_to_message_id=card)
    (update,) = await client.updates()
    assert update["message"]["reply_to_message"]["text"] == "n°12"


async def test_an_album_is_one_update_per_item_sharing_a_group(client: Client) -> None:
    items = [{"photo": upload(f"{i}.png", png())} for i in range(3)]
    await client.person("messages", user_id=ZOE, media_group=items, caption="l’écran")
    messages = [update["message"] for update in await client.updates()]
    assert len({message["media_group_id"] for message in messages}) == 1
    assert [message.get("caption") for message in messages] == ["l’écran", None, None]


async def test_a_late_item_joins_an_album_by_its_name(client: Client) -> None:
    for name in ("1.txt", "2.txt"):
        await client.person("messages", user_id=ZOE, document=upload(name, b"x"), media_group="lent")
    assert [u["message"]["media_group_id"] for u in await client.updates()] == ["lent", "lent"]


async def test_an_edit_of_one_s_own_message_is_told(client: Client) -> None:
    written = await client.person("messages", user_id=ZOE, text="un")
    await client.person("edits", user_id=ZOE, message_id=written["message_id"], text="deux")
    _, edited = await client.updates()
    assert edited["edited_message"]["text"] == "deux"
    assert "edit_date" in edited["edited_message"]


async def test_a_deletion_by_a_person_is_not_told(client: Client) -> None:
    written = await client.person("messages", user_id=ZOE, text="un")
    await client.updates(offset=written["update_id"] + 1)
    await client.person("deletions", user_id=ZOE, message_id=written["message_id"])
    assert await client.updates() == []


async def test_a_button_is_found_by_its_words_without_the_emoji(client: Client) -> None:
    card = await _card(client)
    query, seen = await _press(client, {"text": "C’est fait", "show_alert": True}, message_id=card, text="Prendre")
    assert query["data"] == "take:12"
    assert query["message"]["text"] == "n°12"
    assert seen["answer"] == {"text": "C’est fait", "show_alert": True}


async def test_forged_data_reaches_the_bot(client: Client) -> None:
    query, seen = await _press(client, {}, message_id=await _card(client), data="forged:1")
    assert query["data"] == "forged:1"
    assert seen["answer"] == {"text": None, "show_alert": False}


async def test_a_link_and_a_copy_button_ask_the_bot_nothing(client: Client) -> None:
    card = await _card(client)
    link = await client.person("callbacks", user_id=ZOE, message_id=card, text="Aide")
    copy = await client.person("callbacks", user_id=ZOE, message_id=card, text="Copier")
    assert (link["url"], copy["copy_text"]) == ("https://example.org", "K7RM2P")
    assert await client.updates() == []


async def test_a_button_that_is_not_there_is_told_with_those_that_are(client: Client) -> None:
    refused = await client.person("callbacks", 400, user_id=ZOE, message_id=await _card(client), text="Clore")
    assert refused["ok"] is False
    assert "« ✅ Prendre », « Aide », « Copier »" in refused["description"]


async def test_a_press_dies_after_150_seconds(client: Client) -> None:
    card = await _card(client)
    pressed = asyncio.create_task(client.person("callbacks", user_id=ZOE, message_id=card, text="Prendre"))
    (update,) = await client.updates(timeout=5)
    await client.person("clock", advance_s=150)
    refused = await client.refusal("answerCallbackQuery", callback_query_id=update["callback_query"]["id"])
    pressed.cancel()
    assert refused == "Bad Request: query is too old and response timeout expired or query ID is invalid"
    assert await client.updates() == []


async def test_an_inline_query_gets_its_results(client: Client) -> None:
    asked = asyncio.create_task(client.person("inline", user_id=ZOE, query="mot de passe"))
    (update,) = await client.updates(timeout=5)
    article = {"type": "article", "id": "1", "title": "Aide", "input_message_content": {"message_text": "Voici"}}
    await client.bot("answerInlineQuery", inline_query_id=update["inline_query"]["id"], results=[article])
    assert (await asked)["results"] == [article]


async def test_a_list_of_messages_waits_for_the_next_one(client: Client) -> None:
    waiting = asyncio.create_task(client.look(f"chats/{ZOE}/messages", after=0, wait=5))
    await client.look("events", after=10**9)
    await client.bot("sendMessage", chat_id=ZOE, text="voilà")
    assert [message["text"] for message in await waiting] == ["voilà"]


async def test_a_change_since_an_act_is_never_missed(client: Client) -> None:
    card = await _card(client)
    written = await client.person("messages", user_id=ZOE, text="un")
    await client.bot("editMessageText", chat_id=ZOE, message_id=card, text="n°12 prise")
    changed = await client.look(f"chats/{ZOE}/messages", since=written["seq"], wait=5)
    assert [(m["message_id"], m["edited"]) for m in changed] == [(card, True), (written["message_id"], False)]


async def test_events_tell_what_happened_where(client: Client) -> None:
    before = (await client.look("events"))["seq"]
    waiting = asyncio.create_task(client.look("events", after=before, wait=5))
    await client.bot("sendChatAction", chat_id=ZOE, action="typing")
    (event,) = (await waiting)["events"]
    assert (event["kind"], event["chat_id"], event["action"]) == ("action", ZOE, "typing")


async def test_a_person_s_chats_come_newest_first(client: Client) -> None:
    chat_id = await client.forum()
    await client.person("messages", user_id=MARC, chat_id=chat_id, text="un")
    await client.person("messages", user_id=ZOE, text="deux")
    rows = await client.look("chats", user_id=ZOE)
    assert [(row["chat"]["id"], row["last_message"]["text"]) for row in rows] == [(ZOE, "deux"), (chat_id, "un")]


async def test_the_narrowest_command_scope_in_one_s_language_is_shown(client: Client) -> None:
    async def offer(name: str, **where: Any) -> None:
        await client.bot("setMyCommands", commands=[{"command": name, "description": "…"}], **where)

    async def menu() -> list[str]:
        return [command["command"] for command in await client.look("commands", user_id=ZOE)]

    await offer("defaut")
    await offer("prive", scope={"type": "all_private_chats"})
    assert await menu() == ["prive"]
    await offer("francais", scope={"type": "all_private_chats"}, language_code="fr")
    assert await menu() == ["francais"]
    await offer("eleve", scope={"type": "chat", "chat_id": ZOE})
    assert await menu() == ["eleve"]
    await client.bot("deleteMyCommands", scope={"type": "chat", "chat_id": ZOE})
    assert await menu() == ["francais"]


@pytest.mark.parametrize(
    ("act", "fields", "words"),
    [
        ("messages", {"user_id": 42, "text": "a"}, "There is no person 42."),
        ("messages", {"user_id": "zoe", "text": "a"}, "The field user_id must be a whole number."),
        ("messages", {"user_id": ZOE}, "Il n’y a rien à envoyer : écrivez un texte ou joignez un fichier."),
        ("messages", {"user_id": ZOE, "photo": upload("a.png", b"no image")},
         "Ce fichier ne peut pas partir : Bad Request: IMAGE_PROCESS_FAILED."),
        ("messages", {"user_id": ZOE, "chat_id": -5, "text": "a"}, "Zoé n’est pas dans la discussion -5."),
        ("users", {"first_name": " "}, "The first name is empty."),
        ("users", {"id": ZOE, "first_name": "Léa"}, f"The id {ZOE} is taken."),
        ("groups", {"title": "a", "members": [42]}, "There is no person 42."),
        ("faults", {"method": "sendMessage", "error": 399},
         'The error is an HTTP status from 400 to 599 (from 200 with a body), "drop" or "slow".'),
        ("clock", {"advance_s": -1}, "The clock only goes forward."),
    ],
)  # fmt: skip
async def test_an_impossible_act_is_refused_in_one_sentence(
    client: Client, act: str, fields: dict[str, Any], words: str
) -> None:
    assert await client.person(act, 400, **fields) == {"ok": False, "description": words}


async def test_a_body_that_is_no_json_is_refused(client: Client) -> None:
    async with client.session.post(f"{client.url}/control/messages", data=b"{") as response:
        assert (response.status, (await response.json())["ok"]) == (400, False)


@pytest.mark.parametrize("headers", [{"Host": "evil.example"}, {"Origin": "https://evil.example"}])
async def test_another_site_s_page_cannot_reach_in(client: Client, headers: dict[str, str]) -> None:
    async with client.session.get(f"{client.url}/control/users", headers=headers) as response:
        assert (response.status, (await response.json())["ok"]) == (403, False)


async def test_the_page_is_served(client: Client) -> None:
    async with client.session.get(client.url) as response:
        assert response.content_type == "text/html"


@pytest.mark.parametrize("kind", ["video", "animation", "voice", "audio", "video_note", "sticker"])
async def test_every_kind_of_file_is_sent_and_goes_on_by_its_id(client: Client, kind: str) -> None:
    fields: dict[str, Any] = {kind: upload("a.bin", b"x")}
    await client.person("messages", user_id=ZOE, **fields)
    (update,) = await client.updates()
    file = update["message"][kind]
    assert ("document" in update["message"]) == (kind == "animation")
    method = "send" + kind.title().replace("_", "")
    sent = await client.bot(method, chat_id=MARC, **{kind: file["file_id"]})
    assert sent[kind] == file
    assert (await client.bot("sendDocument", chat_id=MARC, document=file["file_id"]))[kind] == file  # kinds stay
    assert "can't use file of type" in await client.refusal("sendPhoto", chat_id=MARC, photo=file["file_id"])


@pytest.mark.parametrize(
    ("kind", "given"),
    [
        ("location", {"latitude": 49.2, "longitude": 2.5}),
        ("venue", {"latitude": 49.2, "longitude": 2.5, "title": "École", "address": "Creil"}),
        ("contact", {"phone_number": "0300000000", "first_name": "Ana"}),
        ("poll", {"question": "Qui vient ?", "options": [{"text": "Moi"}, {"text": "Personne"}]}),
        ("dice", {"emoji": "🎯"}),
    ],
)
async def test_people_and_bots_send_places_contacts_polls_and_dice(client: Client, kind: str, given: Any) -> None:
    await client.person("messages", user_id=ZOE, **{kind: given})
    (update,) = await client.updates()
    shown = update["message"][kind]
    sent = await client.bot(f"send{kind.title()}", chat_id=ZOE, **given)
    assert shown.keys() == sent[kind].keys()
    if given.keys() != {"emoji"}:
        await client.person("messages", status=400, user_id=ZOE, **{kind: {"nothing": 1}})


async def test_a_text_gets_a_picture_by_an_edit_and_becomes_its_caption(client: Client) -> None:
    written = await client.person("messages", user_id=ZOE, text="voici")
    edit = {"user_id": ZOE, "message_id": written["message_id"]}
    await client.person("edits", **edit, photo=upload("a.png", png()))
    await client.person("edits", **edit, document=upload("b.txt", b"b"), text="voilà")
    _, added, replaced = [update.popitem()[1] for update in await client.updates()]
    assert (added.get("text"), added["caption"], len(added["photo"])) == (None, "voici", 1)
    assert (replaced["caption"], replaced["document"]["file_name"], "photo" in replaced) == ("voilà", "b.txt", False)


async def test_an_edit_adds_no_voice_message(client: Client) -> None:
    written = await client.person("messages", user_id=ZOE, text="voici")
    edit = {"user_id": ZOE, "message_id": written["message_id"]}
    await client.person("edits", status=400, **edit, voice=upload("a.ogg", b"x"))
