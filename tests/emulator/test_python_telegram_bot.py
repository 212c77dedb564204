"""The real python-telegram-bot against the emulator: the library can parse every answer."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest
import telegram
from telegram import BotCommand, BotCommandScopeChat, InlineKeyboardButton, InlineKeyboardMarkup, InputMediaPhoto
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, RetryAfter

from tests.emulator.client import MARC, TOKEN, ZOE, Client, png, upload

BUTTONS = InlineKeyboardMarkup(
    [[InlineKeyboardButton("Prendre", callback_data="t"), InlineKeyboardButton("Aide", url="https://example.org")]]
)


@pytest.fixture
async def ptb(client: Client) -> AsyncIterator[telegram.Bot]:
    """A `telegram.Bot` of the real library that talks to the emulator."""
    async with telegram.Bot(TOKEN, base_url=f"{client.url}/bot", base_file_url=f"{client.url}/file/bot") as bot:
        yield bot


async def test_texts_are_sent_edited_copied_and_deleted(ptb: telegram.Bot) -> None:
    sent = await ptb.send_message(
        ZOE, "<b>n°12</b>", parse_mode="HTML", reply_markup=BUTTONS, protect_content=True, disable_notification=True,
        link_preview_options=telegram.LinkPreviewOptions(is_disabled=True),
    )  # fmt: skip
    answer = await sent.reply_text("voilà", reply_parameters=telegram.ReplyParameters(sent.message_id))
    assert answer.reply_to_message is not None
    assert answer.reply_to_message.message_id == sent.message_id
    edited = await sent.edit_text("n°12, prise", reply_markup=BUTTONS)
    assert isinstance(edited, telegram.Message)
    assert edited.edit_date is not None
    await sent.edit_reply_markup(None)
    assert (await ptb.copy_message(MARC, ZOE, answer.message_id)).message_id
    assert len(await ptb.copy_messages(MARC, ZOE, [answer.message_id])) == 1
    assert len(await ptb.forward_messages(MARC, ZOE, [answer.message_id])) == 1
    assert (await ptb.forward_message(MARC, ZOE, answer.message_id)).forward_origin is not None
    assert await ptb.delete_messages(ZOE, [answer.message_id])
    assert await sent.delete()


async def test_files_are_sent_and_fetched(ptb: telegram.Bot, client: Client) -> None:
    photo = await ptb.send_photo(ZOE, png(), caption="écran", has_spoiler=True)
    assert photo.photo[-1].width == 8
    document = await ptb.send_document(ZOE, b"un", filename="a.txt", caption="texte")
    assert document.document is not None
    assert document.document.file_name == "a.txt"
    file = await document.document.get_file()
    assert bytes(await file.download_as_bytearray()) == b"un"
    for send, name in ((ptb.send_audio, "audio"), (ptb.send_voice, "voice"), (ptb.send_video, "video")):
        assert getattr(await send(ZOE, b"son"), name) is not None
    assert (await ptb.send_animation(ZOE, b"gif")).animation is not None
    assert (await ptb.send_sticker(ZOE, b"webp")).sticker is not None
    await document.edit_caption("autre")
    await client.person("messages", user_id=ZOE, document=upload("b.txt", b"deux"))
    received = (await ptb.get_updates())[-1].message
    assert received is not None
    assert received.document is not None


async def test_an_album_is_sent_and_a_medium_replaced(ptb: telegram.Bot) -> None:
    album = await ptb.send_media_group(ZOE, [InputMediaPhoto(png()), InputMediaPhoto(png())], caption="deux écrans")
    assert album[0].media_group_id == album[1].media_group_id
    assert album[0].caption == "deux écrans"
    assert await album[0].edit_media(InputMediaPhoto(png(9, 9)))


async def test_places_contacts_and_polls_are_sent(ptb: telegram.Bot) -> None:
    assert (await ptb.send_location(ZOE, 45.76, 4.83)).location is not None
    assert (await ptb.send_contact(ZOE, "0600000000", "Inès")).contact is not None
    assert (await ptb.send_poll(ZOE, "Quand ?", ["Lundi", "Mardi"])).poll is not None
    assert (await ptb.send_dice(ZOE)).dice is not None
    assert await ptb.send_chat_action(ZOE, "typing")


async def test_pins_and_reactions(ptb: telegram.Bot) -> None:
    sent = await ptb.send_message(ZOE, "n°12")
    assert await sent.pin()
    assert (await ptb.get_chat(ZOE)).pinned_message is not None
    assert await sent.set_reaction("👀")
    assert await sent.unpin()
    assert await ptb.unpin_all_chat_messages(ZOE)


async def test_topics(ptb: telegram.Bot, client: Client) -> None:
    chat_id = await client.forum()
    topic = await ptb.create_forum_topic(chat_id, "n°12", icon_color=7322096)
    place: dict[str, Any] = {"chat_id": chat_id, "message_thread_id": topic.message_thread_id}
    assert (await ptb.send_message(text="a", **place)).is_topic_message
    assert await ptb.edit_forum_topic(name="n°12 · prise", **place)
    assert await ptb.close_forum_topic(**place)
    assert await ptb.reopen_forum_topic(**place)
    assert await ptb.unpin_all_forum_topic_messages(**place)
    assert await ptb.get_forum_topic_icon_stickers()
    assert await ptb.delete_forum_topic(**place)
    assert await ptb.edit_general_forum_topic(chat_id, "Accueil")
    assert await ptb.close_general_forum_topic(chat_id)
    assert await ptb.reopen_general_forum_topic(chat_id)


async def test_groups_and_members(ptb: telegram.Bot, client: Client) -> None:
    chat_id = await client.forum()
    assert (await ptb.get_chat(chat_id)).is_forum
    assert (await ptb.get_chat_member(chat_id, ZOE)).status == "member"
    assert [member.user.id for member in await ptb.get_chat_administrators(chat_id)] == [ptb.id]
    assert await ptb.get_chat_member_count(chat_id) == 3
    assert await ptb.set_chat_title(chat_id, "Assistance")
    assert await ptb.ban_chat_member(chat_id, ZOE)
    assert await ptb.unban_chat_member(chat_id, ZOE)
    assert (await ptb.get_user_profile_photos(ZOE)).total_count == 0
    assert await ptb.leave_chat(chat_id)


async def test_the_bot_s_own_texts_commands_and_menu_button(ptb: telegram.Bot) -> None:
    assert await ptb.set_my_name("Palier")
    assert (await ptb.get_my_name()).name == "Palier"
    assert (await ptb.get_me()).first_name == "Palier"
    assert await ptb.set_my_description("Assistance", language_code="fr")
    assert (await ptb.get_my_description(language_code="fr")).description == "Assistance"
    assert await ptb.set_my_short_description("Assistance")
    assert (await ptb.get_my_short_description()).short_description == "Assistance"
    scope = BotCommandScopeChat(ZOE)
    assert await ptb.set_my_commands([BotCommand("aide", "Aide")], scope=scope)
    assert [command.command for command in await ptb.get_my_commands(scope=scope)] == ["aide"]
    assert await ptb.delete_my_commands(scope=scope)
    assert await ptb.set_chat_menu_button(menu_button=telegram.MenuButtonCommands())
    assert (await ptb.get_chat_menu_button(ZOE)).type == "commands"


async def test_webhooks_are_set_and_taken_away(ptb: telegram.Bot) -> None:
    assert await ptb.set_webhook("http://127.0.0.1:9/hook", secret_token="s", allowed_updates=["message"])
    info = await ptb.get_webhook_info()
    assert (info.url, info.allowed_updates) == ("http://127.0.0.1:9/hook", ("message",))
    assert await ptb.set_webhook("")
    assert await ptb.delete_webhook(drop_pending_updates=True)


async def test_refusals_become_the_library_s_errors(
    ptb: telegram.Bot, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")  # otherwise the library warns of a coming change
    with pytest.raises(BadRequest, match="Chat not found"):
        await ptb.send_message(42, "a")
    await client.person("block", user_id=MARC)
    with pytest.raises(Forbidden):
        await ptb.send_message(MARC, "a")
    await client.person("faults", method="sendMessage", error=429, retry_after=3)
    with pytest.raises(RetryAfter):
        await ptb.send_message(ZOE, "a")
    group = await client.person("groups", title="Équipe", plain=True, members=[ZOE])
    upgraded = await client.person("migrations", chat_id=group["id"])
    with pytest.raises(ChatMigrated) as moved:
        await ptb.send_message(group["id"], "a")
    assert moved.value.new_chat_id == upgraded["id"]


async def test_a_token_of_another_bot_is_invalid(client: Client) -> None:
    bot = telegram.Bot(f"123456:{'x' * 35}", base_url=f"{client.url}/bot")
    with pytest.raises(InvalidToken):
        await bot.initialize()
    await bot.shutdown()
