"""Changing, deleting, pinning and reacting to messages."""

from __future__ import annotations

import pytest

from tests.emulator.client import BOT_ID, ZOE, Client

KEYBOARD = {"inline_keyboard": [[{"text": "Prendre", "callback_data": "t"}]]}


async def _sent(client: Client, **more: object) -> int:
    message_id: int = (await client.bot("sendMessage", chat_id=ZOE, text="un", **more))["message_id"]
    return message_id


async def test_an_edit_replaces_text_and_keyboard(client: Client) -> None:
    message_id = await _sent(client, reply_markup=KEYBOARD)
    edited = await client.bot("editMessageText", chat_id=ZOE, message_id=message_id, text="deux")
    assert edited["text"] == "deux"
    assert "reply_markup" not in edited
    assert edited["edit_date"] >= edited["date"]


async def test_an_edit_to_the_same_content_is_refused(client: Client) -> None:
    message_id = await _sent(client, reply_markup=KEYBOARD)
    refused = await client.refusal(
        "editMessageText", chat_id=ZOE, message_id=message_id, text="un", reply_markup=KEYBOARD
    )
    assert refused == (
        "Bad Request: message is not modified: specified new message content and reply markup are exactly the same "
        "as a current content and reply markup of the message"
    )


async def test_a_keyboard_alone_can_be_replaced(client: Client) -> None:
    message_id = await _sent(client)
    edited = await client.bot("editMessageReplyMarkup", chat_id=ZOE, message_id=message_id, reply_markup=KEYBOARD)
    assert edited["reply_markup"] == KEYBOARD
    assert edited["text"] == "un"


@pytest.mark.parametrize(
    ("method", "content"),
    [("editMessageReplyMarkup", {}), ("editMessageText", {"text": "un"})],
    ids=["keyboard", "text"],
)
async def test_an_edit_of_the_keyboard_alone_does_not_mark_the_message_as_edited(
    client: Client, method: str, content: dict[str, str]
) -> None:
    message_id = await _sent(client, reply_markup=KEYBOARD)
    edited = await client.bot(method, chat_id=ZOE, message_id=message_id, **content)
    (shown,) = await client.look(f"chats/{ZOE}/messages")
    assert "edit_date" in edited
    assert shown["edited"] is False
    await client.bot("editMessageText", chat_id=ZOE, message_id=message_id, text="deux")
    (shown,) = await client.look(f"chats/{ZOE}/messages")
    assert shown["edited"] is True


async def test_what_is_gone_or_of_others_cannot_be_edited(client: Client) -> None:
    theirs = (await client.person("messages", user_id=ZOE, text="à moi"))["message_id"]
    gone = await client.refusal("editMessageText", chat_id=ZOE, message_id=999, text="a")
    other = await client.refusal("editMessageText", chat_id=ZOE, message_id=theirs, text="a")
    assert (gone, other) == ("Bad Request: message to edit not found", "Bad Request: message can't be edited")


async def test_a_deleted_message_stays_in_the_list_without_its_text(client: Client) -> None:
    message_id = await _sent(client)
    await client.bot("deleteMessage", chat_id=ZOE, message_id=message_id)
    (shown,) = await client.look(f"chats/{ZOE}/messages")
    assert shown["deleted"] is True
    assert "text" not in shown
    refused = await client.refusal("deleteMessage", chat_id=ZOE, message_id=message_id)
    assert refused == "Bad Request: message to delete not found"


async def test_after_two_days_a_message_cannot_be_deleted(client: Client) -> None:
    message_id = await _sent(client)
    await client.person("clock", advance_s=48 * 3600 + 1)
    refused = await client.refusal("deleteMessage", chat_id=ZOE, message_id=message_id)
    assert refused == "Bad Request: message can't be deleted for everyone"


async def test_a_bot_may_delete_what_a_person_wrote(client: Client) -> None:
    theirs = (await client.person("messages", user_id=ZOE, text="mon mot de passe"))["message_id"]
    assert await client.bot("deleteMessages", chat_id=ZOE, message_ids=[theirs, 999]) is True
    assert (await client.look(f"chats/{ZOE}/messages"))[0]["deleted"] is True


