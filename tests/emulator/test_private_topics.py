"""Topics in private chats, and the settings of a bot that BotFather has and `getMe` shows."""

from __future__ import annotations

from tests.emulator.client import MARC, ZOE, Client

ON = {"has_topics_enabled": True, "allows_users_to_create_topics": True}


async def _topic(client: Client, name: str = "Cartable") -> int:
    await client.person("bots", **ON)
    opened = await client.person("topics", user_id=ZOE, name=name)
    thread_id: int = opened["message_thread_id"]
    assert opened["message_id"] == thread_id
    return thread_id


async def test_a_setting_of_botfather_is_shown_by_get_me(client: Client) -> None:
    assert (await client.bot("getMe"))["has_topics_enabled"] is False
    set_up = await client.person("bots", has_topics_enabled=True, can_read_all_group_messages=False)
    assert set_up == await client.bot("getMe")
    assert (set_up["has_topics_enabled"], set_up["can_read_all_group_messages"]) == (True, False)
    assert set_up["supports_inline_queries"] is True


async def test_a_setting_that_is_not_there_is_refused(client: Client) -> None:
    assert "can_fly" in (await client.person("bots", 400, can_fly=True))["description"]
    assert "can_join_groups" in (await client.person("bots", 400, can_join_groups="yes"))["description"]


async def test_a_person_writes_in_a_topic_of_a_private_chat(client: Client) -> None:
    thread_id = await _topic(client)
    await client.person("messages", user_id=ZOE, text="bonjour", message_thread_id=thread_id)
    created, message = [update["message"] for update in await client.updates()]
    assert created["forum_topic_created"]["name"] == "Cartable"
    assert created["message_thread_id"] == created["message_id"] == thread_id
    assert (message["message_thread_id"], message["is_topic_message"]) == (thread_id, True)
    assert "reply_to_message" not in message
    assert "is_forum" not in message["chat"]


async def test_a_bot_answers_in_the_topic_or_in_the_main_thread(client: Client) -> None:
    thread_id = await _topic(client)
    sent = await client.bot("sendMessage", chat_id=ZOE, text="ici", message_thread_id=thread_id)
    assert (sent["message_thread_id"], sent["is_topic_message"]) == (thread_id, True)
    main = await client.bot("sendMessage", chat_id=ZOE, text="là")
    assert "message_thread_id" not in main
    refused = await client.refusal("sendMessage", chat_id=ZOE, text="a", message_thread_id=thread_id + 99)
    assert refused == "Bad Request: message thread not found"


async def test_a_bot_opens_renames_and_deletes_topics_but_closes_none(client: Client) -> None:
    refused = await client.refusal("createForumTopic", chat_id=MARC, name="a")
    assert refused == "Bad Request: the chat is not a forum"
    await client.person("bots", has_topics_enabled=True)
    topic = await client.bot("createForumTopic", chat_id=MARC, name="a")
    place = {"chat_id": MARC, "message_thread_id": topic["message_thread_id"]}
    assert await client.bot("editForumTopic", name="b", **place)
    assert await client.refusal("closeForumTopic", **place) == "Bad Request: the chat is not a supergroup forum"
    assert (await client.look(f"chats/{MARC}/topics"))[0]["name"] == "b"
    assert await client.bot("deleteForumTopic", **place)
    refused = await client.refusal("sendMessage", text="a", **place)
    assert refused == "Bad Request: message thread not found"


async def test_people_open_topics_only_where_the_bot_lets_them(client: Client) -> None:
    refused = await client.person("topics", 400, user_id=ZOE, name="a")
    assert refused["description"] == "Ce bot ne laisse pas ouvrir de sujet dans sa discussion."
    await client.person("bots", has_topics_enabled=True)
    await client.person("topics", 400, user_id=ZOE, name="a")


async def test_a_bot_without_inline_mode_or_that_joins_no_groups_is_left_alone(client: Client) -> None:
    await client.person("bots", supports_inline_queries=False, can_join_groups=False)
    refused = await client.person("inline", 400, user_id=ZOE, query="aide")
    assert "BotFather" in refused["description"]
    await client.forum()
    assert await client.updates() == []
