"""A line of the audit that somebody damaged in the database breaks nothing: the page says its number, and goes on."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from sqlalchemy import Connection, TextClause, text

from bot.storage.audit.faults import Kind
from bot.storage.audit.walking import verify
from bot.storage.purging.cutting import cut
from bot.storage.work import perform
from bot.terms import Notice
from bot.texts import word
from bot.workflows.audit import pages
from bot.workflows.people import own_data
from bot.workflows.requests import cards, queues, verbs
from tests.world import World

_JSON = ["[]", "null", '"Léa"', "3", '{"report": "x", "state": [1]}', '{"number": 1e30}']
_BROKEN = [
    *(("facts", "{nope"), ("facts", "[" * 20_000), ("at", "hier"), ("at", 5), ("at", "9999-12-31 23:59:59")),
    *(("person", "x"), ("request", "n°12"), ("act", b"\xff"), ("digest", b"\xff")),
]


@asynccontextmanager
async def spoiled(world: World, column: str, value: object) -> AsyncIterator[int]:
    """Until the end, that column of the newest line has that value; gives the position of the line."""
    position = (await world.rows("audit"))[-1]["position"]
    kept = text(f"SELECT {column} FROM audit WHERE position = :position")
    change = text(f"UPDATE audit SET {column} = :value WHERE position = :position")

    def put(connection: Connection, new: object) -> Any:
        before = connection.execute(kept, {"position": position}).scalar()
        connection.execute(change, {"position": position, "value": new})
        return before

    if world.desk.records.__class__.__name__ == "SqliteRecords":
        before = await world.desk.records.run(lambda connection: put(connection, value))
    else:
        change = text(f"UPDATE audit SET {column} = cast(:value AS json) WHERE position = :position")
        kept = text(f"SELECT cast({column} AS text) FROM audit WHERE position = :position")
        before = await world.desk.records.run(lambda connection: put(connection, value))
    yield position
    await world.desk.records.run(lambda connection: put(connection, before))


async def taken(world: World) -> int:
    """The number of a request that the director took: the newest line of the audit tells so."""
    number = await world.file("eleve")
    await world.act("directeur", verbs.take, number)
    return number


def says(shown: Notice, position: int) -> bool:
    """Whether the page says that the line at that position cannot be read."""
    return f"La ligne {position} du journal ne peut pas être lue" in word(shown, "fr").text


async def read_all(world: World, number: int, position: int, *, readable: bool = False) -> None:
    """Fails unless every page with that line can be read, and says its number."""
    for typed in ("", f"n°{number}"):
        shown = await pages.start(world.desk, world.caller("directeur"), typed)
        assert says(shown, position) is not readable
        assert "file" in [line.get("act") for line in shown.facts["traced"]]
    await world.act("directeur", own_data.export)
    await world.act("eleve", own_data.export)


@pytest.mark.parametrize("value", _JSON)
async def test_facts_that_are_no_facts_are_said_to_be_unreadable(world: World, value: str) -> None:
    number = await taken(world)
    async with spoiled(world, "facts", value) as position:
        await read_all(world, number, position, readable=value.startswith("{"))


@pytest.mark.parametrize(("column", "value"), _BROKEN, ids=lambda value: str(value)[:20])
async def test_what_does_not_belong_into_a_column_breaks_nothing(
    sqlite_world: World, column: str, value: object
) -> None:
    world = sqlite_world  # PostgreSQL refuses such values
    number = await taken(world)
    async with spoiled(world, column, value) as position:
        shown = await pages.start(world.desk, world.caller("directeur"), "")
        assert says(shown, position)
        if column != "request":
            await read_all(world, number, position)
        found = await world.desk.records.read(verify, long=True)
        assert [(one.kind, one.position) for one in found.faults] == [(Kind.CHANGED, position)]


async def test_a_damaged_line_keeps_nobody_from_looking(world: World) -> None:
    number = await world.file("eleve")
    await world.act("directeur", cards.send, number)
    async with spoiled(world, "facts", "[1]"):
        await world.act("directeur", cards.send, number)
        await world.desk.see(world.caller("directeur"), queues.queue, "")


async def test_a_damaged_line_goes_when_its_time_is_over(sqlite_world: World) -> None:
    world = sqlite_world
    await taken(world)
    world.wait(days=400)
    await world.file("directeur")
    rows = await world.rows("audit")
    young = [row for row in rows if row["at"] == world.now]
    spoil = text("UPDATE audit SET at = 'hier' WHERE position = :position")
    for position in (rows[1]["position"], young[0]["position"]):
        await world.desk.records.run(partial(_execute, statement=spoil, position=position))
    before = world.now - timedelta(days=365)

    await perform(world.desk.records, lambda: world.now, "", lambda work: cut(work, before, 1000))

    positions = [row[0] for row in await world.desk.records.read(_positions)]
    assert positions == [*(row["position"] for row in young), rows[-1]["position"] + 1]


def _execute(connection: Connection, statement: TextClause, position: int) -> None:
    connection.execute(statement, {"position": position})


def _positions(connection: Connection) -> list[Any]:
    return list(connection.execute(text("SELECT position FROM audit ORDER BY position")))
