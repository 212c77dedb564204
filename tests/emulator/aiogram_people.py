"""aiogram hears what people do: messages, buttons, inline queries, topics, groups; and is refused."""

from __future__ import annotations

import asyncio

from aiogram import Dispatcher, types
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError, TelegramRetryAfter
from aiogram.webhook.aiohttp_server import SimpleRequestHandler
from aiohttp import web

from tests.emulator.aiogram_stage import KEYBOARD, Stage, chapter


@chapter
async def people(at: Stage) -> None:
    """What people do: write, edit, forward, react, block."""
    written = await at.person("messages", user_id=at.one, text="/start abc")
    await at.person("edits", user_id=at.one, message_id=written["message_id"], text="autre")
    await at.person("reactions", user_id=at.one, message_id=written["message_id"], emoji="👍")
    await at.person("block", user_id=at.one)
    await at.person("unblock", user_id=at.one)
    await at.person("messages", user_id=at.one, text="de lui", forward_from={"user_id": at.other})
    message, edited, reaction, gone, back, forwarded = await at.updates()
    assert message.message.entities[0].type == "bot_command"
    assert edited.edited_message.edit_date
    assert reaction.message_reaction.new_reaction[0].emoji == "👍"
    assert (gone.my_chat_member.new_chat_member.status, back.my_chat_member.new_chat_member.status) == (
        "kicked", "member")  # fmt: skip
    assert forwarded.message.forward_origin.sender_user.id == at.other
    assert await at.bot.set_message_reaction(at.one, written["message_id"], [types.ReactionTypeEmoji(emoji="👀")])


@chapter
async def buttons(at: Stage) -> None:
    """A button is pressed and answered."""
    card = await at.bot.send_message(at.one, "n°12", reply_markup=KEYBOARD)
    pressing = asyncio.create_task(at.person("callbacks", user_id=at.one, message_id=card.message_id, text="Prendre"))
    (update,) = await at.updates(patience=5)
    assert (update.callback_query.data, update.callback_query.message.text) == ("t", "n°12")
    assert await at.bot.answer_callback_query(update.callback_query.id, text="fait", show_alert=True)
    assert (await pressing)["answer"] == {"text": "fait", "show_alert": True}


@chapter
async def inline(at: Stage) -> None:
    """An inline query is answered, and a result chosen."""
    content = types.InputTextMessageContent(message_text="<b>n°12</b>", parse_mode="HTML")
    article = types.InlineQueryResultArticle(
        id="1", title="Aide", input_message_content=content, reply_markup=KEYBOARD
    )
    asking = asyncio.create_task(at.person("inline", user_id=at.one, query="aide"))
    (update,) = await at.updates(patience=5)
    button = types.InlineQueryResultsButton(text="Ouvrir", start_parameter="a")
    assert await at.bot.answer_inline_query(update.inline_query.id, [article], is_personal=True, button=button)
    assert (await asking)["results"][0]["id"] == "1"
    chosen = await at.person("inline/choose", user_id=at.one, query="aide", result_id="1")
    message, told = await at.updates()
    assert message.message.via_bot.id == at.bot.id
    assert told.chosen_inline_result.inline_message_id == chosen["inline_message_id"]
    assert await at.bot.edit_message_text("autre", inline_message_id=chosen["inline_message_id"])


@chapter
async def topics(at: Stage) -> None:
    """Topics of a forum."""
    forum = await at.group()
    topic = await at.bot.create_forum_topic(forum, "n°12", icon_color=7322096)
    place = {"chat_id": forum, "message_thread_id": topic.message_thread_id}
    sent = await at.bot.send_message(text="a", **place)
    assert sent.is_topic_message
    assert sent.reply_to_message.forum_topic_created.name == "n°12"
    assert await at.bot.edit_forum_topic(name="n°12 · prise", **place)
    assert await at.bot.close_forum_topic(**place)
    assert await at.bot.reopen_forum_topic(**place)
    assert await at.bot.unpin_all_forum_topic_messages(**place)
    assert await at.bot.get_forum_topic_icon_stickers()
    assert await at.bot.delete_forum_topic(**place)
    assert await at.bot.edit_general_forum_topic(forum, "Accueil")
    assert await at.bot.close_general_forum_topic(forum)
    assert await at.bot.reopen_general_forum_topic(forum)
    assert await at.bot.hide_general_forum_topic(forum)
    assert await at.bot.unhide_general_forum_topic(forum)
    told = [update.message.content_type for update in await at.updates() if update.message]
    assert {"forum_topic_created", "forum_topic_edited", "forum_topic_closed", "forum_topic_reopened",
            "general_forum_topic_hidden", "general_forum_topic_unhidden"} <= set(told)  # fmt: skip


