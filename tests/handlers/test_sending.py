"""Sending over real HTTP, and the outcomes."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from bot.delivery.rules.retry import Gone, Moved, NotWritten, Outcome, Rejected, Sent, Uncertain, Vanished, Wait
from bot.handlers.sending import TelegramSender
from bot.terms import Attachment, Button
from bot.texts import plain
from bot.texts.speech import Key, Speech
from bot.web.client import NotSent
from bot.workflows.rules.albums import albums
from tests.bot_api import BotApi

HELLO = Speech("<b>Bonjour</b>")
UNREADABLE = "Bad Request: can't parse entities: Can't find end tag corresponding to start tag \"b\""


def photo(number: int) -> Attachment:
    return Attachment("photo", f"photo-{number}", f"p{number}")


def document(number: int) -> Attachment:
    return Attachment("document", f"document-{number}", f"d{number}")


def file(kind: str) -> Attachment:
    return Attachment(kind, f"{kind}-1", f"{kind}1")


async def test_a_speech_arrives_whole(api: BotApi, sender: TelegramSender) -> None:
    rows = ((Key("Prendre", Button("take", "12", 3)),),)
    outcome = await sender.say(7, Speech("<b>Bonjour</b>", rows, protect=True, silent=True))
    assert outcome == Sent(1)
    assert api.asked("sendMessage") == [
        {
            "chat_id": 7,
            "text": "<b>Bonjour</b>",
            "parse_mode": "HTML",
            "reply_markup": {"inline_keyboard": [[{"text": "Prendre", "callback_data": "take|12|3"}]]},
            "protect_content": True,
            "disable_notification": True,
            "link_preview_options": {"is_disabled": True},
        }
    ]


@pytest.mark.parametrize(
    ("status", "description", "outcome"),
    [
        (403, "Forbidden: bot was blocked by the user", Gone("Forbidden: bot was blocked by the user")),
        (400, "Bad Request: chat not found", Gone("Chat not found")),
        (400, "Bad Request: message is too long", Rejected("Message is too long")),
        (401, "Unauthorized", NotWritten("Unauthorized")),
        (500, "Internal Server Error: restart", Uncertain("Internal Server Error: restart")),
        (502, "Bad Gateway", NotWritten("Bad Gateway")),
    ],
)
async def test_a_refused_message_has_its_outcome(
    api: BotApi, sender: TelegramSender, status: int, description: str, outcome: Outcome
) -> None:
    api.refuse("sendMessage", status, description)
    assert await sender.say(7, HELLO) == outcome


async def test_too_many_messages_say_how_long_to_wait(api: BotApi, sender: TelegramSender) -> None:
    api.refuse("sendMessage", 429, "Too Many Requests: retry after 17", retry_after=17)
    assert await sender.say(7, HELLO) == Wait(17.0)


async def test_a_group_that_moved_says_where(api: BotApi, sender: TelegramSender) -> None:
    moved = "Bad Request: group chat was upgraded to a supergroup chat"
    api.refuse("sendMessage", 400, moved, migrate_to_chat_id=-1009)
    assert await sender.say(7, HELLO) == Moved(-1009)


async def test_a_refused_connection_is_not_written(api: BotApi, unused_tcp_port: int) -> None:
    sender = TelegramSender(await api.bot(f"http://127.0.0.1:{unused_tcp_port}/bot"), NotSent)
    assert isinstance(await sender.say(7, HELLO), NotWritten)


@pytest.mark.parametrize("fail", [BotApi.hang, BotApi.break_off])
async def test_silence_after_writing_is_uncertain_and_not_repeated(
    api: BotApi, sender: TelegramSender, fail: Callable[[BotApi, str], None]
) -> None:
    fail(api, "sendMessage")
    assert isinstance(await sender.say(7, HELLO), Uncertain)
    assert len(api.asked("sendMessage")) == 1


async def test_an_answer_that_is_no_json_is_uncertain(api: BotApi, sender: TelegramSender) -> None:
    api.answer("sendMessage", 200, "<html>")
    assert isinstance(await sender.say(7, HELLO), Uncertain)


async def test_markup_that_telegram_cannot_read_is_said_plainly(api: BotApi, sender: TelegramSender) -> None:
    api.refuse("sendMessage", 400, UNREADABLE)
    assert await sender.say(7, Speech("<b>2 &lt; 3", protect=True)) == Sent(2)
    again = api.asked("sendMessage")[1]
    assert (again["text"], again.get("parse_mode"), again["protect_content"]) == ("2 < 3", None, True)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<b>gras</b> &amp; <i>italique</i>", "gras & italique"),
        ('<a href="https://a.fr?x=1&amp;y">lien</a>', "lien"),
        ("<tg-spoiler>Ab3-9</tg-spoiler>", "Ab3-9"),
        ("si a < b et c > d", "si a < b et c > d"),
        ("<blockquote expandable>cité</blockquote>", "cité"),
    ],
)
def test_plain_words_lose_markup_only(text: str, words: str) -> None:
    assert plain(text) == words


async def test_an_edit_changes_words_and_buttons(api: BotApi, sender: TelegramSender) -> None:
    assert await sender.edit(7, 5, HELLO) == Sent(5)
    assert api.asked("editMessageText") == [
        {
            "chat_id": 7,
            "message_id": 5,
            "text": "<b>Bonjour</b>",
            "parse_mode": "HTML",
            "link_preview_options": {"is_disabled": True},
        }
    ]


async def test_a_message_that_shows_it_already_is_success(api: BotApi, sender: TelegramSender) -> None:
    words = "Bad Request: message is not modified: specified new message content is exactly the same"
    api.refuse("editMessageText", 400, words)
    api.refuse("editMessageReplyMarkup", 400, words)
    assert await sender.edit(7, 5, HELLO) == Sent(5)
    assert await sender.bare(7, 5) == Sent(5)


async def test_a_message_that_is_no_more_cannot_be_edited(api: BotApi, sender: TelegramSender) -> None:
    api.refuse("editMessageText", 400, "Bad Request: message to edit not found")
    assert await sender.edit(7, 5, HELLO) == Vanished("Message to edit not found")


async def test_an_edit_without_markup_that_shows_it_already_is_success(api: BotApi, sender: TelegramSender) -> None:
    api.refuse("editMessageText", 400, UNREADABLE)
    api.refuse("editMessageText", 400, "Bad Request: message is not modified: nothing changed")
    assert await sender.edit(7, 5, HELLO) == Sent(5)


REPEATABLE: list[tuple[str, Callable[[TelegramSender], Awaitable[Outcome]]]] = [
    ("editMessageText", lambda sender: sender.edit(7, 5, HELLO)),
    ("editMessageReplyMarkup", lambda sender: sender.bare(7, 5)),
    ("deleteMessage", lambda sender: sender.delete(7, 5)),
    ("setMyCommands", lambda sender: sender.menu(7, [("aide", "Trouver de l’aide")], "fr")),
]


@pytest.mark.parametrize(("method", "act"), REPEATABLE)
async def test_what_may_be_done_twice_is_tried_again_after_silence(
    api: BotApi, sender: TelegramSender, method: str, act: Callable[[TelegramSender], Awaitable[Outcome]]
) -> None:
    api.break_off(method)
    assert isinstance(await act(sender), NotWritten)


async def test_a_message_that_is_gone_already_is_deleted(api: BotApi, sender: TelegramSender) -> None:
    api.refuse("deleteMessage", 400, "Bad Request: message to delete not found")
    assert await sender.delete(7, 5) == Sent()


TOO_OLD = "Bad Request: message can't be deleted for everyone"


async def test_a_message_too_old_to_be_deleted_is_emptied(api: BotApi, sender: TelegramSender) -> None:
    api.refuse("deleteMessage", 400, TOO_OLD)
    assert await sender.delete(7, 5) == Sent(5)


async def test_a_picture_too_old_to_be_deleted_says_that_it_is_erased(api: BotApi, sender: TelegramSender) -> None:
    api.refuse("deleteMessage", 400, TOO_OLD)
    api.refuse("editMessageText", 400, "Bad Request: there is no text in the message to edit")
    assert await sender.delete(7, 5) == Sent(5)


async def test_a_message_that_cannot_even_be_emptied_is_told_to_the_operator(
    api: BotApi, sender: TelegramSender, caplog: pytest.LogCaptureFixture
) -> None:
    api.refuse("deleteMessage", 400, TOO_OLD)
    api.refuse("editMessageText", 400, "Bad Request: message can't be edited")
    assert isinstance(await sender.delete(7, 5), Rejected)
    assert "neither be deleted nor emptied" in caplog.text


async def test_a_menu_is_set_for_one_chat_and_language(api: BotApi, sender: TelegramSender) -> None:
    assert await sender.menu(7, [("aide", "Trouver de l’aide")], "fr") == Sent()
    assert api.asked("setMyCommands") == [
        {
            "commands": [{"command": "aide", "description": "Trouver de l’aide"}],
            "scope": {"type": "chat", "chat_id": 7},
            "language_code": "fr",
        }
    ]


async def test_a_file_made_here_arrives(api: BotApi, sender: TelegramSender) -> None:
    assert await sender.document(7, "mes-donnees.json", b'{"nom": "L\xc3\xa9a"}') == Sent(1)
    assert b'{"nom": "L\xc3\xa9a"}' in api.asked("sendDocument")[0].values()


@pytest.mark.parametrize(
    ("attachment", "method", "parameters"),
    [
        (photo(1), "sendPhoto", {"photo": "photo-1"}),
        (document(1), "sendDocument", {"document": "document-1"}),
        (file("video"), "sendVideo", {"video": "video-1"}),
        (file("animation"), "sendAnimation", {"animation": "animation-1"}),
        (file("audio"), "sendAudio", {"audio": "audio-1"}),
        (file("voice"), "sendVoice", {"voice": "voice-1"}),
        (file("video_note"), "sendVideoNote", {"video_note": "video_note-1"}),
    ],
)
async def test_one_file_goes_by_its_identifier(
    api: BotApi, sender: TelegramSender, attachment: Attachment, method: str, parameters: dict[str, Any]
) -> None:
    assert await sender.files(7, [attachment]) == Sent(1)
    assert api.calls == [(method, {"chat_id": 7} | parameters)]


async def test_several_files_are_one_album(api: BotApi, sender: TelegramSender) -> None:
    assert await sender.files(7, [photo(1), photo(2)]) == Sent(1, others=(2,))
    [(method, album)] = api.calls
    assert method == "sendMediaGroup"
    assert album["media"] == [{"type": "photo", "media": "photo-1"}, {"type": "photo", "media": "photo-2"}]


def test_photos_and_documents_travel_apart() -> None:
    files = [document(1), photo(1), photo(2)]

    assert list(albums(files)) == [(photo(1), photo(2)), (document(1),)]


def test_photos_and_videos_mix_and_what_fits_in_no_album_goes_alone() -> None:
    alone = [file("voice"), file("animation"), file("video_note")]
    files = [alone[0], photo(1), file("audio"), alone[1], file("video"), photo(2), document(1), alone[2]]

    mixed = (photo(1), file("video"), photo(2))
    assert list(albums(files)) == [mixed, (document(1),), (file("audio"),), *((one,) for one in alone)]


@pytest.mark.parametrize(("count", "sizes"), [(0, []), (1, [1]), (10, [10]), (11, [10, 1]), (25, [10, 10, 5])])
def test_ten_files_at_most_go_together(count: int, sizes: list[int]) -> None:
    assert [len(album) for album in albums([photo(n) for n in range(count)])] == sizes
