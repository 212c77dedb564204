"""Forged presses, commands, links and searches: each is answered, none raises, is parked, or changes anything."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.handlers import PRESSES
from tests.handlers.conftest import Json, Typed, person, process
from tests.world import TELEGRAM, World

#: what stands in no button of ours, or in somebody else's: targets in the data of a press, or after a command
ODD = (
    *(
        "",
        " ",
        "0",
        "-1",
        "1",
        "2",
        "3",
        "999",
        "9" * 18,
        "9" * 19,
        "9" * 40,
        "²",
        "1²",
        "1_0",
        " 1",
        "١٢",
        "+1",
        "1e3",
    ),
    *("1:", ":1", "1:2:3", ":::", "1:²", "²:1", "1:0", "0:0", "x:1", "a" * 40, "n°1", "#1", "é" * 20, "null"),
    *(
        "take:1",
        "add",
        "answer:1",
        "answer:²",
        "answer:",
        "1:abc",
        "abc:1",
        "t:1",
        "w:²",
        "fr",
        "xx",
        "w:",
        "%",
        "'\"<b>",
    ),
    *(
        "1:99999999999999999999",
        "2026-01-01",
        "\u202e1",
        "👨‍👩‍👧",
        "0x1",
        "1.5",
        "True",
        "1|2",
        "|",
        "\x00",
        "\ud800",
    ),
)
#: whom a button is made for: the data's last part
WHOM = ("0", "1", "2", "3", "99999", "-1", "²", "", "9" * 18, "9" * 30, "1|1", "1|2")
PEOPLE = ("inconnu", "eleve", "directeur", "erun")
TABLES = ("requests", "messages", "people", "drafts", "reports", "campaigns", "parked", "interventions")


@pytest.fixture
async def forged(sqlite_world: World, caplog: pytest.LogCaptureFixture) -> AsyncIterator[Typed]:
    """The bot with a request of somebody else's; every error in its log is remembered."""
    await sqlite_world.file("parent2")
    caplog.set_level(logging.WARNING)
    async for one in process(sqlite_world):
        yield one


def press(key: str, data: str, **message: Any) -> Json:
    """The update of a press of a button with that data."""
    chat = {"id": TELEGRAM[key], "type": "private"}
    shown = {"message_id": 50, "date": 1, "chat": chat} | message
    return {"id": "2", "from": person(key), "chat_instance": "1", "data": data, "message": shown}


async def answered(typed: Typed, caplog: pytest.LogCaptureFixture, said: str, **update: Any) -> str:
    """What went wrong with one update, in words; empty where it was taken and answered."""
    typed.api.calls.clear()
    caplog.clear()
    handling = await typed.handling(**update)
    errors = [record for record in caplog.records if record.levelno >= logging.ERROR]
    if handling.value != "taken" or errors:
        why = errors[0].exc_info[1] if errors and errors[0].exc_info else ""
        return f"{said!r}: {handling.value} {why!r}"
    return "" if typed.api.calls else f"{said!r}: no answer"


@pytest.mark.parametrize("key", PEOPLE)
async def test_explore(forged: Typed, caplog: pytest.LogCaptureFixture, key: str) -> None:
    wrong = []
    for action in PRESSES:
        for target in ODD:
            data = f"{action}|{target}|0"
            fault = await answered(forged, caplog, f"{key} {data}", callback_query=press(key, data))
            if fault:
                wrong.append(fault)
    assert not wrong
