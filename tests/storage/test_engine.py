"""Transactions: what is committed, what is rolled back, and what is raised when the database is out of reach."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError, IntegrityError

from bot.storage.engine import Records, open_records
from bot.terms import Refusal, Unavailable


@pytest.fixture
async def shelf(database_url: str) -> AsyncIterator[Records]:
    """Open records with a single table, `books`, on each kind of database in turn."""
    opened = open_records(database_url)
    await opened.run(
        lambda connection: connection.execute(text("CREATE TABLE books (title TEXT PRIMARY KEY)")).close()
    )
    yield opened
    await opened.close()


def put(connection: Connection, title: str) -> str:
    """Inserts a book."""
    connection.execute(text("INSERT INTO books VALUES (:title)"), {"title": title})
    return title


def put_and_refuse(connection: Connection, title: str) -> str:
    """Inserts a book, then raises a `Refusal`."""
    put(connection, title)
    raise Refusal("shelf-is-full", title=title)


async def _and_close(records: Records, function: Callable[[Connection], list[list[str]]]) -> list[list[str]]:
    try:
        return await records.read(function)
    finally:
        await records.close()


def titles(connection: Connection) -> list[str]:
    """The titles of all books."""
    return list(connection.execute(text("SELECT title FROM books ORDER BY title")).scalars())


async def test_what_a_function_returns_is_the_answer_and_is_kept(shelf: Records) -> None:
    assert await shelf.run(lambda connection: put(connection, "Émile")) == "Émile"
    assert await shelf.read(titles) == ["Émile"]


async def test_a_refusal_undoes_its_own_work_and_reaches_its_caller(shelf: Records) -> None:
    with pytest.raises(Refusal) as refused:
        await shelf.run(lambda connection: put_and_refuse(connection, "Émile"))

    assert (refused.value.reason, refused.value.facts) == ("shelf-is-full", {"title": "Émile"})
    assert await shelf.read(titles) == []


async def test_a_function_that_fails_does_not_undo_its_neighbours(shelf: Records) -> None:
    def job(number: int) -> asyncio.Task[str]:
        function = put_and_refuse if number % 3 == 0 else put
        return asyncio.ensure_future(shelf.run(lambda connection: function(connection, f"{number:03}")))

    answers = await asyncio.gather(*map(job, range(100)), return_exceptions=True)

    kept = [f"{number:03}" for number in range(100) if number % 3]
    assert [answer for answer in answers if isinstance(answer, str)] == kept
    assert sum(isinstance(answer, Refusal) for answer in answers) == 34
    assert await shelf.read(titles) == kept


async def test_a_wrong_statement_is_an_error_of_its_own_not_an_absence(shelf: Records) -> None:
    await shelf.run(lambda connection: put(connection, "Émile"))

    with pytest.raises(IntegrityError):
        await shelf.run(lambda connection: put(connection, "Émile"))


async def test_an_error_does_not_repeat_what_people_wrote(shelf: Records) -> None:
    await shelf.run(lambda connection: put(connection, "Une lettre de Claire"))
    with pytest.raises(IntegrityError) as failure:
        await shelf.run(lambda connection: put(connection, "Une lettre de Claire"))
    assert "Claire" not in str(failure.value).partition("[SQL:")[2]


async def test_functions_do_not_see_each_others_undone_work(shelf: Records) -> None:
    seen = await asyncio.gather(
        shelf.run(lambda connection: put_and_refuse(connection, "Candide")),
        shelf.run(lambda connection: titles(connection)),
        return_exceptions=True,
    )

    assert seen[1] == []


async def test_closing_finishes_what_was_asked_before(database_url: str) -> None:
    records = open_records(database_url)
    await records.run(lambda connection: connection.execute(text("CREATE TABLE books (title TEXT)")).close())
    asked = [asyncio.ensure_future(records.run(lambda c, n=n: put(c, f"{n:02}"))) for n in range(10)]  # type: ignore[misc]
    done, _ = await asyncio.wait(asked, return_when=asyncio.FIRST_COMPLETED)
    assert done

    await asyncio.gather(records.close(), *asked)

    reopened = open_records(database_url)
    assert await reopened.read(titles) == [f"{n:02}" for n in range(10)]
    await reopened.close()


async def test_closed_sqlite_records_say_so(sqlite_url: str) -> None:
    records = open_records(sqlite_url)
    await records.close()

    with pytest.raises(Unavailable):
        await records.run(titles)
    with pytest.raises(Unavailable):
        await records.read(titles)


async def test_whoever_waits_for_a_locked_file_holds_up_nobody_who_reads(tmp_path: Path) -> None:
    records = open_records(f"sqlite:///{tmp_path / 'books.db'}")
    await records.run(lambda connection: connection.execute(text("CREATE TABLE books (title TEXT)")).close())
    other = sqlite3.connect(tmp_path / "books.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    other.execute("INSERT INTO books VALUES ('Zadig')")

    waiting = asyncio.ensure_future(records.run(lambda connection: put(connection, "Candide")))
    for long in (False, True):
        assert await records.read(titles, long=long) == []  # only what is committed
    assert not waiting.done()
    other.execute("COMMIT")

    assert await waiting == "Candide"
    assert await records.read(titles) == ["Candide", "Zadig"]
    other.close()
    await records.close()


async def test_what_reads_cannot_write(shelf: Records) -> None:
    with pytest.raises((DBAPIError, Unavailable), match=r"read-?only"):
        await shelf.read(lambda connection: put(connection, "Candide"))

    assert await shelf.read(titles) == []
    assert await shelf.run(lambda connection: put(connection, "Candide")) == "Candide"


async def test_what_reads_sees_one_moment(database_url: str) -> None:
    reading, writing = open_records(database_url), open_records(database_url)
    await writing.run(lambda connection: connection.execute(text("CREATE TABLE books (title TEXT)")).close())
    loop = asyncio.get_running_loop()

    def twice(connection: Connection) -> list[list[str]]:
        first = titles(connection)
        asyncio.run_coroutine_threadsafe(writing.run(lambda c: put(c, "Candide")), loop).result(10)
        return [first, titles(connection)]

    seen = await asyncio.to_thread(lambda: asyncio.run(_and_close(reading, twice)))

    assert seen == [[], []]
    await writing.close()


async def test_a_caller_who_leaves_does_not_undo_what_was_asked(sqlite_url: str) -> None:
    records = open_records(sqlite_url)
    await records.run(lambda connection: connection.execute(text("CREATE TABLE books (title TEXT)")).close())
    asked = asyncio.ensure_future(records.run(lambda connection: put(connection, "Candide")))
    await asyncio.wait([asked], timeout=0)

    asked.cancel()
    await asyncio.wait([asked])

    assert await records.run(titles) == ["Candide"]
    await records.close()


async def test_a_file_that_cannot_be_made_is_unavailable(tmp_path: Path) -> None:
    records = open_records(f"sqlite:///{tmp_path / 'missing' / 'palier.db'}")

    with pytest.raises(Unavailable):
        await records.run(titles)
    with pytest.raises(Unavailable):
        await records.read(titles)
    await records.close()


async def test_a_full_disk_is_unavailable_and_nothing_of_it_is_kept(sqlite_url: str) -> None:
    records = open_records(sqlite_url)
    await records.run(lambda connection: connection.execute(text("CREATE TABLE books (title TEXT)")).close())

    def fill(connection: Connection) -> None:
        connection.execute(text("PRAGMA max_page_count = 10")).close()  # the same error as a full disk
        for number in range(100):
            put(connection, f"{number}" * 1000)

    with pytest.raises(Unavailable):
        await records.run(fill)

    assert await records.read(titles) == []
    await records.close()


@pytest.mark.parametrize("address", ["mysql://localhost/palier", "palier.db", ""])
def test_any_other_address_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match="must begin with"):
        open_records(address)
