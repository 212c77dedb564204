"""The audit: lines are chained in the transactions of their acts, whatever happens at the same moment."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, delete, insert, text, update

from bot.storage import erasing, journal
from bot.storage.audit import Line
from bot.storage.audit.appending import HEAD, append
from bot.storage.audit.lines import is_blank
from bot.storage.audit.walking import head
from bot.storage.engine import Records, open_records
from bot.storage.purging.cutting import cut
from bot.storage.tables import DESK
from bot.storage.work import Work, perform
from bot.terms import Refusal, Unavailable
from tests.storage.audited import (
    NOW,
    TEN,
    do,
    faults,
    rows,
    verified,
    write,
)


async def test_lines_have_positions_without_gaps_and_a_whole_chain(records: Records) -> None:
    await write(records)

    kept = await records.read(rows)
    assert [line.position for line in kept] == list(range(1, TEN + 1))
    found = await verified(records)
    assert (found.faults, found.lines, found.reached.position) == ([], TEN, TEN)
    assert await records.read(head) == found.reached


async def test_a_line_is_written_in_the_transaction_of_the_act_or_not_at_all(records: Records) -> None:
    def act(work: Work) -> None:
        work.trace(Line("take", 1))
        raise Refusal("not-now")

    def undo(work: Work) -> None:
        work.trace(Line("take", 2))
        work.undo()

    refused = [do(records, act) for _ in range(3)]
    kept = [do(records, lambda work: work.trace(Line("answer", 3))) for _ in range(3)]
    ends = await asyncio.gather(*refused, *kept, do(records, undo), return_exceptions=True)

    assert sum(isinstance(end, Refusal) for end in ends) == 3
    assert [line.act for line in await records.read(rows)] == ["answer"] * 3
    assert await faults(records) == []


async def test_a_page_up_to_a_day_begins_at_the_last_of_the_lines_of_one_moment(records: Records) -> None:
    def act(work: Work) -> None:
        for number in range(5):
            work.trace(Line("take", number))

    await do(records, act)
    await records.run(lambda connection: connection.execute(text("ANALYZE")))  # a small table is then read whole

    assert await do(records, lambda work: journal.before_moment(work, NOW + timedelta(seconds=1))) == 6
    assert await do(records, lambda work: journal.before_moment(work, NOW)) == 1


async def test_the_lines_of_one_act_are_written_together(records: Records) -> None:
    def act(work: Work) -> None:
        for number in range(5):
            work.trace(Line("hand", number, facts={"to": number}))

    await do(records, act)

    assert [line.person for line in await records.read(rows)] == list(range(5))
    assert await faults(records) == []


@pytest.mark.parametrize("position", [0, 7])
async def test_the_bot_goes_on_whatever_was_done_to_the_head(records: Records, position: int) -> None:
    await write(records)
    statement = update(HEAD).values(position=position, chain="0") if position else delete(HEAD)
    await records.run(lambda connection: connection.execute(statement).close())

    await write(records, 3)

    assert [line.position for line in await records.read(rows)] == list(range(1, TEN + 4))
    assert await faults(records) == []  # the lines are whole: only the head had been touched


async def test_an_erasure_blanks_lines_and_the_chain_holds(records: Records) -> None:
    await write(records)
    await do(records, lambda work: erasing.blank_lines(work, "account-1"))

    kept = await records.read(rows)
    assert [line.position for line in kept if is_blank(line)] == [2, 4, 6, 8, 10]
    assert "account-1" not in str(kept)
    assert (kept[-1].act, kept[-1].facts) == ("blank", {"positions": [2, 4, 6, 8, 10]})
    assert await faults(records) == []


async def test_the_retention_period_cuts_the_oldest_lines_and_the_rest_verifies(records: Records) -> None:
    await write(records)
    later = NOW + timedelta(days=1)
    await perform(records, lambda: later, "", lambda work: work.trace(Line("answer", 1)))

    assert await do(records, lambda work: cut(work, later, 4)) == (4,)
    assert await do(records, lambda work: cut(work, later, 400)) is None

    kept = await records.read(rows)
    assert [(line.position, line.act) for line in kept] == [(11, "answer"), (12, "cut"), (13, "cut")]
    assert (kept[1].facts["upto"], kept[2].facts["upto"]) == (4, TEN)
    assert await faults(records) == []


async def test_what_the_release_before_does_without_lines_is_no_fault(records: Records) -> None:
    await write(records)
    event: dict[str, Any] = {"request": None, "person": 1, "act": "link", "at": NOW, "facts": {}}
    await records.run(lambda connection: connection.execute(insert(DESK.tables["events"]).values(**event)).close())
    await write(records, 2)

    assert await faults(records) == []


async def test_what_was_verified_is_not_walked_through_again(records: Records) -> None:
    await write(records)
    mark = (await verified(records)).reached
    await write(records, 3)

    found = await verified(records, mark)
    assert (found.lines, found.faults, found.reached.position) == (3, [], TEN + 3)


async def test_many_replicas_append_without_gaps_or_deadlocks(migrated_postgres_url: str) -> None:
    replicas = [open_records(migrated_postgres_url) for _ in range(4)]

    async def act(records: Records, number: int) -> None:
        def work(work: Work) -> None:
            work.open(f"cause:{number}")
            for _ in range(3):
                work.trace(Line("take", number, account=f"account-{number % 3}"))

        await do(records, work)
        if number % 10 == 0:
            await do(records, lambda work: erasing.blank_lines(work, f"account-{number % 3}"))

    await asyncio.gather(*(act(replicas[number % 4], number) for number in range(60)))

    kept = await replicas[0].read(rows)
    assert [line.position for line in kept] == list(range(1, len(kept) + 1))
    assert sum(line.act == "take" for line in kept) == 180
    assert await faults(replicas[0]) == []
    for one in replicas:
        await one.close()


async def test_a_crash_before_the_commit_leaves_no_gap(migrated_postgres_url: str) -> None:
    records, other = open_records(migrated_postgres_url), open_records(migrated_postgres_url)
    await write(records, 2)

    def crash(connection: Connection) -> None:
        append(connection, NOW, [Line("take", 1)])
        connection.execute(text("SELECT pg_terminate_backend(pg_backend_pid())"))

    with pytest.raises(Unavailable):
        await records.run(crash)

    await write(other, 2)
    assert [line.position for line in await other.read(rows)] == [1, 2, 3, 4]
    assert await faults(other) == []
    await records.close()
    await other.close()
