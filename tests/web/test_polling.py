"""Polling over real HTTP: which updates are handed over, in which order, and which are confirmed."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from typing import Any

import pytest

from bot.web.polling import Polling, poll
from bot.web.reception import Handling
from bot.web.starting import Insistence
from tests.bot_api import BotApi
from tests.patience import PATIENCE


class Receiver:
    """Records updates, and returns for each the next handling set for it, or TAKEN."""

    def __init__(self) -> None:
        self.received: list[int] = []
        self.handlings: dict[int, list[Handling]] = {}
        self.gates: dict[int, asyncio.Event] = {}
        self._changed = asyncio.Condition()

    async def receive(self, raw: Mapping[str, Any]) -> Handling:
        number = raw["update_id"]
        async with self._changed:
            self.received.append(number)
            self._changed.notify_all()
        if number in self.gates:
            await self.gates[number].wait()
        waiting = self.handlings.get(number)
        return waiting.pop(0) if waiting else Handling.TAKEN

    async def until(self, condition: Callable[[list[int]], bool]) -> None:
        """Waits until the list of update numbers received meets the condition."""
        async with self._changed:
            await self._changed.wait_for(lambda: condition(self.received))


class House:
    """A fake Bot API, a `Desk` that records updates, and the polling between them."""

    def __init__(self, api: BotApi) -> None:
        self.api = api
        self.receiver = Receiver()
        self.stop = asyncio.Event()

    @asynccontextmanager
    async def polling(self) -> AsyncIterator[None]:
        """Polls until the end of the block, then stops cleanly."""
        bot = await self.api.bot()
        running = asyncio.create_task(poll(bot, self.receiver, self.stop, ["message", "callback_query"], pause=0.005))
        try:
            async with asyncio.timeout(PATIENCE):
                yield
        finally:
            self.stop.set()
            async with asyncio.timeout(PATIENCE):
                await running

    def offsets(self) -> list[str | None]:
        """The offsets sent before the stop; the stop sends the last one again, as it cancelled that request."""
        return [call.get("offset") for call in self.api.asked("getUpdates")][:-1]

    async def until_idle(self) -> None:
        """Waits until the server has no more updates."""
        await self.api.hanging.wait()


@pytest.fixture
async def house() -> AsyncIterator[House]:
    async with BotApi() as api:
        yield House(api)


def said(number: int, chat: int = 5) -> dict[str, Any]:
    """An update: a message in this chat."""
    return {"update_id": number, "message": {"message_id": number, "chat": {"id": chat, "type": "private"}}}


async def test_a_webhook_is_deleted_before_the_first_question(house: House) -> None:
    async with house.polling():
        await house.until_idle()
    assert [method for method, _ in house.api.calls][:2] == ["deleteWebhook", "getUpdates"]


async def test_only_the_wanted_updates_are_asked_for(house: House) -> None:
    async with house.polling():
        await house.until_idle()
    assert house.api.asked("getUpdates")[0]["allowed_updates"] == '["message", "callback_query"]'


async def test_what_was_settled_is_confirmed_with_the_next_question(house: House) -> None:
    house.api.updates = [said(1), said(2)]
    house.receiver.handlings = {2: [Handling.PARKED]}
    async with house.polling():
        await house.until_idle()
    assert house.receiver.received == [1, 2]
    assert house.api.asked("getUpdates")[1]["offset"] == "3"


async def test_an_offset_is_told_once_because_numbers_may_start_anew(house: House) -> None:
    house.api.updates = [said(900)]
    async with house.polling():
        await house.until_idle()
        house.api.updates = [said(4)]
        house.api.hanging.clear()
        house.api.news.set()
        await house.receiver.until(lambda received: 4 in received)
        await house.until_idle()
    assert house.receiver.received == [900, 4]
    assert house.offsets() == [None, "901", "5"]


async def test_an_update_nobody_can_read_does_not_spoil_its_batch(house: House) -> None:
    house.api.updates = [{"update_id": 1, "message": "?"}, said(2)]
    async with house.polling():
        await house.until_idle()
    assert sorted(house.receiver.received) == [1, 2]


async def test_chats_do_not_wait_for_each_other_but_each_keeps_its_order(house: House) -> None:
    house.api.updates = [said(1, chat=5), said(2, chat=5), said(3, chat=6)]
    house.receiver.gates[1] = asyncio.Event()
    async with house.polling():
        await house.receiver.until(lambda received: 3 in received)
        house.receiver.gates[1].set()
        await house.until_idle()
    assert house.receiver.received == [1, 3, 2]


async def test_what_must_wait_is_not_confirmed_and_holds_its_chat_only(house: House) -> None:
    house.api.updates = [said(1, chat=6), said(2, chat=5), said(3, chat=5), said(4, chat=6)]
    house.receiver.handlings = {2: [Handling.LATER, Handling.LATER]}
    async with house.polling():
        await house.until_idle()
    # 3 waits for 2, which is of the same chat; 1 and 4 were taken at once and are not handed over again
    assert sorted(house.receiver.received[:3]) == [1, 2, 4]
    assert house.receiver.received[3:] == [2, 2, 3]
    assert house.offsets() == [None, "2", None, "5"]


async def test_the_last_updates_are_confirmed_at_the_stop(house: House) -> None:
    house.api.updates = [said(1)]
    house.receiver.gates[1] = asyncio.Event()
    async with house.polling():
        await house.receiver.until(lambda received: 1 in received)
        house.stop.set()
        house.receiver.gates[1].set()
    last = house.api.asked("getUpdates")[-1]
    assert (last["offset"], last["timeout"]) == ("2", "0")


async def test_a_stop_hands_over_nothing_more(house: House) -> None:
    house.api.updates = [said(1), said(2)]
    house.receiver.gates[1] = asyncio.Event()
    async with house.polling():
        await house.receiver.until(lambda received: 1 in received)
        house.stop.set()
        house.receiver.gates[1].set()
    assert house.receiver.received == [1]
    assert [update["update_id"] for update in house.api.updates] == [2]


async def test_a_stop_ends_a_pause_at_once(house: House) -> None:
    house.api.updates = [said(1)]
    house.receiver.handlings = {1: [Handling.LATER]}
    bot = await house.api.bot()
    polling = asyncio.create_task(poll(bot, house.receiver, house.stop, ["message"], pause=1000.0))
    await house.receiver.until(lambda received: received == [1])
    house.stop.set()
    async with asyncio.timeout(PATIENCE):
        await polling
    assert house.api.updates == [said(1)]


async def test_a_second_poller_is_told_of_once_and_outlasted(house: House, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.ERROR)
    for _ in range(3):
        house.api.refuse("getUpdates", 409, "Conflict: terminated by other getUpdates request")
    house.api.updates = [said(1)]
    async with house.polling():
        await house.receiver.until(lambda received: 1 in received)
    assert len([record for record in caplog.records if "Another process" in record.message]) == 1


async def test_failures_of_the_network_are_outlasted(house: House) -> None:
    house.api.refuse("deleteWebhook", 502, "Bad Gateway")
    house.api.refuse("getUpdates", 502, "Bad Gateway")
    house.api.break_off("getUpdates")
    house.api.answer("getUpdates", 200, "not JSON")
    house.api.updates = [said(1)]
    async with house.polling():
        await house.receiver.until(lambda received: 1 in received)
    assert house.receiver.received == [1]


async def test_an_offset_that_got_lost_is_told_again(house: House) -> None:
    house.api.updates = [said(1)]
    house.receiver.gates[1] = asyncio.Event()
    async with house.polling():
        await house.receiver.until(lambda received: 1 in received)
        house.api.break_off("getUpdates")
        house.receiver.gates[1].set()
        await house.until_idle()
    assert house.offsets() == [None, "2", "2"]


async def test_one_conflict_alone_names_no_other_process(house: House, caplog: pytest.LogCaptureFixture) -> None:
    house.api.refuse("getUpdates", 409, "Conflict: terminated by other getUpdates request")
    house.api.updates = [said(1)]
    async with house.polling():
        await house.receiver.until(lambda received: 1 in received)
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]


async def test_a_last_question_that_is_held_back_is_no_trouble(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    """Telegram holds the answer for three seconds where the same offset was told just before."""
    house.api.updates = [said(1)]
    house.receiver.gates[1] = asyncio.Event()
    async with house.polling():
        await house.receiver.until(lambda received: 1 in received)
        house.stop.set()
        house.api.hang("getUpdates")
        house.receiver.gates[1].set()
    assert house.api.asked("getUpdates")[-1]["offset"] == "2"
    assert not [record for record in caplog.records if record.levelno >= logging.WARNING]


async def test_a_pause_that_telegram_asks_for_is_kept_and_the_loop_goes_on(house: House) -> None:
    house.api.refuse("getUpdates", 429, "Too Many Requests: retry after 1", retry_after=1)
    house.api.updates = [said(1)]
    begun = asyncio.get_running_loop().time()
    async with house.polling():
        await house.receiver.until(lambda received: 1 in received)
    assert asyncio.get_running_loop().time() - begun >= 1


async def test_a_pause_that_telegram_asks_of_the_polling_holds_everybody(house: House) -> None:
    house.api.refuse("getUpdates", 429, "Too Many Requests: retry after 60", retry_after=60)
    held: asyncio.Queue[float] = asyncio.Queue()
    polling = Polling(await house.api.bot(), house.receiver, house.stop, ["message"])
    await polling.begin(Insistence(house.stop, hold=held.put))
    running = asyncio.create_task(polling.run(lambda: None))
    async with asyncio.timeout(5):
        assert await held.get() == 60
        house.stop.set()
        await running


@pytest.mark.parametrize("result", [[[1.5]], [{"message_id": 7}], "x", 5, {"update_id": 1}, None, [None]])
async def test_an_answer_without_updates_is_a_failure_and_the_next_one_is_asked_for(
    house: House, result: object
) -> None:
    house.api.answer("getUpdates", 200, json.dumps({"ok": True, "result": result}))
    house.api.updates = [said(1)]
    async with house.polling():
        await house.receiver.until(lambda received: 1 in received)


@pytest.mark.parametrize("number", [-5, True, "7", None, 2**63, 1.0])
async def test_what_has_no_number_is_not_confirmed_and_does_not_spoil_its_batch(house: House, number: object) -> None:
    batch = [{"update_id": number, "message": {}}, said(4)]
    house.api.answer("getUpdates", 200, json.dumps({"ok": True, "result": batch}))
    async with house.polling():
        await house.until_idle()
    assert house.receiver.received == [4]
    assert house.api.asked("getUpdates")[1]["offset"] == "5"
