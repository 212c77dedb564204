"""No test finds in its PostgreSQL database what another test left: rows, structure, locks, connections."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import asyncpg
import pytest

from tests.postgres import Cluster
from tests.refilling import Refilled

TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1"
SEQUENCES = "SELECT sequencename FROM pg_sequences WHERE schemaname = 'public' ORDER BY 1"
STRUCTURE = (
    "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1",
    "SELECT concat_ws(' ', table_name, column_name, data_type, column_default, generation_expression)"
    " FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1",
    "SELECT proname FROM pg_proc WHERE oid > 16384 ORDER BY 1",
    "SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_|^first_rows$' ORDER BY 1",
    "SHOW default_transaction_read_only",
)
EXAMPLES = {"boolean": "true", "jsonb": "'{}'", "tsvector": "''"}  # values by type; `77` for any other type
EXAMPLES |= {"date": "now()", "timestamp with time zone": "now()"}


@pytest.fixture
async def lender(cluster: Cluster, inhabited_postgres: str) -> AsyncIterator[Refilled]:
    """Makes databases where the demo's people are linked."""
    made = Refilled(cluster, inhabited_postgres)
    yield made
    await cluster.drop(await made.fresh())


@asynccontextmanager
async def connected(cluster: Cluster, name: str) -> AsyncIterator[asyncpg.Connection]:
    """A connection to that database."""
    connection = await asyncpg.connect(cluster.url(name))
    try:
        yield connection
    finally:
        await connection.close()


async def content(cluster: Cluster, name: str) -> dict[str, list[str]]:
    """All that the database holds: the rows of each table, the value of each sequence, and its structure."""
    async with connected(cluster, name) as connection:
        asked = {table: f'SELECT t::text FROM "{table}" t ORDER BY 1' for (table,) in await connection.fetch(TABLES)}
        for (sequence,) in await connection.fetch(SEQUENCES):
            asked[sequence] = f'SELECT (last_value, is_called)::text FROM "{sequence}"'
        asked |= {statement: statement for statement in STRUCTURE}
        return {what: [str(row[0]) for row in await connection.fetch(query)] for what, query in asked.items()}


async def dirty(connection: asyncpg.Connection) -> None:
    """Empties every table, puts one invented row into each, and moves every sequence."""
    await connection.execute("SET session_replication_role = replica")
    for (table,) in await connection.fetch(TABLES):
        columns = await connection.fetch(
            "SELECT column_name, data_type FROM information_schema.columns"
            " WHERE table_schema = 'public' AND table_name = $1 AND is_generated = 'NEVER'",
            table,
        )
        names = ", ".join(f'"{name}"' for name, _ in columns)
        values = ", ".join(EXAMPLES.get(kind, "'77'") for _, kind in columns)
        await connection.execute(f'DELETE FROM "{table}"; INSERT INTO "{table}" ({names}) VALUES ({values})')
    for (sequence,) in await connection.fetch(SEQUENCES):
        await connection.execute(f"SELECT setval('{sequence}', 7777)")


async def test_after_a_test_that_changed_every_table_the_first_rows_are_back(
    cluster: Cluster, lender: Refilled, inhabited_postgres: str
) -> None:
    expected = await content(cluster, inhabited_postgres)
    name = await lender.fresh()
    async with connected(cluster, name) as connection:
        await dirty(connection)
    found = await content(cluster, name)
    assert {what for what in expected if found[what] != expected[what]} == expected.keys() - {*STRUCTURE}

    assert await content(cluster, await lender.fresh()) == expected
    assert lender.copies == 1


@pytest.mark.parametrize(
    "statement",
    [
        "ALTER TABLE outbox ALTER COLUMN chat_id TYPE numeric",
        "DROP SCHEMA public CASCADE",
        "CREATE FUNCTION left_over() RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "ALTER DATABASE {name} SET default_transaction_read_only = on",
        "CREATE INDEX left_over ON outbox (chat_id, id)",
    ],
)
async def test_after_a_test_that_changed_the_structure_the_database_is_a_new_one(
    cluster: Cluster, lender: Refilled, inhabited_postgres: str, statement: str
) -> None:
    name = await lender.fresh()
    async with connected(cluster, name) as connection:
        await connection.execute(statement.format(name=name))

    assert await content(cluster, await lender.fresh()) == await content(cluster, inhabited_postgres)
    assert lender.copies == 2


async def test_a_test_that_dropped_its_database_leaves_a_new_one(
    cluster: Cluster, lender: Refilled, inhabited_postgres: str
) -> None:
    await cluster.drop(await lender.fresh())

    assert await content(cluster, await lender.fresh()) == await content(cluster, inhabited_postgres)


async def test_a_transaction_left_open_holds_nobody_up_and_never_comes_back(
    cluster: Cluster, lender: Refilled, inhabited_postgres: str
) -> None:
    url = cluster.url(await lender.fresh())
    left = await asyncpg.connect(url)
    await left.execute("SELECT pg_advisory_lock(1); BEGIN; LOCK TABLE outbox; DELETE FROM outbox")

    name = await lender.fresh()

    assert await content(cluster, name) == await content(cluster, inhabited_postgres)
    async with connected(cluster, name) as connection:
        assert await connection.fetchval("SELECT pg_try_advisory_lock(1)")
    assert left.is_closed()
    with pytest.raises(asyncpg.InvalidCatalogNameError, match=re.escape("does not exist")):
        await asyncpg.connect(url)
    assert lender.copies == 1
