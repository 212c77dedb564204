"""Odd and malformed updates through the real application: each is taken or parked, and no request changes."""

from __future__ import annotations

import json
import logging
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import SecretStr

from bot.app import House, _build
from bot.storage.engine import open_records
from bot.web.reception import Handling
from bot.workflows import talk
from config.settings import Settings
from tests.bot_api import TOKEN, BotApi
from tests.world import TELEGRAM, World

SETTLED = {Handling.TAKEN, Handling.PARKED}
ME = {"id": 123456, "is_bot": True, "first_name": "Palier", "username": "palier_bot"}

#: people who have nothing to do with the requests, and numbers that no person has
people = st.sampled_from(
    [*(TELEGRAM[key] for key in ("parent2", "directrice", "erun2", "inconnu")), 0, -1, 2**63 - 1, 2**80]
)
numbers = st.one_of(st.integers(), st.sampled_from([0, -1, 2**31, 2**63, 10**40, 1]))
odd_text = st.one_of(
    st.text(max_size=60),
    st.sampled_from(["\x00", "\u202eabc", "\ud800", "a" * 200_000, "é" * 5_000, "\u200b", "n°", "/", "//", "/\x00"]),
)
commands = st.builds(
    "/{} {}".format,
    st.sampled_from(
        ["demande", "prendre", "repondre", "fusionner", "confier", "file", "rouvrir", "clore", "escalader"]
    ),
    st.one_of(odd_text, numbers.map(str), numbers.map("n°{} ".format), numbers.map("#{} texte".format)),
)
targets = st.one_of(odd_text, numbers.map(str))
actions = st.sampled_from(
    ["take", "queue", "mine", "category", "place", "whom", "show", "language", "erase_now", "send", "?"]
)
presses = st.one_of(
    odd_text, st.builds("{}|{}|{}".format, actions, targets, numbers), st.builds("{}|{}|0|1".format, actions, targets)
)
anything = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), odd_text),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=8), inner, max_size=3)),
    max_leaves=8,
)
KINDS = ["message", "edited_message", "callback_query", "my_chat_member", "poll", "inline_query", "of_tomorrow"]
FUZZ = settings(max_examples=60, deadline=None, database=None, suppress_health_check=list(HealthCheck))


class Fuzzed:
    """A bot with two requests, which gets updates and must not change them."""

    def __init__(self, house: House, world: World) -> None:
        self.house = house
        self.world = world
        self.updates = 0

    async def receive(self, update: dict[str, Any]) -> Handling:
        """Gives the bot a new update; returns what became of it."""
        self.updates += 1
        return await self.house.reception.receive({"update_id": self.updates, **update})

    async def requests(self) -> list[dict[str, Any]]:
        """The requests as the records have them."""
        return await self.world.rows("requests")


@asynccontextmanager
async def fuzzed(template: Path, folder: Path) -> AsyncIterator[Fuzzed]:
    """A bot on a fresh copy of the demo's world, and on a stand-in for Telegram."""
    log, level = logging.getLogger("bot"), logging.getLogger("bot").level
    log.setLevel(logging.CRITICAL)
    url = f"sqlite:///{shutil.copy(template, folder / 'fuzzed.db')}"
    records = open_records(url)
    try:
        async with BotApi() as api:
            world = World(records)
            await world.file("eleve")
            await world.file("enseignant", "compte")
            token = SecretStr(TOKEN)
            api.answer("getMe", 200, json.dumps({"ok": True, "result": ME}))
            made = Settings(
                _env_file=None, telegram_token=token, telegram_api=api.url[:-4], database_url=SecretStr(url)
            )
            house = _build(made, world.desk, TOKEN, partial(talk.put_aside, world.desk))
            async with house.application:
                yield Fuzzed(house, world)
    finally:
        log.setLevel(level)
        await records.close()


def message(sender: int, text: str, **more: Any) -> dict[str, Any]:
    """A message of that person in their private chat."""
    person = {"id": sender, "is_bot": False, "first_name": "A"}
    return {
        "message_id": 7,
        "date": 1,
        "text": text,
        "from": person,
        "chat": {"id": sender, "type": "private"},
    } | more


