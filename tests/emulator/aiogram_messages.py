"""aiogram sends: texts, files, albums, places, and what a bot says of itself."""

from __future__ import annotations

import base64

from aiogram import types
from aiogram.types import BufferedInputFile as File

from tests.emulator.aiogram_stage import KEYBOARD, Stage, chapter, png

KINDS = {"photo": "a.png", "document": "a.txt", "audio": "a.mp3", "voice": "a.ogg", "video": "a.mp4",
         "animation": "a.gif", "video_note": "a.mp4", "sticker": "a.webp"}  # fmt: skip


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
