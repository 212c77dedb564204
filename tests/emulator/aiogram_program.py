"""aiogram's own client against the emulator: `aiogram_program.py EMULATOR TOKEN PERSON OTHER`.

Runs in an environment of its own, because aiogram needs another pydantic than the bot. aiogram's models read every
answer and every update strictly, so a field of the wrong type, or one that is missing, ends a chapter. Prints
`ok CHAPTER` for each chapter that ended well; for another one, what went wrong.
"""

from __future__ import annotations

import asyncio
import base64
import struct
import sys
import traceback
import zlib
from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import Bot, Dispatcher, types
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError, TelegramRetryAfter
from aiogram.types import BufferedInputFile as File
from aiogram.webhook.aiohttp_server import SimpleRequestHandler
from aiohttp import ClientSession, web

Json = dict[str, Any]
KINDS = {"photo": "a.png", "document": "a.txt", "audio": "a.mp3", "voice": "a.ogg", "video": "a.mp4",
         "animation": "a.gif", "video_note": "a.mp4", "sticker": "a.webp"}  # fmt: skip
KEYBOARD = types.InlineKeyboardMarkup(
    inline_keyboard=[[types.InlineKeyboardButton(text="Prendre", callback_data="t")],
                     [types.InlineKeyboardButton(text="Copier", copy_text=types.CopyTextButton(text="K7"))]]
)  # fmt: skip


def png() -> bytes:
    """Returns a plain PNG of eight pixels by eight."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    rows = zlib.compress(b"".join(b"\0" + bytes(8) for _ in range(8)))
    head = struct.pack(">IIBBBBB", 8, 8, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


class Stage:
    """The bot, two people and the control API that plays them."""

    def __init__(self, address: str, token: str, one: int, other: int, session: ClientSession) -> None:
        self.address, self.one, self.other, self.session = address, one, other, session
        self.bot = Bot(token, AiohttpSession(api=TelegramAPIServer.from_base(address)))
        self.seen = 0

    async def person(self, act: str, **fields: Any) -> Json:
        """Does what a person does, and returns the control API's answer. The act must be possible."""
        async with self.session.post(f"{self.address}/control/{act}", json=fields) as answer:
            told: Json = await answer.json()
            assert answer.status == 200, told
            return told

    async def updates(self, timeout: int = 0) -> list[Any]:
        """Returns the updates not seen yet, as aiogram read them."""
        allowed = ["message", "edited_message", "callback_query", "inline_query", "chosen_inline_result",
                   "my_chat_member", "message_reaction"]  # fmt: skip
        found: list[Any] = await self.bot.get_updates(
            offset=self.seen + 1 if self.seen else None, timeout=timeout, allowed_updates=allowed
        )
        self.seen = found[-1].update_id if found else self.seen
        return found

    async def group(self, *, is_forum: bool = True) -> int:
        """Makes a group of both people and returns its id."""
        made = await self.person("groups", title="Équipe", is_forum=is_forum, members=[self.one, self.other])
        chat_id: int = made["id"]
        return chat_id


Chapter = Callable[[Stage], Awaitable[None]]
CHAPTERS: list[Chapter] = []


def chapter(play: Chapter) -> Chapter:
    """Adds a function to what is played."""
    CHAPTERS.append(play)
    return play


@chapter
async def identity(at: Stage) -> None:
    """Who the bot is, its texts and its menu button."""
    me = await at.bot.get_me()
    assert me.is_bot
    assert me.has_topics_enabled is False
    assert me.supports_inline_queries is True
    assert await at.bot.set_my_name("Palier", language_code="fr")
    assert (await at.bot.get_my_name(language_code="fr")).name == "Palier"
    assert await at.bot.set_my_description("Assistance")
    assert (await at.bot.get_my_description()).description == "Assistance"
    assert await at.bot.set_my_short_description("Aide")
    assert (await at.bot.get_my_short_description()).short_description == "Aide"
    assert await at.bot.set_chat_menu_button(at.one, types.MenuButtonCommands())
    assert (await at.bot.get_chat_menu_button(at.one)).type == "commands"


@chapter
async def commands(at: Stage) -> None:
    """The command menu, in every scope."""
    aide = [types.BotCommand(command="aide", description="Aide")]
    group = await at.group()
    for scope in (
        types.BotCommandScopeDefault(),
        types.BotCommandScopeAllPrivateChats(),
        types.BotCommandScopeAllGroupChats(),
        types.BotCommandScopeAllChatAdministrators(),
        types.BotCommandScopeChat(chat_id=at.one),
        types.BotCommandScopeChatAdministrators(chat_id=group),
        types.BotCommandScopeChatMember(chat_id=group, user_id=at.one),
    ):
        assert await at.bot.set_my_commands(aide, scope=scope, language_code="fr")
        (kept,) = await at.bot.get_my_commands(scope=scope, language_code="fr")
        assert (kept.command, kept.description) == ("aide", "Aide")
        assert await at.bot.delete_my_commands(scope=scope, language_code="fr")
        assert await at.bot.get_my_commands(scope=scope, language_code="fr") == []


