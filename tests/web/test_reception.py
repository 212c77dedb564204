"""The reception: handlings, parking, and order."""

from __future__ import annotations

import asyncio
import gc
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextvars import ContextVar
from typing import Any

import pytest
from telegram.error import BadRequest, RetryAfter, TimedOut
from telegram.ext import Application, TypeHandler

from bot.handlers.update import Update, load
from bot.terms import Unavailable
from bot.web.polling import chat_of
from bot.web.reception import Handling, Reception
from tests.bot_api import BotApi

Handle = Callable[[Update], Awaitable[None]]


class House:
    """Builds a `Reception` whose handler is given by the test, and records what it parks."""

    def __init__(self, api: BotApi) -> None:
        self.api = api
        self.fails: ContextVar[list[BaseException]] = ContextVar("fails")
        self.parked: list[tuple[str, str]] = []
        self.seen: list[int] = []
        self.park_trouble: Exception | None = None

    async def open(self, handle: Handle, backlog: int = 100) -> Reception:
        """A reception whose application has one handler, which records the update and then calls `handle`."""

        async def callback(update: Update, _context: object) -> None:
            self.seen.append(update.update_id)
            await handle(update)

        application = Application.builder().bot(await self.api.bot()).updater(None).build()
        application.add_handler(TypeHandler(Update, callback))
        self.api.answer("getMe", 200, json.dumps({"ok": True, "result": _me()}))
        await application.initialize()
        return Reception(application, load, self._park, self.fails, backlog)

    async def _park(self, raw: str, reason: str) -> None:
        if self.park_trouble is not None:
            raise self.park_trouble
        self.parked.append((raw, reason))


@pytest.fixture
async def house() -> AsyncIterator[House]:
    async with BotApi() as api:
        yield House(api)


def _me() -> dict[str, Any]:
    return {"id": 123456, "is_bot": True, "first_name": "Palier", "username": "palier_bot"}


def said(number: int, chat: int = 5) -> dict[str, Any]:
    """An update: a message in this chat."""
    person = {"id": chat, "is_bot": False, "first_name": "A"}
    message = {"message_id": number, "date": 1, "text": "Bonjour", "from": person}
    return {"update_id": number, "message": message | {"chat": {"id": chat, "type": "private"}}}


async def nothing(_update: Update) -> None:
    """A handler that succeeds."""


def raising(error: Exception) -> Handle:
    """A handler that raises this error."""

    async def handle(_update: Update) -> None:
        raise error

    return handle


async def test_an_update_without_trouble_is_taken(house: House) -> None:
    reception = await house.open(nothing)
    assert await reception.receive(json.dumps(said(1)).encode()) is Handling.TAKEN
    assert await reception.receive(said(2)) is Handling.TAKEN
    assert house.seen == [1, 2]


async def test_a_failure_that_the_handlers_report_parks_the_update(house: House) -> None:
    async def report(_update: Update) -> None:
        house.fails.get().append(KeyError("gone"))

    reception = await house.open(report)
    assert await reception.receive(said(1)) is Handling.PARKED
    [(raw, reason)] = house.parked
    assert json.loads(raw) == said(1)
    assert reason == "KeyError: 'gone'"


async def test_a_failure_that_escapes_the_handlers_parks_the_update(house: House) -> None:
    reception = await house.open(raising(ZeroDivisionError()))
    assert await reception.receive(said(1)) is Handling.PARKED


async def test_the_next_update_does_not_inherit_a_failure(house: House) -> None:
    async def first_fails(update: Update) -> None:
        if update.update_id == 1:
            raise ZeroDivisionError

    reception = await house.open(first_fails)
    assert [await reception.receive(said(n)) for n in (1, 2)] == [Handling.PARKED, Handling.TAKEN]


@pytest.mark.parametrize("error", [Unavailable(), ConnectionResetError(), TimeoutError(), TimedOut(), RetryAfter(3)])
async def test_a_trouble_that_passes_asks_for_the_update_later(house: House, error: Exception) -> None:
    reception = await house.open(raising(error))
    assert await reception.receive(said(1)) is Handling.LATER
    assert not house.parked


async def test_a_refused_call_does_not_pass(house: House) -> None:
    reception = await house.open(raising(BadRequest("chat not found")))
    assert await reception.receive(said(1)) is Handling.PARKED


