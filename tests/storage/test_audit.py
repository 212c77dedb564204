"""The audit: lines are chained in the transactions of their acts, and whatever is done to them by hand is found."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

import pytest
from sqlalchemy import Connection, delete, insert, select, text, update

from bot.storage import erasing
from bot.storage.audit import Line
from bot.storage.audit.appending import HEAD, LINES, append
from bot.storage.audit.faults import Fault, Kind, Mark, Verdict
from bot.storage.audit.lines import Written, chain_of, is_blank
from bot.storage.audit.walking import head, mark_at, verify
from bot.storage.engine import Records, open_records
from bot.storage.purging.cutting import cut
from bot.storage.work import Work, perform
from bot.terms import Refusal, Unavailable

NOW = datetime(2026, 11, 27, 8, 30, tzinfo=UTC)
TEN = 10


def clock() -> datetime:
    """The moment of every line."""
    return NOW


async def do(records: Records, function: Callable[[Work], Any]) -> Any:
    """What the function returns, run in a transaction."""
    return (await perform(records, clock, "", function))[0]


async def write(records: Records, count: int = TEN) -> None:
    """Appends so many lines, each in a transaction of its own, about two accounts."""
    for number in range(count):
        line = Line("take", number, 0, number, f"account-{number % 2}", "school", {"number": number})
        await do(records, partial(Work.trace, line=line))


async def verified(records: Records, since: Mark | None = None) -> Verdict:
    """What a walk through all lines finds."""
    return await records.read(lambda connection: verify(connection, since), long=True)


async def faults(records: Records) -> list[Fault]:
    """The faults that a walk finds."""
    return (await verified(records)).faults


def rows(connection: Connection) -> list[Written]:
    """The lines, in their order."""
    return [Written(*row) for row in connection.execute(select(LINES).order_by(LINES.c.position))]


def change(connection: Connection, position: int, **values: Any) -> None:
    """Changes a line by hand."""
    connection.execute(update(LINES).where(LINES.c.position == position).values(**values))


def put(connection: Connection, *lines: Written) -> None:
    """Puts these lines in the place of those at their positions."""
    for line in lines:
        connection.execute(delete(LINES).where(LINES.c.position == line.position))
        connection.execute(insert(LINES).values(**line._asdict()))


def remove(connection: Connection, *positions: int) -> None:
    """Deletes lines by hand."""
    connection.execute(delete(LINES).where(LINES.c.position.in_(positions)))


def renumber(connection: Connection, first: int, by: int) -> None:
    """Gives all lines from that position on other positions, without a clash on the way."""
    for step in (100_000, by - 100_000):
        connection.execute(update(LINES).where(LINES.c.position >= first).values(position=LINES.c.position + step))


def foreign(connection: Connection, position: int) -> Written:
    """A line that nobody appended, such as one who wants to blame somebody writes."""
    return rows(connection)[0]._replace(position=position, person=99, act="merge")


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


async def test_the_lines_of_one_act_are_written_together(records: Records) -> None:
    def act(work: Work) -> None:
        for number in range(5):
            work.trace(Line("hand", number, facts={"to": number}))

    await do(records, act)

    assert [line.person for line in await records.read(rows)] == list(range(5))
    assert await faults(records) == []


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


@pytest.mark.parametrize("position", [0, 7])
async def test_the_bot_goes_on_whatever_was_done_to_the_head(records: Records, position: int) -> None:
    await write(records)
    statement = update(HEAD).values(position=position, chain="0") if position else delete(HEAD)
    await records.run(lambda connection: connection.execute(statement).close())

    await write(records, 3)

    assert [line.position for line in await records.read(rows)] == list(range(1, TEN + 4))
    assert await faults(records) == []  # the lines are whole: only the head had been touched


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


async def test_an_erasure_blanks_lines_and_the_chain_holds(records: Records) -> None:
    await write(records)
    await do(records, lambda work: erasing.blank_lines(work, "account-1"))

    kept = await records.read(rows)
    assert [line.position for line in kept if is_blank(line)] == [2, 4, 6, 8, 10]
    assert "account-1" not in str(kept)
    assert (kept[-1].act, kept[-1].facts) == ("blank", {"positions": [2, 4, 6, 8, 10]})
    assert await faults(records) == []


async def test_a_line_blanked_by_hand_is_found(records: Records) -> None:
    await write(records)
    await do(records, lambda work: erasing.blank_lines(work, "account-1"))
    await records.run(lambda connection: change(connection, 3, account="", facts={}, salt=""))

    assert await faults(records) == [Fault(Kind.BLANKED, 3, 3)]


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