async def test_a_pin_shows_and_is_told(client: Client) -> None:
    message_id = await _sent(client)
    await client.bot("pinChatMessage", chat_id=ZOE, message_id=message_id)
    assert (await client.look(f"chats/{ZOE}/messages"))[0]["pinned"] is True
    assert (await client.bot("getChat", chat_id=ZOE))["pinned_message"]["message_id"] == message_id
    assert (await client.updates())[0]["message"]["pinned_message"]["text"] == "un"
    await client.bot("unpinAllChatMessages", chat_id=ZOE)
    assert (await client.look(f"chats/{ZOE}/messages"))[0]["pinned"] is False


async def test_a_reaction_of_the_bot_shows(client: Client) -> None:
    theirs = (await client.person("messages", user_id=ZOE, text="bonjour"))["message_id"]
    seen = [{"type": "emoji", "emoji": "👀"}]
    await client.bot("setMessageReaction", chat_id=ZOE, message_id=theirs, reaction=seen)
    assert (await client.look(f"chats/{ZOE}/messages"))[0]["reactions"] == [{"emoji": "👀", "user_ids": [BOT_ID]}]


async def test_a_person_s_reaction_reaches_a_bot_that_asked_for_it(client: Client) -> None:
    message_id = await _sent(client)
    await client.bot("getUpdates", allowed_updates=["message_reaction"])
    await client.person("reactions", user_id=ZOE, chat_id=ZOE, message_id=message_id, emoji="👍")
    (update,) = await client.updates()
    assert update["message_reaction"]["new_reaction"] == [{"type": "emoji", "emoji": "👍"}]


@pytest.mark.parametrize("method", ["pinChatMessage", "setMessageReaction", "editMessageReplyMarkup"])
async def test_nothing_can_be_done_to_a_message_that_is_not_there(client: Client, method: str) -> None:
    assert "not found" in await client.refusal(method, chat_id=ZOE, message_id=999)


async def test_one_that_is_too_old_keeps_all_from_being_deleted(client: Client) -> None:
    old = await _sent(client)
    await client.person("clock", advance_s=48 * 3600 + 1)
    young = await _sent(client)
    refused = await client.refusal("deleteMessages", chat_id=ZOE, message_ids=[young, old])
    assert refused == "Bad Request: message can't be deleted for everyone"
    assert [shown["deleted"] for shown in await client.look(f"chats/{ZOE}/messages")] == [False, False]


@pytest.mark.parametrize(
    ("ids", "words"), [([], "message identifiers are not specified"), ([1] * 101, "too many message identifiers")]
)
async def test_one_to_a_hundred_messages_are_deleted_at_once(client: Client, ids: list[int], words: str) -> None:
    assert words in await client.refusal("deleteMessages", chat_id=ZOE, message_ids=ids)


async def test_a_deleted_account_can_be_read_of_but_not_written_to(client: Client) -> None:
    message_id = await _sent(client)
    await client.person("deactivate", user_id=ZOE)
    for method, more in (
        ("sendMessage", {"text": "a"}),
        ("editMessageText", {"text": "a", "message_id": message_id}),
        ("deleteMessage", {"message_id": message_id}),
    ):
        assert await client.refusal(method, chat_id=ZOE, **more) == "Forbidden: user is deactivated"
    assert (await client.bot("getChat", chat_id=ZOE))["id"] == ZOE
    await client.person("messages", 400, user_id=ZOE, text="a")


async def test_a_bot_removed_from_a_group_is_told_so(client: Client) -> None:
    chat_id = await client.forum()
    await client.person("kick", user_id=ZOE, chat_id=chat_id)
    refused = await client.refusal("sendMessage", chat_id=chat_id, text="a")
    assert refused == "Forbidden: bot was kicked from the supergroup chat"
    assert (await client.updates())[-1]["my_chat_member"]["new_chat_member"]["status"] == "kicked"