def without(content: dict[str, Any], *missing: str) -> dict[str, Any]:
    """The message without these fields."""
    return {name: value for name, value in content.items() if name not in missing}


@pytest.fixture
async def house(inhabited_sqlite: Path, tmp_path: Path) -> AsyncIterator[Fuzzed]:
    """The bot of this test; hypothesis sends it one update after the other."""
    async with fuzzed(inhabited_sqlite, tmp_path) as opened:
        yield opened


@FUZZ
@given(sender=people, data=presses)
async def test_no_forged_button_changes_a_request(house: Fuzzed, sender: int, data: str) -> None:
    before = await house.requests()
    pressed = {
        "id": "1",
        "from": {"id": sender, "is_bot": False, "first_name": "A"},
        "chat_instance": "1",
        "data": data,
    }

    handling = await house.receive({"callback_query": pressed | {"message": message(sender, "Carte")}})

    assert handling in SETTLED
    assert await house.requests() == before


@FUZZ
@given(sender=people, text=st.one_of(odd_text, commands))
async def test_no_odd_text_of_a_stranger_changes_a_request(house: Fuzzed, sender: int, text: str) -> None:
    before = await house.requests()
    entities = [{"type": "bot_command", "offset": 0, "length": len(text.split(" ")[0])}] if text[:1] == "/" else []

    handling = await house.receive({"message": message(sender, text, entities=entities)})

    assert handling in SETTLED
    assert await house.requests() == before


@FUZZ
@given(missing=st.sets(st.sampled_from(["message_id", "date", "text", "from", "chat"]), min_size=1))
async def test_a_message_with_fields_missing_is_settled(house: Fuzzed, missing: set[str]) -> None:
    content = without(message(TELEGRAM["eleve"], "Bonjour"), *missing)

    assert await house.receive({"message": content}) in SETTLED


@FUZZ
@given(kind=st.sampled_from(KINDS), content=anything)
async def test_whatever_stands_where_a_message_should_is_settled(house: Fuzzed, kind: str, content: Any) -> None:
    before = await house.requests()

    assert await house.receive({kind: content}) in SETTLED
    assert await house.requests() == before


@FUZZ
@given(field=st.sampled_from([*message(1, ""), "photo", "document", "reply_to_message", "caption"]), content=anything)
async def test_whatever_stands_in_a_field_is_settled(house: Fuzzed, field: str, content: Any) -> None:
    before = await house.requests()

    handling = await house.receive({"message": message(TELEGRAM["eleve"], "Bonjour") | {field: content}})

    assert handling in SETTLED
    assert await house.requests() == before


@FUZZ
@given(raw=st.one_of(st.binary(max_size=200), anything.map(json.dumps).map(str.encode)))
async def test_what_is_no_update_is_settled(house: Fuzzed, raw: bytes) -> None:
    assert await house.house.reception.receive(raw) in SETTLED


@FUZZ
@given(content=anything)
async def test_an_edit_of_anything_is_settled(house: Fuzzed, content: Any) -> None:
    edited = message(TELEGRAM["eleve"], "Bonjour") | {"edit_date": content}

    assert await house.receive({"edited_message": edited}) in SETTLED


@pytest.mark.parametrize("half", ["\ud800", "\x00"])
async def test_an_update_that_no_database_takes_is_parked(world: World, half: str) -> None:
    await talk.put_aside(world.desk, f'{{"update_id": "{half}é"}}', f"TypeError: {half}")

    [parked] = await world.rows("parked")
    assert json.loads(parked["body"]) == {"update_id": f"{half}é"}


async def test_a_healthy_update_is_still_taken_after_all_that(house: Fuzzed) -> None:
    odd: dict[str, Any]
    for odd in ({"message": None}, {"callback_query": 7}, {"of_tomorrow": {}}):
        await house.receive(odd)

    assert (
        await house.receive({"message": message(TELEGRAM["eleve"], "Bonjour, ça ne marche plus")}) is Handling.TAKEN
    )
    assert [row["step"] for row in await house.world.rows("drafts")] == ["offer"]
