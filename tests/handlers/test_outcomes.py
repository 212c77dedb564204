"""What each answer of Telegram's means, fed to the sender over real HTTP as the server would say it."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot import meters
from bot.delivery.rules.retry import (
    Gone,
    NotWritten,
    Outcome,
    Rejected,
    Sent,
    Uncertain,
    Vanished,
    Wait,
)
from bot.handlers.outcomes import LONGEST_WAIT, TABLE, Line
from bot.handlers.sending import TelegramSender
from bot.terms import Attachment
from bot.texts.speech import Speech
from tests.bot_api import BotApi

HELLO = Speech("Bonjour")
PAIR = [Attachment("photo", "a", "a"), Attachment("photo", "b", "b")]

Act = Callable[[TelegramSender], Awaitable[Outcome]]
SAY: Act = lambda sender: sender.say(7, HELLO)  # noqa: E731
EDIT: Act = lambda sender: sender.edit(7, 5, HELLO)  # noqa: E731


def as_said(words: str) -> list[str]:
    """The words as the server says them: the names of errors in capitals."""
    return [words.upper() if "_" in words else words]


@pytest.mark.parametrize("status", [400, 403])
@pytest.mark.parametrize("line", TABLE, ids=[line.words for line in TABLE])
async def test_each_line_of_the_table_means_what_it_says(
    api: BotApi, sender: TelegramSender, line: Line, status: int
) -> None:
    [words] = as_said(line.words)
    before = {400: "Bad Request: ", 403: "Forbidden: "}[status]
    api.refuse("editMessageText", status, before + words)
    assert type(await sender.edit(7, 5, HELLO)) is line.means
    assert (meters.LOCKED_OUT._value.get() == 1) is line.locks_out
    assert await sender.say(7, HELLO) == Sent(2)
    assert meters.LOCKED_OUT._value.get() == 0


@pytest.mark.parametrize(
    "inner", ["CHAT_WRITE_FORBIDDEN", "USER_IS_BLOCKED", "User is deactivated", "USER_ID_INVALID", "CHAT_RESTRICTED"]
)
@pytest.mark.parametrize(("status", "before"), [(400, "Bad Request"), (403, "Forbidden")])
async def test_an_album_to_somebody_out_of_reach_says_so(
    api: BotApi, sender: TelegramSender, status: int, before: str, inner: str
) -> None:
    words = f'{before}: failed to send message #1 with the error message "{inner}"'
    api.refuse("sendMediaGroup", status, words)
    assert isinstance(await sender.files(7, PAIR), Gone)
    assert len(api.calls) == 1


WRONG_FILE = "Bad Request: wrong file identifier/HTTP URL specified"


async def test_a_file_that_cannot_be_sent_does_not_lose_the_others(api: BotApi, sender: TelegramSender) -> None:
    api.refuse("sendMediaGroup", 400, 'Bad Request: failed to send message #1 with the error message "X"')
    api.refuse("sendPhoto", 400, WRONG_FILE)
    assert await sender.files(7, PAIR) == Sent(3, lost=(0,))


async def test_an_album_without_any_file_that_can_be_sent_is_refused(api: BotApi, sender: TelegramSender) -> None:
    api.refuse("sendMediaGroup", 400, WRONG_FILE)
    for _ in PAIR:
        api.refuse("sendPhoto", 400, WRONG_FILE)
    assert isinstance(await sender.files(7, PAIR), Rejected)


@pytest.mark.parametrize(
    ("status", "said", "edited"),
    [
        (500, Uncertain, NotWritten),  # a server that closes says so to calls under way
        (501, Uncertain, NotWritten),
        (502, NotWritten, NotWritten),
        (503, NotWritten, NotWritten),
        (504, Uncertain, NotWritten),
        (520, Uncertain, NotWritten),
        (301, NotWritten, NotWritten),
        (400, NotWritten, NotWritten),
        (401, NotWritten, NotWritten),
        (403, NotWritten, NotWritten),
        (404, NotWritten, NotWritten),
        (409, NotWritten, NotWritten),
        (413, Rejected, Rejected),
        (429, Wait, Wait),
        (200, Uncertain, NotWritten),
    ],
)
async def test_the_page_of_a_proxy(
    api: BotApi, sender: TelegramSender, status: int, said: type[Outcome], edited: type[Outcome]
) -> None:
    page = "<html>chat not found. Forbidden: bot was blocked by the user</html>"
    for method, act, means in (("sendMessage", SAY, said), ("editMessageText", EDIT, edited)):
        api.answer(method, status, page)
        assert type(await act(sender)) is means


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (401, "Unauthorized"),
        (401, "Unauthorized: invalid token specified"),
        (404, "Not Found"),
        (404, "Not Found: method not found"),
        (421, "Misdirected Request: unallowed token specified"),
        (400, "Bad Request: Logged out"),
        (400, "Bad Request: FROZEN_METHOD_INVALID"),
    ],
)
async def test_a_bot_that_may_send_nothing_tells_the_operator_once(
    api: BotApi, sender: TelegramSender, caplog: pytest.LogCaptureFixture, status: int, words: str
) -> None:
    for _ in range(2):
        api.refuse("sendMessage", status, words)
        assert isinstance(await sender.say(7, HELLO), NotWritten)
    assert [record.levelname for record in caplog.records].count("ERROR") == 1
    assert meters.LOCKED_OUT._value.get() == 1
    assert isinstance(await sender.say(7, HELLO), Sent)
    assert meters.LOCKED_OUT._value.get() == 0


@pytest.mark.parametrize(
    ("told", "waits"), [({}, 5.0), ({"retry_after": 240}, 240.0), ({"retry_after": 10**9}, None)]
)
async def test_too_many_is_waited_for(
    api: BotApi, sender: TelegramSender, told: dict[str, int], waits: float | None
) -> None:
    api.refuse("sendMessage", 429, "Too Many Requests", **told)
    assert await sender.say(7, HELLO) == Wait(LONGEST_WAIT if waits is None else waits)


async def test_a_secret_stays_hidden_where_its_markup_cannot_be_read(api: BotApi, sender: TelegramSender) -> None:
    api.refuse("sendMessage", 400, "Bad Request: can't parse entities: chat not found")
    speech = Speech("🔑 é : <tg-spoiler><code>Ab3-9</code></tg-spoiler> <b>une</b> heure", protect=True)
    assert isinstance(await sender.say(7, speech), Sent)
    again = api.asked("sendMessage")[1]
    assert (again["text"], again.get("parse_mode")) == ("🔑 é : Ab3-9 une heure", None)
    assert again["entities"] == [{"type": "spoiler", "offset": 7, "length": 5}]


async def test_a_message_of_somebody_else_is_not_taken_for_deleted(api: BotApi, sender: TelegramSender) -> None:
    api.refuse("deleteMessage", 400, "Bad Request: message can't be deleted")
    api.refuse("editMessageText", 400, "Bad Request: message can't be edited")
    assert isinstance(await sender.delete(7, 5), Rejected)
    api.refuse("deleteMessage", 400, "Bad Request: message can't be deleted")
    api.refuse("editMessageText", 400, "Bad Request: message to edit not found")
    assert await sender.delete(7, 5) == Sent()


@pytest.mark.parametrize("result", [True, None, {}, [], {"message_id": "x"}, [{}]])
@pytest.mark.parametrize(
    "act", [SAY, lambda sender: sender.files(7, PAIR), lambda sender: sender.document(7, "a", b"b")]
)
async def test_a_success_that_names_no_message_is_uncertain(
    api: BotApi, sender: TelegramSender, act: Act, result: object
) -> None:
    for method in ("sendMessage", "sendMediaGroup", "sendDocument"):
        api.answer(method, 200, json.dumps({"ok": True, "result": result}))
    assert isinstance(await act(sender), Uncertain)


OUTCOMES = (Gone, NotWritten, Rejected, Uncertain, Vanished, Wait, Sent)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    status=st.integers(200, 599).filter(lambda status: status not in (204, 205, 304)),
    words=st.text(max_size=60),
    body=st.one_of(st.none(), st.text(max_size=60), st.sampled_from(["[]", "{}", '{"ok":false}', "[" * 9000])),
)
async def test_unknown_answers_silence_nobody(
    api: BotApi, sender: TelegramSender, status: int, words: str, body: str | None
) -> None:
    """An unknown refusal is one of that message alone; only words that are known say that somebody is gone."""
    error = {"ok": False, "error_code": status, "description": f"?{words}"}
    api.answer("sendMessage", status, json.dumps(error) if body is None else body)
    outcome = await sender.say(7, HELLO)
    assert isinstance(outcome, OUTCOMES)
    assert not isinstance(outcome, Gone | Vanished | Sent)
    if body is None and status in (400, 403):
        assert isinstance(outcome, Rejected)
