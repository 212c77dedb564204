"""The HTTP client: what it sends, and what its errors say about the request."""

from __future__ import annotations

import asyncio
import json
import logging
import traceback
from collections.abc import AsyncIterator

import pytest
from telegram import Bot
from telegram.error import Forbidden, RetryAfter, TelegramError

from bot.web.client import Answered, NotSent, Patience, Unanswered
from tests.bot_api import TOKEN, BotApi


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    async with BotApi() as api:
        yield api


async def failure_of(bot: Bot) -> TelegramError:
    """Sends a message that must fail, and returns the error."""
    with pytest.raises(TelegramError) as caught:
        await bot.send_message(1, "Bonjour")
    return caught.value


async def test_a_call_carries_its_parameters(api: BotApi) -> None:
    message = await (await api.bot()).send_message(7, "Bonjour é 👋", protect_content=True)
    assert message.message_id == 1
    assert api.calls == [("sendMessage", {"chat_id": 7, "text": "Bonjour é 👋", "protect_content": True})]


async def test_an_upload_carries_its_bytes_and_its_parameters(api: BotApi) -> None:
    await (await api.bot()).send_document(7, b"\x00octets", filename="demande.pdf", caption="Voilà")
    [parameters] = api.asked("sendDocument")
    assert parameters["caption"] == "Voilà"
    assert b"\x00octets" in parameters.values()


async def test_a_file_is_downloaded_by_get(api: BotApi) -> None:
    api.answer("file", 200, "octets")
    bot = await api.bot()
    assert await bot.request.retrieve(f"{api.url}{TOKEN}/file") == b"octets"


async def test_a_refused_connection_is_not_sent(api: BotApi, unused_tcp_port: int) -> None:
    bot = await api.bot(f"http://127.0.0.1:{unused_tcp_port}/bot")
    assert isinstance(await failure_of(bot), NotSent)


async def test_an_unknown_host_is_not_sent(api: BotApi) -> None:
    assert isinstance(await failure_of(await api.bot("http://nobody.invalid/bot")), NotSent)


async def test_no_free_connection_is_not_sent(api: BotApi) -> None:
    bot = await api.bot(connections=1, patience=Patience(connect=0.02, pool=0.02))
    api.hang("sendDocument")
    occupied = asyncio.create_task(bot.send_document(1, "file-id"))
    await api.hanging.wait()
    assert isinstance(await failure_of(bot), NotSent)
    assert not api.asked("sendMessage")
    occupied.cancel()


async def test_a_closed_client_is_not_sent(api: BotApi) -> None:
    bot = await api.bot()
    await bot.request.shutdown()
    assert isinstance(await failure_of(bot), NotSent)


async def test_silence_after_writing_is_unanswered(api: BotApi) -> None:
    api.hang("sendMessage")
    assert isinstance(await failure_of(await api.bot(patience=Patience(read=0.5))), Unanswered)
    await api.hanging.wait()
    assert len(api.asked("sendMessage")) == 1


async def test_a_connection_broken_after_writing_is_unanswered_and_not_repeated(api: BotApi) -> None:
    api.break_off("sendMessage")
    assert isinstance(await failure_of(await api.bot()), Unanswered)
    assert len(api.asked("sendMessage")) == 1


