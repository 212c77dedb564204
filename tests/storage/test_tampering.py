"""Whatever is done to the lines of the audit by hand is found, with its position and its kind."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, delete, text, update

from bot.storage import erasing
from bot.storage.audit import Line
from bot.storage.audit.appending import HEAD
from bot.storage.audit.faults import Fault, Kind
from bot.storage.audit.lines import chain_of
from bot.storage.audit.walking import head, mark_at
from bot.storage.engine import Records, open_records
from bot.storage.purging.cutting import cut
from bot.storage.tables import DESK
from bot.storage.work import perform
from tests.storage.audited import (
    NOW,
    TEN,
    change,
    do,
    faults,
    foreign,
    put,
    remove,
    renumber,
    rows,
    verified,
    write,
)


@pytest.mark.parametrize(
    "values",
    [
        {"act": "erase"},
        {"person": 77},
        {"person": None},
        {"level": 4},
        {"request": 12},
        {"school": "other"},
        {"account": "other"},
        {"account": ""},
        {"facts": {"number": 41}},
        {"facts": {}},
        {"at": NOW + timedelta(seconds=1)},
        {"salt": "0"},
        {"digest": "0"},
        {"chain": "0"},
    ],
    ids=lambda values: str(next(iter(values))),
)
@pytest.mark.parametrize("position", [1, 5, TEN])
async def test_a_changed_line_is_found(records: Records, position: int, values: dict[str, Any]) -> None:
    await write(records)
    await records.run(lambda connection: change(connection, position, **values))

    assert await faults(records) == [Fault(Kind.CHANGED, position, position)]


async def test_a_line_rewritten_with_its_hash_is_found_by_the_one_after_it(records: Records) -> None:
    await write(records)

    def rewrite(connection: Connection) -> None:
        before, line = rows(connection)[3:5]
        new = line._replace(act="erase")
        put(connection, new._replace(chain=chain_of(new, before.chain)))

    await records.run(rewrite)
    assert await faults(records) == [Fault(Kind.CHANGED, 6, 6)]


@pytest.mark.parametrize(
    ("gone", "fault"),
    [
        ([5], Fault(Kind.MISSING, 5, 5)),
        ([5, 6, 7], Fault(Kind.MISSING, 5, 7)),
        ([1], Fault(Kind.CUT, 1, 1)),
        ([1, 2, 3], Fault(Kind.CUT, 1, 3)),
        ([TEN], Fault(Kind.AHEAD, TEN, TEN)),
        ([8, 9, TEN], Fault(Kind.AHEAD, 8, TEN)),
        (range(1, TEN + 1), Fault(Kind.AHEAD, 1, TEN)),
    ],
)
async def test_missing_lines_are_found(records: Records, gone: list[int], fault: Fault) -> None:
    await write(records)
    await records.run(lambda connection: remove(connection, *gone))

    assert await faults(records) == [fault]


@pytest.mark.parametrize("count", [1, 3])
async def test_missing_lines_are_found_where_the_others_were_renumbered(records: Records, count: int) -> None:
    await write(records)

    def hide(connection: Connection) -> None:
        remove(connection, *range(4, 4 + count))
        renumber(connection, 4 + count, -count)

    await records.run(hide)
    assert await faults(records) == [Fault(Kind.MISSING, 4, 3 + count)]


async def test_a_reinserted_line_is_as_if_it_had_never_been_away(records: Records) -> None:
    await write(records)
    kept = await records.read(rows)
    await records.run(lambda connection: remove(connection, 5))
    await records.run(lambda connection: put(connection, kept[4]))

    assert await faults(records) == []


async def test_a_line_reinserted_elsewhere_is_found(records: Records) -> None:
    await write(records)

    def move(connection: Connection) -> None:
        line = rows(connection)[4]
        remove(connection, 5)
        put(connection, line._replace(position=TEN + 1))

    await records.run(move)
    assert await faults(records) == [Fault(Kind.MISSING, 5, 5), Fault(Kind.ADDED, TEN + 1, TEN + 1)]


@pytest.mark.parametrize("place", [1, 5, TEN])
async def test_a_line_pushed_in_between_is_found(records: Records, place: int) -> None:
    await write(records)

    def push(connection: Connection) -> None:
        line = foreign(connection, place)
        renumber(connection, place, 1)
        put(connection, line)

    await records.run(push)
    assert await faults(records) == [Fault(Kind.ADDED, place, place)]


@pytest.mark.parametrize("place", [-3, 0, TEN + 1, TEN + 5])
async def test_a_line_added_at_an_end_is_found(records: Records, place: int) -> None:
    await write(records)
    await records.run(lambda connection: put(connection, foreign(connection, place)))

    assert await faults(records) == [Fault(Kind.ADDED, place, place)]


@pytest.mark.parametrize(("one", "other"), [(4, 5), (1, 2), (9, 10), (2, 8), (1, 10)])
@pytest.mark.parametrize("hashes", [True, False], ids=["with-hashes", "words-only"])
async def test_swapped_lines_are_found(records: Records, one: int, other: int, hashes: bool) -> None:
    await write(records)

    def swap(connection: Connection) -> None:
        first, second = (rows(connection)[position - 1] for position in (one, other))
        new = [second._replace(position=one), first._replace(position=other)]
        if not hashes:
            new = [new[0]._replace(chain=first.chain), new[1]._replace(chain=second.chain)]
        put(connection, *new)

    await records.run(swap)
    assert await faults(records) == [Fault(Kind.SWAPPED, one, other)]


async def test_a_head_that_was_set_back_or_forward_is_found(records: Records) -> None:
    await write(records)
    await records.run(lambda connection: connection.execute(update(HEAD).values(position=7)).close())
    assert await faults(records) == [Fault(Kind.BEHIND, 7, 7)]

    await records.run(lambda connection: connection.execute(update(HEAD).values(position=12)).close())
    assert await faults(records) == [Fault(Kind.AHEAD, 11, 12)]

    await records.run(lambda connection: connection.execute(delete(HEAD)).close())
    assert await faults(records) == [Fault(Kind.BEHIND, 0, 0)]


async def test_a_rewritten_chain_is_found_by_a_head_that_was_noted_before(records: Records) -> None:
    await write(records)
    noted = await records.read(head)

    def rewrite(connection: Connection) -> None:
        chain = ""
        for line in rows(connection):
            new = line._replace(person=99)
            chain = chain_of(new, chain)
            put(connection, new._replace(chain=chain))
        connection.execute(update(HEAD).values(chain=chain))

    await records.run(rewrite)
    assert await faults(records) == []
    assert await records.read(lambda connection: mark_at(connection, TEN)) != noted
    assert (await verified(records, noted)).faults == [Fault(Kind.CHANGED, TEN, TEN)]


async def test_a_truncation_that_set_the_head_back_is_found_by_a_head_that_was_noted(records: Records) -> None:
    await write(records)
    noted = await records.read(head)

    def truncate(connection: Connection) -> None:
        remove(connection, 9, 10)
        last = rows(connection)[-1]
        connection.execute(update(HEAD).values(position=last.position, chain=last.chain))

    await records.run(truncate)
    assert await faults(records) == []
    assert (await verified(records, noted)).faults[0] == Fault(Kind.MISSING, TEN, TEN)


async def test_a_line_blanked_by_hand_is_found(records: Records) -> None:
    await write(records)
    await do(records, lambda work: erasing.blank_lines(work, "account-1"))
    await records.run(lambda connection: change(connection, 3, account="", facts={}, salt=""))

    assert await faults(records) == [Fault(Kind.BLANKED, 3, 3)]


async def test_lines_put_back_before_a_cut_and_cuts_by_hand_are_found(records: Records) -> None:
    await write(records)
    before = await records.read(rows)
    later = NOW + timedelta(days=1)
    await perform(records, lambda: later, "", lambda work: work.trace(Line("answer", 1)))
    await perform(records, lambda: later, "", lambda work: cut(work, later, 4))
    assert [line.position for line in await records.read(rows)] == [*range(5, 13)]
    assert await faults(records) == []

    await records.run(lambda connection: put(connection, before[1]))
    assert await faults(records) == [Fault(Kind.ADDED, 2, 2)]

    await records.run(lambda connection: remove(connection, 2, 5, 6))
    assert await faults(records) == [Fault(Kind.CUT, 5, 6)]


@pytest.mark.parametrize(("column", "value"), [("facts", "{nope"), ("at", "hier")])
@pytest.mark.parametrize("position", [1, 5, TEN])
async def test_a_line_that_nobody_can_read_is_found_and_the_others_are_read(
    migrated_sqlite_url: str, column: str, value: str, position: int
) -> None:
    records = open_records(migrated_sqlite_url)  # PostgreSQL refuses such values
    await write(records)
    spoil = text(f"UPDATE audit SET {column} = :value WHERE position = :position")
    await records.run(lambda one: one.execute(spoil, {"value": value, "position": position}) and None)

    assert await faults(records) == [Fault(Kind.CHANGED, position, position)]
    await records.close()


async def test_lines_and_head_that_were_all_deleted_are_missed(records: Records) -> None:
    await write(records)

    def empty(connection: Connection) -> None:
        connection.execute(delete(DESK.tables["audit"]))
        connection.execute(delete(HEAD))

    await records.run(empty)
    assert [fault.kind for fault in await faults(records)] == [Kind.EMPTIED]


async def test_a_line_that_was_verified_once_is_missed_though_the_head_was_set_back(records: Records) -> None:
    await write(records)

    def shorten(connection: Connection) -> None:
        mark = mark_at(connection, 6)
        assert mark is not None
        connection.execute(delete(DESK.tables["audit"]).where(DESK.tables["audit"].c.position > 6))
        connection.execute(update(HEAD).values(position=6, chain=mark.chain, verified=8))

    await records.run(shorten)
    assert await faults(records) == [Fault(Kind.AHEAD, 7, 8)]
