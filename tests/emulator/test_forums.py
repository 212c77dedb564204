"""Groups and forum topics."""

from __future__ import annotations

import pytest

from tests.emulator.client import BOT_ID, MARC, ZOE, Client


async def _topic(client: Client, chat_id: int, name: str = "n°12") -> int:
    thread_id: int = (await client.bot("createForumTopic", chat_id=chat_id, name=name))["message_thread_id"]
    return thread_id


async def test_bots_are_told_of_a_new_group_where_they_are_administrators(client: Client) -> None:
    chat_id = await client.forum()
    (update,) = await client.updates()
    assert update["my_chat_member"]["chat"] == {
        "id": chat_id,
        "type": "supergroup",
        "title": "Équipe",
        "is_forum": True,
    }
    assert update["my_chat_member"]["new_chat_member"]["can_manage_topics"] is True
    standing = await client.bot("getChatMember", chat_id=chat_id, user_id=BOT_ID)
    assert standing["status"] == "administrator"


async def test_a_message_goes_into_its_topic(client: Client) -> None:
    chat_id = await client.forum()
    thread_id = await _topic(client, chat_id)
    sent = await client.bot("sendMessage", chat_id=chat_id, message_thread_id=thread_id, text="a")
    assert (sent["message_thread_id"], sent["is_topic_message"]) == (thread_id, True)
    assert sent["reply_to_message"]["forum_topic_created"]["name"] == "n°12"
    assert await client.look(f"chats/{chat_id}/topics") == [
        {"message_thread_id": thread_id, "name": "n°12", "icon_color": 7322096, "is_closed": False}
    ]


async def test_a_person_s_answer_in_a_topic_reaches_the_bot_with_its_thread(client: Client) -> None:
    chat_id = await client.forum()
    thread_id = await _topic(client, chat_id)
    await client.person("messages", user_id=MARC, chat_id=chat_id, message_thread_id=thread_id, text="je prends")
    assert (await client.updates())[-1]["message"]["message_thread_id"] == thread_id


@pytest.mark.parametrize("thread_id", [1, 999])
async def test_a_topic_that_is_not_there_cannot_be_written_to(client: Client, thread_id: int) -> None:
    chat_id = await client.forum()
    refused = await client.refusal("sendMessage", chat_id=chat_id, message_thread_id=thread_id, text="a")
    assert refused == "Bad Request: message thread not found"


async def test_a_deleted_topic_takes_its_messages_along(client: Client) -> None:
    chat_id = await client.forum()
    thread_id = await _topic(client, chat_id)
    sent = await client.bot("sendMessage", chat_id=chat_id, message_thread_id=thread_id, text="a")
    await client.bot("deleteForumTopic", chat_id=chat_id, message_thread_id=thread_id)
    refused = await client.refusal("sendMessage", chat_id=chat_id, message_thread_id=thread_id, text="a")
    assert refused == "Bad Request: message thread not found"
    shown = {message["message_id"]: message for message in await client.look(f"chats/{chat_id}/messages")}
    assert shown[sent["message_id"]]["deleted"] is True


async def test_people_cannot_write_in_a_closed_topic_but_the_bot_can(client: Client) -> None:
    chat_id = await client.forum()
    place = {"chat_id": chat_id, "message_thread_id": await _topic(client, chat_id)}
    await client.bot("closeForumTopic", **place)
    refused = await client.person("messages", 400, user_id=ZOE, text="a", **place)
    assert refused["description"] == "Ce sujet est fermé."
    assert await client.bot("sendMessage", text="a", **place)
    assert await client.refusal("closeForumTopic", **place) == "Bad Request: TOPIC_NOT_MODIFIED"
    await client.bot("reopenForumTopic", **place)
    assert await client.person("messages", user_id=ZOE, text="a", **place)


async def test_a_topic_can_be_renamed(client: Client) -> None:
    chat_id = await client.forum()
    thread_id = await _topic(client, chat_id)
    await client.bot("editForumTopic", chat_id=chat_id, message_thread_id=thread_id, name="n°12 · résolu")
    assert (await client.look(f"chats/{chat_id}/topics"))[0]["name"] == "n°12 · résolu"


async def test_topics_need_a_forum(client: Client) -> None:
    group = await client.person("groups", title="Équipe", members=[ZOE])
    refused = await client.refusal("createForumTopic", chat_id=group["id"], name="a")
    assert refused == "Bad Request: the chat is not a forum"


async def test_a_banned_person_is_out(client: Client) -> None:
    chat_id = await client.forum()
    await client.bot("banChatMember", chat_id=chat_id, user_id=ZOE)
    assert (await client.bot("getChatMember", chat_id=chat_id, user_id=ZOE))["status"] == "kicked"
    assert await client.bot("getChatMemberCount", chat_id=chat_id) == 2