async def test_a_connection_closed_at_once_is_unanswered_because_nobody_knows(api: BotApi) -> None:
    async def slam(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.transport.abort()

    server = await asyncio.start_server(slam, "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        assert isinstance(await failure_of(await api.bot(f"http://127.0.0.1:{port}/bot")), Unanswered)


async def test_a_server_that_reads_nothing_is_unanswered(api: BotApi) -> None:
    let_go = asyncio.Event()

    async def ignore(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await let_go.wait()
        writer.transport.abort()

    patience = Patience(connect=0.05, pool=0.05, upload=0.05, read=0.05)
    server = await asyncio.start_server(ignore, "127.0.0.1", 0, limit=1024)
    async with server:
        port = server.sockets[0].getsockname()[1]
        bot = await api.bot(f"http://127.0.0.1:{port}/bot", patience=patience)
        with pytest.raises(Unanswered):
            await bot.send_document(1, b"\x00" * 8_000_000, filename="gros.bin")
        let_go.set()


@pytest.mark.parametrize("status", [500, 502, 503])
async def test_an_error_of_the_server_keeps_its_status(api: BotApi, status: int) -> None:
    api.refuse("sendMessage", status, "Internal Server Error")
    error = await failure_of(await api.bot())
    assert isinstance(error, Answered)
    assert error.status == status


GARBAGE = ("", "<html>non</html>", "[]", "null", '"ok"', "{", "{}", '{"ok": true}', '{"ok": false}', "[" * 100_000)


@pytest.mark.parametrize("body", GARBAGE)
async def test_a_success_that_is_none_is_unanswered(api: BotApi, body: str) -> None:
    api.answer("sendMessage", 200, body)
    assert isinstance(await failure_of(await api.bot()), Unanswered)


@pytest.mark.parametrize("body", GARBAGE)
@pytest.mark.parametrize("status", [302, 400, 401, 403, 404, 409, 418, 500, 502])
async def test_an_error_in_no_words_of_telegrams_keeps_its_status(api: BotApi, status: int, body: str) -> None:
    api.answer("sendMessage", status, body)
    error = await failure_of(await api.bot())
    assert isinstance(error, Answered)
    assert error.status == status


@pytest.mark.parametrize("told", [None, 0, -3, True, "bientôt", [], {}, 10**30, 2.5, "7"])
async def test_how_long_to_wait_is_believed_where_it_can_be(api: BotApi, told: object) -> None:
    api.refuse("sendMessage", 429, "Too Many Requests", retry_after=told)
    error = await failure_of(await api.bot())
    assert isinstance(error, RetryAfter)
    seconds = {10**30: 86_400, 2.5: 3, "7": 7}.get(told, 5) if isinstance(told, int | float | str) else 5
    assert error.retry_after.total_seconds() == seconds  # type: ignore[union-attr]


async def test_an_error_disguised_as_a_success_is_an_error(api: BotApi) -> None:
    blocked = {"ok": False, "error_code": 403, "description": "Forbidden: bot was blocked by the user"}
    api.answer("sendMessage", 200, json.dumps(blocked))
    assert isinstance(await failure_of(await api.bot()), Forbidden)


@pytest.mark.parametrize("parameters", [[], "x", {"migrate_to_chat_id": "x"}, {"retry_after": None}, {"new": [1]}])
async def test_parameters_that_say_nothing_change_nothing(api: BotApi, parameters: object) -> None:
    error = {"ok": False, "error_code": 400, "description": "Bad Request: chat not found", "parameters": parameters}
    api.answer("sendMessage", 400, json.dumps(error))
    assert str(await failure_of(await api.bot())) == "Chat not found"


async def serving(*pieces: bytes, forever: bytes = b"") -> asyncio.Server:
    """A server that answers whatever comes with these bytes, then for ever with the last, or ends the connection."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        try:
            writer.writelines(pieces)
            while forever:
                writer.write(forever)
                await writer.drain()
        except ConnectionError:
            pass
        writer.close()

    return await asyncio.start_server(answer, "127.0.0.1", 0)


HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"


@pytest.mark.parametrize(
    ("pieces", "forever"),
    [
        ((HEAD + b"Content-Length: 99\r\n\r\n", b'{"ok":true,"result":'), b""),
        ((HEAD + b"Connection: close\r\n\r\n", b'{"ok":true,"result":{"mess'), b""),
        ((HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b'5\r\n{"ok"\r\n'), b""),
        ((HEAD + b"Transfer-Encoding: chunked\r\n\r\n",), b"10000\r\n" + b" " * 65536 + b"\r\n"),
    ],
)
async def test_a_cut_or_endless_body_is_unanswered(api: BotApi, pieces: tuple[bytes, ...], forever: bytes) -> None:
    async with await serving(*pieces, forever=forever) as server:
        port = server.sockets[0].getsockname()[1]
        assert isinstance(await failure_of(await api.bot(f"http://127.0.0.1:{port}/bot")), Unanswered)


async def test_a_redirect_is_not_followed(api: BotApi) -> None:
    there = f"{api.url}{TOKEN}/getMe"
    async with await serving(f"HTTP/1.1 302 Found\r\nLocation: {there}\r\n\r\n".encode()) as server:
        port = server.sockets[0].getsockname()[1]
        error = await failure_of(await api.bot(f"http://127.0.0.1:{port}/bot"))
    assert isinstance(error, Answered)
    assert (error.status, api.calls) == (302, [])


async def test_a_gateway_that_gave_up_is_unanswered(api: BotApi) -> None:
    api.answer("sendMessage", 504, "<html>Gateway Timeout</html>")
    assert isinstance(await failure_of(await api.bot()), Unanswered)


async def test_too_many_requests_says_how_long_to_wait(api: BotApi) -> None:
    api.refuse("sendMessage", 429, "Too Many Requests: retry after 7", retry_after=7)
    error = await failure_of(await api.bot())
    assert isinstance(error, RetryAfter)
    assert error.retry_after.total_seconds() == 7  # type: ignore[union-attr]


async def test_the_token_is_in_no_error_and_in_no_log(
    api: BotApi, unused_tcp_port: int, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    here = await api.bot(patience=Patience(read=0.05))
    errors = [await failure_of(await api.bot(f"http://127.0.0.1:{unused_tcp_port}/bot"))]
    page = f"<html>cannot reach /bot{TOKEN}/sendMessage</html>"
    for status in (200, 404, 500, 504):
        api.answer("sendMessage", status, page)
        errors.append(await failure_of(here))
    api.break_off("sendMessage")
    errors.append(await failure_of(here))
    api.hang("sendMessage")
    errors.append(await failure_of(here))
    told = "".join("".join(traceback.format_exception(error)) for error in errors) + caplog.text
    contexts = "".join(repr(error.__context__) + str(error.__context__) for error in errors)
    assert TOKEN not in told + contexts


@pytest.mark.parametrize(
    "result", ["[]", "true", "{}", '{"id": "1", "is_bot": true, "first_name": "P"}', '{"id": 1}']
)
async def test_an_answer_that_names_no_bot_is_unanswered(api: BotApi, result: str) -> None:
    api.answer("getMe", 200, f'{{"ok":true,"result":{result}}}')
    with pytest.raises(Unanswered):
        await (await api.bot()).get_me()
