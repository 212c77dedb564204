"""A whole school touches its links in one minute: everybody is answered, and nobody is taken for a noisy stranger."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Any

import pytest

from bot.ent.embedded.enrolment import Enrolment, enrol
from bot.handlers.buttons import encode
from bot.storage.handouts import by_id
from bot.terms import Button, Profile, Way
from bot.workflows.people import issuing
from bot.workflows.rules.pace import Pace
from tests.handlers.conftest import Json, Typed
from tests.world import World

PEOPLE = 400
SCHOOL = "jean-moulin"
_FIRST = 800_000  # the number of the first of their Telegram accounts


@pytest.fixture
def strict(typed: Typed) -> Typed:
    """The bot with all its limits on, as it is shipped."""
    policy = replace(typed.house.desk.policy, limits=True)
    typed.house.desk.policy, typed.house.desk.pace = policy, Pace(policy.burst, policy.per_second)
    return typed


def who(number: int) -> Json:
    """The Telegram account of the one with that number."""
    return {"id": _FIRST + number, "is_bot": False, "first_name": "X", "language_code": "fr"}


def touched(number: int, token: str) -> Json:
    """The update of somebody who touches their link."""
    text, chat = f"/start {token}", {"id": _FIRST + number, "type": "private"}
    entity = {"type": "bot_command", "offset": 0, "length": 6}
    return {"message_id": 1, "date": 1, "from": who(number), "chat": chat, "text": text, "entities": [entity]}


def accepted(number: int, token: str) -> Json:
    """The update of somebody who presses the button below the charter that their link showed."""
    message = {"message_id": 2, "date": 1, "chat": {"id": _FIRST + number, "type": "private"}, "text": "Charte"}
    mark = issuing.digest_of(token)[:24]
    data = encode(Button("accept", mark, once=True))
    return {"id": str(number), "from": who(number), "chat_instance": "1", "data": data, "message": message}


async def given(world: World) -> tuple[int, list[str]]:
    """Enrols the parents of a large school, and hands a link out to each; returns the handout and the tokens."""
    people = [
        Enrolment(
            id=f"p{n}", login=f"p{n}", first_name="X", last_name=f"P{n}", profile=Profile.RELATIVE, places=(SCHOOL,)
        )
        for n in range(PEOPLE)
    ]
    await world.desk.records.run(lambda connection: enrol(connection, [], people))
    ids = [one.id for one in people]
    handout, made = await world.desk.do(
        "out", issuing.hand_out, world.desk.policy, ids, Way.SHEET, SCHOOL, {"profile": "relative"}, None
    )
    return handout, [made[one] for one in ids]


async def answered(typed: Typed, world: World) -> list[int]:
    """The chats that were answered, once for each answer, at once or in what is queued for the courier."""
    calls = [*typed.api.asked("sendMessage"), *typed.api.asked("editMessageText")]
    queued = [row for row in await world.rows("outbox") if row["state"] == "queued" and row["kind"] != "menu"]
    chats = [int(call["chat_id"]) for call in calls] + [row["chat_id"] for row in queued]
    return sorted(chat for chat in chats if chat >= _FIRST)


def all_of(times: int) -> list[int]:
    """The chats of everybody, so many times each."""
    return sorted(list(range(_FIRST, _FIRST + PEOPLE)) * times)


async def every(typed: Typed, *updates: dict[str, Any]) -> None:
    """Gives the bot these updates, a hundred at a time."""
    for at in range(0, len(updates), 100):
        await asyncio.gather(*(typed.receive(**update) for update in updates[at : at + 100]))


async def test_a_school_that_touches_its_links_in_one_minute_is_linked(strict: Typed, sqlite_world: World) -> None:
    _, tokens = await given(sqlite_world)

    await every(strict, *({"message": touched(n, token)} for n, token in enumerate(tokens)))
    assert await answered(strict, sqlite_world) == all_of(1)

    await every(strict, *({"callback_query": accepted(n, token)} for n, token in enumerate(tokens)))
    assert await answered(strict, sqlite_world) == all_of(2)
    linked = [
        row for row in await sqlite_world.rows("people") if _FIRST <= (row["telegram_id"] or 0) < _FIRST + PEOPLE
    ]
    assert len(linked) == PEOPLE


async def test_a_school_whose_links_were_revoked_reads_so_to_the_last_one(strict: Typed, sqlite_world: World) -> None:
    handout, tokens = await given(sqlite_world)
    made = await sqlite_world.desk.look(by_id, handout)
    assert made is not None
    await sqlite_world.desk.do("void", issuing.revoke, made, None)

    await every(strict, *({"message": touched(n, token)} for n, token in enumerate(tokens)))

    assert await answered(strict, sqlite_world) == all_of(1)
    assert "prendre le plus récent" in strict.said()[0]


async def test_who_touches_a_link_twice_reads_that_they_are_there(strict: Typed, sqlite_world: World) -> None:
    _, [token, *_] = await given(sqlite_world)
    await strict.receive(message=touched(0, token))
    await strict.receive(callback_query=accepted(0, token))
    sqlite_world.wait(minutes=1)

    await strict.receive(message=touched(0, token))
    await strict.receive(message=touched(1, token))

    mine, others = strict.said()[-2:]
    assert "Vous êtes <b>X P0</b>" in mine
    assert "a déjà servi" in others
