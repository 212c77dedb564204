"""What is said to nobody here, or changes nothing: it is answered by nothing, and counts towards no limit."""

from __future__ import annotations

import pytest

from tests.handlers.conftest import ME, Json, Typed, command, person
from tests.handlers.phone import Phone, picture
from tests.world import TELEGRAM, World

OTHER = {"id": 999, "is_bot": True, "first_name": "Autre", "username": "autre_bot"}
CHANNEL = {"id": -1009, "type": "channel", "title": "Une chaîne"}
ANONYMOUS = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
GROUP = {"id": -1008, "type": "supergroup", "title": "L’école"}
PLACE = {"latitude": 48.1, "longitude": 2.2, "live_period": 3600}


async def quiet(typed: Typed, **update: Json) -> None:
    """Has the update come ten times, to somebody who may send two at once; then they write, and are answered."""
    typed.limit(2)
    for _ in range(10):
        await typed.receive(**update)
    assert typed.said() == []
    await typed.receive(message=command("directeur", "/file"))
    assert ["Demandes à traiter" in text for text in typed.said()] == [True]


@pytest.mark.parametrize(
    "text", ["/start@autre_bot", "/file@autre_bot", "/Code@AUTRE_BOT Martin", "/inconnue@autre_bot"]
)
async def test_a_command_of_another_bot_is_none_of_ours(typed: Typed, text: str) -> None:
    await quiet(typed, message=command("directeur", text))


@pytest.mark.parametrize("text", ["/start", "/file", "/start@autre_bot", "/start@palier_bot", "/aide", "Bonjour"])
@pytest.mark.parametrize("sender", [person("directeur"), OTHER, ANONYMOUS])
async def test_nothing_in_a_group_is_ours(typed: Typed, text: str, sender: Json) -> None:
    await quiet(typed, message=command("directeur", text) | {"chat": GROUP, "from": sender})


@pytest.mark.parametrize(
    "more",
    [{"from": OTHER}, {"via_bot": OTHER}, {"sender_chat": CHANNEL}, {"from": ANONYMOUS}],
    ids=["a bot", "via a bot", "a channel", "an anonymous administrator"],
)
@pytest.mark.parametrize("text", ["/file", "Je ne peux plus me connecter"])
async def test_what_another_bot_says_in_private_is_none_of_ours(typed: Typed, more: Json, text: str) -> None:
    await quiet(typed, message=command("directeur", text) | more)


@pytest.mark.parametrize("kind", ["channel_post", "edited_channel_post", "business_message"])
async def test_what_a_channel_says_is_none_of_ours(typed: Typed, kind: str) -> None:
    post = {"message_id": 1, "date": 1, "chat": CHANNEL, "sender_chat": CHANNEL, "text": "/file"}
    await quiet(typed, **{kind: post})


async def test_what_our_own_results_send_is_ours(typed: Typed) -> None:
    await typed.receive(message=command("directeur", "/file") | {"via_bot": ME})
    assert len(typed.said()) == 1


async def test_an_hour_of_a_live_location_is_refused_once(typed: Typed, sqlite_world: World) -> None:
    typed.limit(3)
    chat = {"id": TELEGRAM["enseignant"], "type": "private"}
    place: Json = {"message_id": 5, "date": 1, "from": person("enseignant"), "chat": chat, "location": PLACE}
    phone = Phone(typed, "enseignant")
    await phone.write("/assistance La messagerie")  # a conversation asks for the category
    asked = len(typed.said())
    await typed.receive(message=place)
    assert len(typed.said()) == asked + 1
    for second in range(0, 3600, 5):
        moved = PLACE | {"latitude": 48.1 + second / 1e5}
        await typed.receive(edited_message=place | {"edit_date": 2 + second, "location": moved})
    assert len(typed.said()) == asked + 1
    assert len(await sqlite_world.rows("drafts")) == 1
    await phone.press(phone.button("Une page de l’ENT (messagerie, blog…)"))  # the conversation goes on
    assert not any("trop vite" in str(call) for call in typed.api.asked("answerCallbackQuery"))


@pytest.mark.parametrize("kind", ["poll", "checklist", "venue", "sticker", "dice"])
async def test_edits_of_what_is_never_carried_are_no_flood(typed: Typed, kind: str) -> None:
    chat = {"id": TELEGRAM["directeur"], "type": "private"}
    edited = {"message_id": 5, "date": 1, "edit_date": 2, "from": person("directeur"), "chat": chat, kind: {}}
    await quiet(typed, edited_message=edited)


@pytest.mark.parametrize(
    "update",
    [
        {"message_reaction": {"chat": GROUP, "message_id": 1, "date": 1, "old_reaction": [], "new_reaction": []}},
        {"poll_answer": {"poll_id": "1", "user": person("directeur"), "option_ids": [0]}},
        {"poll": {"id": "1", "question": "?", "options": []}},
    ],
)
async def test_reactions_and_votes_are_no_flood(typed: Typed, update: Json) -> None:
    await quiet(typed, **update)


SERVICE = ("pinned_message", "forum_topic_created", "forum_topic_edited", "chat_background_set", "boost_added")


@pytest.mark.parametrize("service", [*SERVICE, "message_auto_delete_timer_changed", "write_access_allowed"])
async def test_service_messages_are_no_flood(typed: Typed, service: str) -> None:
    message = command("directeur", "/file")
    del message["text"]
    await quiet(typed, message=message | {service: {}, "message_thread_id": 7, "is_topic_message": True})


async def test_an_edit_that_changes_nothing_is_answered_by_nothing(typed: Typed) -> None:
    typed.limit(3)
    phone = Phone(typed, "enseignant")
    number = await phone.write("Bonjour, voir https://ent.example")
    said = len(typed.said())
    for _ in range(20):
        await phone.edit(number, "Bonjour, voir https://ent.example")
    assert len(typed.said()) == said
    await phone.edit(number, "Bonjour, voir https://ent.example/aide")
    assert len(typed.said()) + len(typed.api.asked("editMessageText")) > said


async def test_a_command_whose_link_got_its_preview_is_not_run_again(typed: Typed) -> None:
    phone = Phone(typed, "directeur")
    number = await phone.write("/comptes")
    said = len(typed.said())
    await phone.edit(number, "/comptes")
    assert len(typed.said()) == said
    await phone.edit(number, "/file")
    assert len(typed.said()) == said + 1


async def test_a_picture_that_is_replaced_is_a_change(typed: Typed) -> None:
    phone = Phone(typed, "enseignant")
    number = await phone.write("x", **picture(1))
    before = len(typed.api.calls)
    message = command("enseignant", "x") | {"message_id": number, "edit_date": 2}
    del message["text"]
    await typed.receive(edited_message=message | picture(1))
    assert len(typed.api.calls) == before
    await typed.receive(edited_message=message | picture(2))
    assert len(typed.api.calls) > before