@pytest.mark.parametrize(
    "raw",
    [b"", b"{", b"\xff\xfe", b"[]", b"null", b"{}", b'{"update_id": "x"}', b'{"update_id": 1, "message": 7}',
     b'{"update_id": 1, "message": {"message_id": 1}}', b"[" * 100_000],
)  # fmt: skip
async def test_what_is_no_update_is_parked(house: House, raw: bytes) -> None:
    reception = await house.open(nothing)
    assert await reception.receive(raw) is Handling.PARKED
    assert house.parked[0][0] == raw.decode(errors="replace")
    assert not house.seen


@pytest.mark.parametrize("trouble", [Unavailable(), ZeroDivisionError()])
async def test_what_cannot_be_parked_is_asked_for_later(house: House, trouble: Exception) -> None:
    house.park_trouble = trouble
    reception = await house.open(nothing)
    assert await reception.receive(b"{") is Handling.LATER


async def test_a_chat_is_served_in_order_while_others_pass(house: House) -> None:
    gate, passed, events = asyncio.Event(), asyncio.Event(), []

    async def slow_first(update: Update) -> None:
        if update.update_id == 1:
            await gate.wait()
        if update.update_id == 3:
            passed.set()
        events.append(update.update_id)

    reception = await house.open(slow_first)
    async with asyncio.TaskGroup() as group:
        for update in (said(1, chat=5), said(2, chat=5), said(3, chat=6)):
            group.create_task(reception.receive(update))
        await passed.wait()
        gate.set()
    assert events == [3, 1, 2]


async def test_no_lock_outlives_its_chat(house: House) -> None:
    reception = await house.open(nothing)
    for number in range(50):
        await reception.receive(said(number, chat=number + 1))
    gc.collect()
    assert not reception._turns


async def test_beyond_the_backlog_nothing_is_done(house: House) -> None:
    gate, entered = asyncio.Event(), asyncio.Event()

    async def wait(_update: Update) -> None:
        entered.set()
        await gate.wait()

    reception = await house.open(wait, backlog=1)
    under_way = asyncio.create_task(reception.receive(said(1)))
    await entered.wait()
    assert await reception.receive(said(2)) is Handling.LATER
    gate.set()
    assert await under_way is Handling.TAKEN
    assert house.seen == [1]
    assert await reception.receive(said(2)) is Handling.TAKEN


async def test_one_chat_cannot_take_the_others_place_in_the_backlog(house: House) -> None:
    gate, entered = asyncio.Event(), asyncio.Event()

    async def wait(update: Update) -> None:
        if update.update_id == 1:
            entered.set()
            await gate.wait()

    reception = await house.open(wait, backlog=40)  # one chat may have two of these
    under_way = [asyncio.create_task(reception.receive(said(1, chat=5)))]
    await entered.wait()
    under_way.append(asyncio.create_task(reception.receive(said(2, chat=5))))
    await asyncio.sleep(0)
    assert await reception.receive(said(3, chat=5)) is Handling.LATER
    assert await reception.receive(said(4, chat=6)) is Handling.TAKEN
    gate.set()
    assert await asyncio.gather(*under_way) == [Handling.TAKEN, Handling.TAKEN]
    assert await reception.receive(said(3, chat=5)) is Handling.TAKEN


@pytest.mark.parametrize(
    ("update", "chat"),
    [
        (said(1, chat=-100), -100),
        ({"update_id": 1, "callback_query": {"id": "1", "from": {"id": 9}, "message": {"chat": {"id": 7}}}}, 7),
        ({"update_id": 1, "inline_query": {"id": "1", "from": {"id": 9}}}, 9),
        ({"update_id": 1, "poll_answer": {"user": {"id": 9}}}, 9),
        ({"update_id": 1, "message": {"chat": "nobody"}}, None),
        ({"update_id": 1}, None),
    ],
)
def test_the_chat_of_an_update_is_found_in_its_raw_form(update: dict[str, Any], chat: int | None) -> None:
    assert chat_of(update) == chat


async def test_what_is_parked_holds_no_words_of_ours(house: House) -> None:
    ours = said(4)["message"] | {"text": "abcd3456", "reply_markup": {"inline_keyboard": []}}
    press = {"id": "1", "from": ours["from"], "chat_instance": "1", "data": "hand|1:2|3", "message": ours}
    answer = said(6)
    answer["message"]["reply_to_message"] = ours
    reception = await house.open(raising(ZeroDivisionError()))

    for raw in ({"update_id": 5, "callback_query": press}, json.dumps(answer).encode()):
        assert await reception.receive(raw) is Handling.PARKED

    (pressed, _), (written, _) = house.parked
    assert "abcd3456" not in pressed + written
    assert "hand|1:2|3" in pressed
    assert "Bonjour" in written