@chapter
async def texts(at: Stage) -> None:
    """Texts with entities and keyboards: sent, edited, copied, forwarded, pinned, deleted."""
    sent = await at.bot.send_message(at.one, "<b>n°12</b> <i>é😀</i>", parse_mode="HTML", reply_markup=KEYBOARD)
    assert [entity.type for entity in sent.entities] == ["bold", "italic"]
    assert sent.reply_markup.inline_keyboard[1][0].copy_text.text == "K7"
    marked = await at.bot.send_message(at.one, "*gras* `code`", parse_mode="MarkdownV2", protect_content=True)
    assert marked.has_protected_content
    own = [types.MessageEntity(type="text_link", offset=0, length=2, url="https://example.org/")]
    linked = await at.bot.send_message(
        at.one, "là", entities=own, link_preview_options=types.LinkPreviewOptions(is_disabled=True)
    )
    assert linked.entities[0].url == "https://example.org/"
    reply = await at.bot.send_message(
        at.one, "réponse", reply_parameters=types.ReplyParameters(message_id=sent.message_id, quote="n°12")
    )
    assert reply.reply_to_message.message_id == sent.message_id
    assert reply.quote.text == "n°12"
    edited = await at.bot.edit_message_text("n°12, prise", chat_id=at.one, message_id=sent.message_id)
    assert edited.edit_date
    bare = await at.bot.edit_message_reply_markup(chat_id=at.one, message_id=sent.message_id, reply_markup=KEYBOARD)
    assert bare.reply_markup
    assert (await at.bot.copy_message(at.other, at.one, reply.message_id)).message_id
    assert (await at.bot.forward_message(at.other, at.one, reply.message_id)).forward_origin.type == "user"
    ids = [linked.message_id, reply.message_id]
    assert len(await at.bot.copy_messages(at.other, at.one, ids)) == 2
    assert len(await at.bot.forward_messages(at.other, at.one, ids)) == 2
    assert await at.bot.pin_chat_message(at.one, sent.message_id)
    assert (await at.bot.get_chat(at.one)).pinned_message.message_id == sent.message_id
    assert await at.bot.unpin_chat_message(at.one, message_id=sent.message_id)
    assert await at.bot.unpin_all_chat_messages(at.one)
    assert await at.bot.delete_messages(at.one, ids)
    assert await at.bot.delete_message(at.one, sent.message_id)


@chapter
async def keyboards(at: Stage) -> None:
    """Keyboards under the field where one writes."""
    button = types.KeyboardButton
    rows = [[button(text="Oui"), button(text="Où", request_location=True), button(text="Qui", request_contact=True)]]
    for markup in (
        types.ReplyKeyboardMarkup(keyboard=rows, resize_keyboard=True, input_field_placeholder="Votre réponse"),
        types.ReplyKeyboardRemove(remove_keyboard=True),
        types.ForceReply(force_reply=True),
    ):
        assert (await at.bot.send_message(at.one, "Alors ?", reply_markup=markup)).text == "Alors ?"


@chapter
async def files(at: Stage) -> None:
    """Every kind of file: up, by its id, down, edited, and from a person."""
    for kind, name in KINDS.items():
        send = getattr(at.bot, f"send_{kind}")
        sent = await send(at.one, File(png(), name))
        given = getattr(sent, kind)
        file_id = (given[-1] if kind == "photo" else given).file_id
        again = getattr(await send(at.one, file_id), kind)
        assert (again[-1] if kind == "photo" else again).file_id
        path = (await at.bot.get_file(file_id)).file_path
        assert (await at.bot.download_file(path)).read() == png()
        content = {"name": name, "base64": base64.b64encode(png()).decode()}
        await at.person("messages", user_id=at.one, **{kind: content})
        (update,) = await at.updates()
        assert update.message.content_type == kind
        assert (
            await at.bot.download(
                getattr(update.message, kind)[-1] if kind == "photo" else getattr(update.message, kind)
            )
        ).read() == png()


