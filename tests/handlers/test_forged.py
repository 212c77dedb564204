"""Forged presses, commands, links and searches: each is answered, none raises, is parked, or changes anything."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.handlers import COMMANDS, PRESSES
from bot.web.reception import Handling
from tests.handlers.conftest import Json, Typed, command, person, process
from tests.world import TELEGRAM, World

#: what stands in no button of ours, or in somebody else's: the target in the data of a press
ODD = (
    *("", " ", "0", "-1", "1", "2", "9" * 19, "²", "1²", "1_0", " 1", "١٢", "+1", "1:", ":1", "1:2:3", ":::", "1:²"),
    *("²:1", "0:0", "a" * 40, "n°1", "é" * 20, "answer:1", "answer:²", "answer:", "1:abc", "t:1", "w:²", "w:", "xx"),
    *("1:99999999999999999999", "2026-01-01", "\u202e1", "👩", "'<b>", "1|2", "\x00", "\ud800", "\u2007"),
)
#: the last part of the data: whom a button is made for
WHOM = ("1", "2", "99999", "-1", "²", "", "9" * 18, "9" * 30, "1|1", "1|2", "0|1")
#: what else the data of a press may be
DATA = (
    None,
    "",
    "|",
    "||",
    "|||",
    "take",
    "take|1",
    "take|1|0|1|1",
    "TAKE|1|0",
    "é|1|0",
    "x" * 64,
    "\ud800|1|0",
    "é" * 40,
)
PEOPLE = ("inconnu", "eleve", "directeur", "erun")
TABLES = ("requests", "messages", "reports", "campaigns", "parked", "interventions", "holds")
#: 4096 characters that people can send, and databases, chats or patterns may not like
WEIRD = (
    *("\u200b" * 4096, "\u202e" * 4096, "<" * 4096, "&" * 4096, "²" * 4096, "٣" * 4096, "/" * 4096, "\ud800" * 4096),
    *(
        "\x00" * 4096,
        "👨\u200d👩\u200d👧" * 500,
        "é\u0301" * 2048,
        "|" * 4096,
        "1" * 4096,
        "\n" * 4096,
        "%s{0}$name\\" * 300,
    ),
)


@pytest.fixture
async def forged(sqlite_world: World, caplog: pytest.LogCaptureFixture) -> AsyncIterator[Typed]:
    """The bot with a request of somebody else's; every error in its log is remembered."""
    await sqlite_world.file("parent2")
    caplog.set_level(logging.ERROR)
    async for one in process(sqlite_world):
        yield one


def press(key: str, data: str | None, **message: Any) -> Json:
    """The update of a press of a button with that data."""
    chat = {"id": TELEGRAM[key], "type": "private"}
    shown = {"message_id": 50, "date": 1, "chat": chat} | message
    pressed = {"id": "2", "from": person(key), "chat_instance": "1", "message": shown}
    return pressed if data is None else pressed | {"data": data}


async def fault(typed: Typed, caplog: pytest.LogCaptureFixture, said: object, **update: Any) -> list[str]:
    """What went wrong with one update; empty where it was taken and answered, a press by `answerCallbackQuery`."""
    typed.api.calls.clear()
    caplog.clear()
    handling = await typed.handling(**update)
    errors = [record.getMessage() for record in caplog.records]
    called = {name for name, _ in typed.api.calls}
    answered = "answerCallbackQuery" in called if "callback_query" in update else bool(called)
    answered = answered or "edited_message" in update  # one that is taken needs no answer
    return [] if handling is Handling.TAKEN and not errors and answered else [f"{said!r}: {handling} {errors}"]


async def kept(world: World) -> list[list[Json]]:
    """What no forged update may change."""
    return [await world.rows(table) for table in TABLES]


def test_the_odd_targets_are_tried_with_every_button() -> None:
    assert {"take", "send", "hand", "erase_now", "pick", "campaign_cancel"} <= set(PRESSES)


@pytest.mark.parametrize("key", PEOPLE)
async def test_no_target_of_any_button_is_left_unanswered_or_changes_anything(
    forged: Typed, sqlite_world: World, caplog: pytest.LogCaptureFixture, key: str
) -> None:
    before, wrong = await kept(sqlite_world), list[str]()
    step = 2 if key == "directeur" else 9  # each button meets others of the odd targets
    for number, action in enumerate(PRESSES):
        for target in ("", *ODD[number % step :: step]):
            data = f"{action}|{target}|0"
            wrong += await fault(forged, caplog, data, callback_query=press(key, data))
    assert wrong == []
    assert await kept(sqlite_world) == before


@pytest.mark.parametrize("key", PEOPLE[:3])
async def test_no_button_made_for_somebody_else_or_nobody_is_left_unanswered(
    forged: Typed, sqlite_world: World, caplog: pytest.LogCaptureFixture, key: str
) -> None:
    before, wrong = await kept(sqlite_world), list[str]()
    other = {"2": 0, "99999": 0}
    for number, action in enumerate(PRESSES):
        whom = WHOM[number % len(WHOM)]
        data = f"{action}|1|{whom if whom in other or not whom.isdigit() else 99999}"
        wrong += await fault(forged, caplog, data, callback_query=press(key, data))
    for other_data in DATA:
        wrong += await fault(forged, caplog, other_data, callback_query=press(key, other_data))
    assert wrong == []
    assert await kept(sqlite_world) == before


@pytest.mark.parametrize("key", PEOPLE[:3])
async def test_a_press_under_a_message_that_is_gone_or_was_sent_inline_is_answered(
    forged: Typed, caplog: pytest.LogCaptureFixture, key: str
) -> None:
    wrong = list[str]()
    for action in PRESSES:
        gone = press(key, f"{action}|1|0", date=0)
        inline = {name: value for name, value in gone.items() if name != "message"} | {"inline_message_id": "AbC"}
        for query in (gone, inline):
            wrong += await fault(forged, caplog, (action, "message" in query), callback_query=query)
    assert wrong == []


@pytest.mark.parametrize("key", PEOPLE[:3])
async def test_no_odd_argument_of_any_command_is_left_unanswered(
    forged: Typed, caplog: pytest.LogCaptureFixture, key: str
) -> None:
    wrong = list[str]()
    for name in COMMANDS:
        for target in (*ODD[::5], *(f"1 {weird}" for weird in WEIRD[::7])):
            text = f"/{name} {target}"
            wrong += await fault(forged, caplog, text[:60], message=command(key, text))
    for payload in (*ODD, "lier", "lier²", "x" * 64, "_" * 64):
        wrong += await fault(forged, caplog, payload, message=command(key, f"/start {payload}"))
    assert wrong == []


@pytest.mark.parametrize("key", PEOPLE[:3])
async def test_no_weird_text_or_search_is_left_unanswered(
    forged: Typed, caplog: pytest.LogCaptureFixture, key: str
) -> None:
    wrong = list[str]()
    for number, text in enumerate(WEIRD):
        written = command(key, "x") | {"text": text, "entities": [], "message_id": 500 + number}
        wrong += await fault(forged, caplog, text[:9], message=written)
        wrong += await fault(forged, caplog, ("edit", text[:9]), edited_message=written | {"edit_date": 2})
    for number, query in enumerate((*ODD, *(weird[:256] for weird in WEIRD))):
        for offset in ("", ("²", "-1", "x" * 64, "9" * 40)[number % 4]):
            asked = {"id": "1", "from": person(key), "query": query, "offset": offset, "chat_type": "sender"}
            wrong += await fault(forged, caplog, (query, offset), inline_query=asked)
    assert wrong == []
