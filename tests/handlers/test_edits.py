"""Answers that take the place of a message: at Telegram's pace, later where they cannot go now, and never twice."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest

from bot.delivery import pacing
from tests.handlers.conftest import Typed, process
from tests.handlers.phone import Phone
from tests.world import TELEGRAM, World

CHAT = TELEGRAM["directeur"]


@pytest.fixture
async def paced(world: World) -> AsyncIterator[Typed]:
    """The bot on the demo's world, with Telegram's limits."""
    async for one in process(world):
        one.limit(1000)
        yield one


async def waiting(world: World, kind: str = "refresh") -> list[dict[str, Any]]:
    """What waits for the headmaster in the outbox."""
    return [row for row in await world.rows("outbox", kind=kind, state="queued") if row["chat_id"] == CHAT]


async def languages(paced: Typed) -> tuple[Phone, list[str]]:
    """The headmaster's chat, and the data of the buttons that choose a language."""
    me = Phone(paced, "directeur")
    await me.write("/langue")
    rows = paced.api.asked("sendMessage")[-1]["reply_markup"]
    rows = json.loads(rows) if isinstance(rows, str) else rows
    return me, [key["callback_data"] for row in rows["inline_keyboard"] for key in row]


async def test_ten_fast_taps_make_few_edits_and_the_last_answer_stands(paced: Typed, world: World) -> None:
    me, keys = await languages(paced)

    for tap in range(10):
        await me.press(keys[tap % 2])
    edits = paced.api.asked("editMessageText")
    assert len(edits) <= 2
    world.now += timedelta(seconds=4)
    await paced.carried(world, "directeur")

    assert len(paced.api.asked("answerCallbackQuery")) == 10
    assert len(paced.api.asked("editMessageText")) == len(edits) + 1
    last = paced.api.asked("editMessageText")[-1]["text"]
    assert last == (await spoken(paced, me, keys[1]))
    assert len(paced.said()) == 1


async def spoken(paced: Typed, me: Phone, key: str) -> str:
    """The words of the answer to that button."""
    await me.press(key)
    return str(paced.api.asked("editMessageText")[-1]["text"])


async def test_an_edit_that_telegram_puts_off_for_minutes_is_announced_and_comes_once(
    paced: Typed, world: World
) -> None:
    me, keys = await languages(paced)
    paced.api.refuse("editMessageText", 429, "Too Many Requests: retry after 240", retry_after=240)

    await me.press(keys[1])
    world.now += timedelta(seconds=100)
    await me.press(keys[0])

    assert len(paced.api.asked("editMessageText")) == 1
    assert paced.api.asked("answerCallbackQuery")[-1]["text"] in ("Un instant…", "One moment…")
    assert not await pacing.may(paced.house.desk, CHAT)
    assert await pacing.may(paced.house.desk, 7)
    world.now += timedelta(seconds=141)
    await paced.carried(world, "directeur")
    assert len(paced.api.asked("editMessageText")) == 2
    assert len(paced.said()) == 1


@pytest.mark.parametrize("how", ["broken", "500"])
async def test_an_edit_whose_connection_breaks_is_done_again_by_the_courier(
    paced: Typed, world: World, how: str
) -> None:
    me, keys = await languages(paced)
    if how == "broken":
        paced.api.break_off("editMessageText")
    else:
        paced.api.refuse("editMessageText", 500, "Internal Server Error")

    await me.press(keys[1])
    assert len(await waiting(world)) == 1
    paced.api.refuse("editMessageText", 400, "Bad Request: message is not modified")
    await paced.carried(world, "directeur")

    assert len(paced.api.asked("editMessageText")) == 2
    assert len(paced.said()) == 1


async def test_an_answer_whose_message_is_gone_meanwhile_is_said_once_in_a_new_one(
    paced: Typed, world: World
) -> None:
    me, keys = await languages(paced)
    paced.api.refuse("editMessageText", 500, "Internal Server Error")
    await me.press(keys[1])
    paced.api.refuse("editMessageText", 400, "Bad Request: message to edit not found")

    await paced.carried(world, "directeur")

    assert len(paced.said()) == 2
    assert paced.said()[-1] == paced.api.asked("editMessageText")[-1]["text"]


async def test_another_replica_does_not_answer_before_what_waits(paced: Typed, world: World) -> None:
    me, keys = await languages(paced)
    paced.api.refuse("editMessageText", 500, "Internal Server Error")
    await me.press(keys[1])

    async for other in process(world):
        other.limit(1000)
        other.updates = paced.updates
        await Phone(other, "directeur").press(keys[0])
        assert other.api.asked("editMessageText") == []
        await other.carried(world, "directeur")
        assert len(other.api.asked("editMessageText")) == 1
        paced.updates = other.updates


async def test_the_own_data_that_telegram_puts_off_come_later_and_are_not_kept(paced: Typed, world: World) -> None:
    me = Phone(paced, "directeur")
    person = await world.person("directeur")
    paced.api.refuse("sendDocument", 429, "Too Many Requests: retry after 30", retry_after=30)

    await me.press(f"export||{person.id}")

    assert "Telegram" in paced.api.asked("answerCallbackQuery")[-1]["text"]
    assert [row["payload"] for row in await waiting(world, "export")] == [{}]
    world.now += timedelta(seconds=31)
    await paced.carried(world, "directeur")
    _first, second = paced.api.asked("sendDocument")
    assert b'"login"' in second["document"]


async def test_own_data_that_may_have_arrived_are_not_sent_again_but_told_of(paced: Typed, world: World) -> None:
    me = Phone(paced, "directeur")
    person = await world.person("directeur")
    paced.api.break_off("sendDocument")

    await me.press(f"export||{person.id}")

    assert "/mesdonnees" in paced.api.asked("answerCallbackQuery")[-1]["text"]
    assert await waiting(world, "export") == []