@chapter
async def facts_of_files(at: Stage) -> None:
    """What a bot says of a file is shown with it."""
    clip = {"width": 320, "height": 240, "duration": 9}
    film = (await at.bot.send_video(at.one, File(b"x", "a.mp4"), thumbnail=File(png(), "t.jpg"), **clip)).video
    assert (film.width, film.height, film.duration) == (320, 240, 9)
    moving = (await at.bot.send_animation(at.one, File(b"y", "a.gif"), **clip)).animation
    assert (moving.width, moving.duration) == (320, 9)
    song = await at.bot.send_audio(at.one, File(b"z", "a.mp3"), duration=9, performer="Ana", title="Chant")
    assert (song.audio.performer, song.audio.title, song.audio.duration) == ("Ana", "Chant", 9)
    assert (await at.bot.send_voice(at.one, File(b"v", "a.ogg"), duration=9)).voice.duration == 9
    assert (await at.bot.send_video_note(at.one, File(b"n", "a.mp4"), length=240)).video_note.length == 240
    assert (await at.bot.send_sticker(at.one, File(b"s", "a.webp"), emoji="😀")).sticker.emoji == "😀"


@chapter
async def albums(at: Stage) -> None:
    """Albums sent and received, and their media replaced."""
    photo = types.InputMediaPhoto
    album = await at.bot.send_media_group(
        at.one, [photo(media=File(png(), "a.png"), caption="un"), photo(media=File(png(), "b.png"), caption="deux")]
    )
    assert album[0].media_group_id == album[1].media_group_id
    assert [item.caption for item in album] == ["un", "deux"]
    papers = [types.InputMediaDocument(media=File(b"x", f"{i}.txt")) for i in range(3)]
    assert len(await at.bot.send_media_group(at.one, papers)) == 3
    place = {"chat_id": at.one, "message_id": album[0].message_id}
    other = types.InputMediaDocument(media=File(b"texte", "a.txt"), caption="<b>texte</b>", parse_mode="HTML")
    assert (await at.bot.edit_message_media(other, **place)).document.file_name == "a.txt"
    assert (await at.bot.edit_message_caption(caption="autre", **place)).caption == "autre"
    content = {"name": "a.png", "base64": base64.b64encode(png()).decode()}
    await at.person("messages", user_id=at.one, media_group=[{"photo": content}, {"photo": content, "caption": "b"}])
    first, second = await at.updates()
    assert first.message.media_group_id == second.message.media_group_id
    assert second.message.caption == "b"


@chapter
async def places(at: Stage) -> None:
    """Places, contacts, polls and dice, from the bot and from a person."""
    assert (await at.bot.send_location(at.one, 45.76, 4.83, live_period=60)).location.live_period == 60
    assert (await at.bot.send_venue(at.one, 45.7, 4.8, "École", "Lyon", foursquare_id="f")).venue.foursquare_id == "f"
    assert (await at.bot.send_contact(at.one, "0600000000", "Inès")).contact.first_name == "Inès"
    assert (await at.bot.send_poll(at.one, "Quand ?", ["Lundi", "Mardi"])).poll.options[1].text == "Mardi"
    quiz = await at.bot.send_poll(
        at.one, "2+2", ["4", "5"], type="quiz", correct_option_ids=[0], explanation="<b>4</b>"
    )
    assert quiz.poll.type == "quiz"
    assert (await at.bot.send_dice(at.one, emoji="🎯")).dice.value
    assert await at.bot.send_chat_action(at.one, "typing")
    for given in (
        {"location": {"latitude": 49.2, "longitude": 2.5}},
        {"venue": {"latitude": 49.2, "longitude": 2.5, "title": "École", "address": "Creil"}},
        {"contact": {"phone_number": "0300000000", "first_name": "Ana"}},
        {"poll": {"question": "Qui ?", "options": [{"text": "Moi"}, {"text": "Toi"}]}},
        {"dice": {"emoji": "🎲"}},
    ):
        await at.person("messages", user_id=at.one, **given)
        (update,) = await at.updates()
        assert update.message.content_type == next(iter(given))


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
    (update,) = await at.updates(timeout=5)
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
    (update,) = await at.updates(timeout=5)
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
        assert wait.retry_after == 3


@chapter
async def dispatching(at: Stage) -> None:
    """aiogram's own polling, and its own webhook server."""
    got: asyncio.Queue[str] = asyncio.Queue()
    dispatcher = Dispatcher()

    @dispatcher.message()
    async def answer(message: types.Message) -> None:
        await message.answer(f"Reçu : {message.text}")
        await got.put(message.text)

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


async def play(address: str, token: str, one: int, other: int) -> bool:
    """Plays every chapter; returns whether all ended well."""
    well = True
    async with ClientSession() as session:
        at = Stage(address, token, one, other, session)
        for each in CHAPTERS:
            try:
                await at.updates()
                await each(at)
            except Exception:
                well = False
                await at.bot.delete_webhook(drop_pending_updates=True)
                print(f"{each.__name__}:\n{traceback.format_exc()}", flush=True)
            else:
                print(f"ok {each.__name__}", flush=True)
        await at.bot.session.close()
    return well


if __name__ == "__main__":
    sys.exit(not asyncio.run(play(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))))