@chapter
async def private_topics(at: Stage) -> None:
    """Topics of a private chat."""
    await at.person("bots", has_topics_enabled=True, allows_users_to_create_topics=True)
    assert (await at.bot.get_me()).has_topics_enabled
    opened = await at.person("topics", user_id=at.one, name="Cartable")
    thread_id = opened["message_thread_id"]
    await at.person("messages", user_id=at.one, text="ici", message_thread_id=thread_id)
    created, written = await at.updates()
    assert created.message.forum_topic_created.name == "Cartable"
    assert (written.message.is_topic_message, written.message.message_thread_id) == (True, thread_id)
    assert (await at.bot.send_message(at.one, "là", message_thread_id=thread_id)).is_topic_message
    assert await at.bot.create_forum_topic(at.one, "Autre")
    await at.person("bots", has_topics_enabled=False, allows_users_to_create_topics=False)


@chapter
async def groups(at: Stage) -> None:
    """Groups: members, titles, migration, leaving."""
    group = await at.group(is_forum=False)
    (added,) = await at.updates()
    assert added.my_chat_member.new_chat_member.status == "administrator"
    assert (await at.bot.get_chat(group)).title == "Équipe"
    assert (await at.bot.get_chat_member(group, at.one)).status == "member"
    assert [member.user.id for member in await at.bot.get_chat_administrators(group)] == [at.bot.id]
    assert await at.bot.get_chat_member_count(group) == 3
    assert await at.bot.set_chat_title(group, "Assistance")
    assert await at.bot.set_chat_description(group, "Pour tous")
    assert (await at.bot.get_chat(group)).description == "Pour tous"
    assert await at.bot.ban_chat_member(group, at.other)
    assert (await at.bot.get_chat_member(group, at.other)).status == "kicked"
    assert await at.bot.unban_chat_member(group, at.other)
    assert (await at.bot.get_chat_member(group, at.other)).status == "left"
    assert (await at.bot.get_user_profile_photos(at.one)).total_count == 0
    assert await at.bot.leave_chat(group)
    plain = await at.person("groups", title="Simple", plain=True, members=[at.one])
    await at.person("migrations", chat_id=plain["id"])
    told = [update.message for update in await at.updates() if update.message]
    assert any(message.migrate_to_chat_id for message in told)
    assert any(message.migrate_from_chat_id for message in told)


@chapter
async def refusals(at: Stage) -> None:
    """Errors become aiogram's own."""
    for refused, asked in (
        (TelegramBadRequest, at.bot.send_message(42, "a")),
        (TelegramBadRequest, at.bot.send_message(at.one, "<b>", parse_mode="HTML")),
        (TelegramBadRequest, at.bot.get_file("BQACnothing")),
        (TelegramForbiddenError, at.bot.send_message(at.bot.id, "a")),
    ):
        try:
            await asked
        except refused:
            continue
        raise AssertionError(f"not refused as {refused}")
    await at.person("faults", method="sendMessage", error=429, retry_after=3)
    try:
        await at.bot.send_message(at.one, "a")
    except TelegramRetryAfter as wait:
        asked_for = wait.retry_after
    assert asked_for == 3


@chapter
async def dispatching(at: Stage) -> None:
    """aiogram's own polling, and its own webhook server."""
    got: asyncio.Queue[str] = asyncio.Queue()
    dispatcher = Dispatcher()

    async def answer(message: types.Message) -> None:
        await message.answer(f"Reçu : {message.text}")
        await got.put(message.text)

    dispatcher.message.register(answer)

    polling = asyncio.create_task(dispatcher.start_polling(at.bot, handle_signals=False, close_bot_session=False))
    await at.person("messages", user_id=at.one, text="un")
    assert await asyncio.wait_for(got.get(), 10) == "un"
    await dispatcher.stop_polling()
    await polling
    app = web.Application()
    SimpleRequestHandler(dispatcher, at.bot, handle_in_background=False, secret_token="s").register(app, "/hook")
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    assert await at.bot.set_webhook(f"http://127.0.0.1:{runner.addresses[0][1]}/hook", secret_token="s")
    await at.person("messages", user_id=at.one, text="deux")
    assert await asyncio.wait_for(got.get(), 10) == "deux"
    assert (await at.bot.get_webhook_info()).pending_update_count <= 1
    assert await at.bot.delete_webhook(drop_pending_updates=True)
    await runner.cleanup()
