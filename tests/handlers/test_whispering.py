"""Codes at Telegram's pace, over real HTTP: shown within seconds or not at all, and never kept in a queue."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest

from bot.delivery import pacing
from bot.terms import Refusal
from tests.handlers.conftest import Json, Typed, command, process
from tests.workflows.codes import asked
from tests.world import TELEGRAM, World

CHAT = TELEGRAM["directeur"]
NOT_SHOWN = "Je n’ai pas pu l’afficher"


@pytest.fixture
async def paced(world: World) -> AsyncIterator[Typed]:
    """The bot on the demo's world, with Telegram's limits."""
    async for one in process(world):
        one.limit(1000)
        yield one


def keys(call: Json) -> list[dict[str, Any]]:
    """The buttons of a message that was sent or edited."""
    rows = call["reply_markup"]
    rows = json.loads(rows) if isinstance(rows, str) else rows
    return [key for row in rows["inline_keyboard"] for key in row]


async def shown(paced: Typed, world: World) -> tuple[str, Json]:
    """Has a pupil's code shown to the headmaster; returns the code, and the message as Telegram would bring it."""
    await asked(world, "directeur", "eleve")
    call = paced.api.asked("editMessageText")[-1]
    code = next(key["copy_text"]["text"] for key in keys(call) if "copy_text" in key)
    chat = {"id": CHAT, "type": "private"}
    markup = {"inline_keyboard": [[key] for key in keys(call)]}
    return code, {"message_id": call["message_id"], "date": 1, "chat": chat, "reply_markup": markup}


async def choose(paced: Typed, message: Json) -> None:
    """The headmaster presses the button of that message which asks to whom the code is handed."""
    data = next(
        key["callback_data"]
        for row in message["reply_markup"]["inline_keyboard"]
        for key in row
        if key.get("callback_data", "").startswith("hand|")
    )
    query = {"id": "2", "from": command("directeur", "x")["from"], "chat_instance": "1"}
    await paced.receive(callback_query=query | {"data": data, "message": message})


async def kept(world: World, code: str) -> bool:
    """Whether the code stands anywhere in the outbox."""
    return any(code in str(row) for row in await world.rows("outbox"))


async def test_each_part_of_a_code_takes_a_place_of_its_chat(paced: Typed, world: World) -> None:
    await shown(paced, world)

    assert await pacing.may(paced.house.desk, CHAT)
    assert not await pacing.may(paced.house.desk, CHAT)


async def test_a_wait_that_telegram_asks_for_a_code_holds_the_chat_and_the_agent_asks_again(
    paced: Typed, world: World
) -> None:
    paced.api.refuse("sendMessage", 429, "Too Many Requests: retry after 240", retry_after=240)

    with pytest.raises(Refusal, match="code-not-shown"):
        await asked(world, "directeur", "eleve")

    assert len(paced.api.asked("sendMessage")) == 1
    world.now += timedelta(seconds=200)
    assert await pacing.until(paced.house.desk, CHAT) > 30
    assert await pacing.may(paced.house.desk, 7)


async def test_no_code_is_sent_into_a_chat_that_is_held(paced: Typed, world: World) -> None:
    await paced.house.desk.put(pacing.hold, CHAT, 60.0)

    with pytest.raises(Refusal, match="code-not-shown"):
        await asked(world, "directeur", "eleve")

    assert paced.api.asked("sendMessage") == []


async def test_a_code_that_cannot_be_shown_soon_is_told_of_and_never_queued(paced: Typed, world: World) -> None:
    code, message = await shown(paced, world)
    paced.api.refuse("editMessageText", 429, "Too Many Requests: retry after 60", retry_after=60)

    await choose(paced, message)

    (later,) = await world.rows("outbox", chat_id=CHAT, kind="refusal")
    assert later["payload"]["reason"] == "not-shown"
    assert not await kept(world, code)
    assert await pacing.until(paced.house.desk, CHAT) > 50


@pytest.mark.parametrize(
    "reason", ["Bad Request: message to edit not found", "Bad Request: message can't be edited", "Bad Request: no"]
)
async def test_a_code_whose_message_vanished_is_shown_in_a_new_one_which_ends_with_it(
    paced: Typed, world: World, reason: str
) -> None:
    code, message = await shown(paced, world)
    (before,) = await world.rows("expiries", chat_id=CHAT)
    paced.api.refuse("editMessageText", 400, reason)
    world.now += timedelta(seconds=10)

    await choose(paced, message)

    last = paced.api.asked("editMessageText")[-1]
    assert last["message_id"] != message["message_id"]
    assert code in str(keys(last))
    (after,) = await world.rows("expiries", chat_id=CHAT, message_id=last["message_id"])
    assert (after["at"], after["deed"]) == (before["at"], before["deed"])
    assert code not in str(paced.api.asked("sendMessage"))
    assert NOT_SHOWN not in str(paced.said())


async def test_a_code_whose_time_is_up_is_not_shown_anew(paced: Typed, world: World) -> None:
    _code, message = await shown(paced, world)
    world.now += timedelta(hours=2)
    paced.api.refuse("editMessageText", 400, "Bad Request: message to edit not found")

    await choose(paced, message)

    assert len(paced.api.asked("editMessageText")) == 2
    assert any(NOT_SHOWN in words for words in paced.said())
