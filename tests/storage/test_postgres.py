"""The records on PostgreSQL: connections are pooled, replaced when cut, and transactions are run again."""

from __future__ import annotations

import asyncio

import pytest
from sqlalchemy import Connection, TextClause, func, select, text
from sqlalchemy.exc import ProgrammingError

from bot.storage.engine import open_records
from bot.storage.prepared import Prepared
from bot.terms import Refusal, Unavailable
from tests.postgres import Cluster
from tests.storage.test_engine import put, titles

CUT = Prepared(select(func.pg_terminate_backend(func.pg_backend_pid()).label("done")))


@pytest.mark.parametrize("address", ["postgresql://palier@127.0.0.1:1/palier", "postgresql:///palier?host=/nowhere"])
async def test_a_server_that_cannot_be_reached_is_unavailable(address: str) -> None:
    records = open_records(address)

    with pytest.raises(Unavailable):
        await records.run(titles)
    await records.close()


async def test_a_database_that_does_not_exist_is_unavailable(cluster: Cluster) -> None:
    records = open_records(cluster.url("nowhere"))

    with pytest.raises(Unavailable):
        await records.run(titles)
    await records.close()


def backend(connection: Connection) -> int:
    """The id of the server's process for this connection."""
    return int(connection.execute(text("SELECT pg_backend_pid()")).scalar() or 0)


async def test_a_connection_that_was_cut_is_made_again(cluster: Cluster, postgres_url: str) -> None:
    records = open_records(postgres_url)
    own = await records.run(backend)

    await cluster.execute(f"SELECT pg_terminate_backend({own}, 5000)")

    assert await records.run(lambda connection: connection.execute(text("SELECT 1")).scalar()) == 1
    await records.close()


async def test_connections_that_were_cut_while_nobody_used_them_are_all_replaced(
    cluster: Cluster, postgres_url: str
) -> None:
    records = open_records(postgres_url)
    own = await asyncio.gather(*(records.run(backend) for _ in range(5)))

    for number in set(own):
        await cluster.execute(f"SELECT pg_terminate_backend({number}, 5000)")

    assert not set(own) & set(await asyncio.gather(*(records.run(backend) for _ in range(5))))
    await records.close()


async def test_connections_are_kept_and_no_more_than_twenty(cluster: Cluster, postgres_url: str) -> None:
    records = open_records(postgres_url)

    first, again = [set(await asyncio.gather(*(records.run(backend) for _ in range(60)))) for _ in range(2)]

    assert len(first) <= 20
    assert again <= first
    await records.close()


async def test_a_transaction_that_is_refused_or_given_up_leaves_nothing_to_the_next_one(postgres_url: str) -> None:
    records = open_records(postgres_url)
    await records.run(lambda connection: connection.execute(text("CREATE TABLE books (title TEXT)")).close())

    def refuse(connection: Connection) -> None:
        put(connection, "Candide")
        raise Refusal("no")

    with pytest.raises(Refusal):
        await records.run(refuse)
    entered = asyncio.Event()

    def wait(connection: Connection) -> None:
        put(connection, "Micromégas")
        entered.set()
        connection.execute(text("SELECT pg_sleep(30)"))

    leaving = asyncio.create_task(records.run(wait))
    await entered.wait()
    leaving.cancel()
    with pytest.raises(asyncio.CancelledError):
        await leaving
    await records.run(lambda connection: put(connection, "Zadig"))

    assert await records.read(titles) == ["Zadig"]
    await records.close()


@pytest.mark.parametrize("statement", [text("SELECT pg_terminate_backend(pg_backend_pid())"), None])
async def test_a_connection_that_is_cut_in_a_transaction_is_an_absence_for_that_one_alone(
    postgres_url: str, statement: TextClause | None
) -> None:
    records = open_records(postgres_url)

    def cut(connection: Connection) -> None:
        if statement is not None:
            connection.execute(statement)
        else:
            CUT.run(connection, {})

    with pytest.raises(Unavailable):
        await records.run(cut)
    assert await records.run(lambda connection: connection.execute(text("SELECT 1")).scalar()) == 1
    await records.close()


async def test_a_transaction_that_postgresql_asks_to_run_again_is_run_again(postgres_url: str) -> None:
    records = open_records(postgres_url)
    await records.run(lambda connection: connection.execute(text("CREATE TABLE books (title TEXT)")).close())
    tries = []

    def clash(connection: Connection) -> str:
        tries.append(put(connection, "Candide"))
        if len(tries) == 1:
            connection.execute(text("DO $$ BEGIN RAISE EXCEPTION 'clash' USING ERRCODE = '40001'; END $$"))
        return "done"

    assert await records.run(clash) == "done"
    assert await records.read(titles) == ["Candide"]
    await records.close()


async def test_a_statement_that_is_wrong_on_postgresql_is_not_an_absence(postgres_url: str) -> None:
    records = open_records(postgres_url)

    with pytest.raises(ProgrammingError):
        await records.run(titles)
    await records.close()
