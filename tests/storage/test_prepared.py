"""Prepared statements return what SQLAlchemy would, on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta, timezone
from typing import Any

import pytest
from sqlalchemy import Connection, bindparam, select

from bot.storage.engine import Records, open_records
from bot.storage.prepared import Prepared, insert_once
from bot.storage.tables import DESK
from bot.terms import Level, Role
from tests.people import CREIL, JEAN_MOULIN, NOON

PEOPLE = DESK.tables["people"]
ADD = insert_once(PEOPLE)
BY_ACCOUNT = Prepared(select(PEOPLE).where(PEOPLE.c.account == bindparam("key")))
ROW: dict[str, Any] = {
    "account": "a",
    "login": "camille.exemple",
    "name": "Camille Exemple",
    "profile": "teacher",
    "function": "",
    "places": (JEAN_MOULIN, CREIL),
    "roles": (Role(Level.SCHOOL, JEAN_MOULIN.id),),
    "telegram_id": 7_000_000_001,
    "language": "fr",
    "charter": 1,
    "reachable": True,
    "speaking": True,  # the only account of its chat does
    "seen_at": NOON.astimezone(timezone(timedelta(hours=2))),
    "barred": "",
    "bot": 0,
    "waits": False,
}


async def test_values_come_back_as_they_went_in(records: Records) -> None:
    def write_and_read(connection: Connection) -> Any:
        ADD.run(connection, ROW)
        return BY_ACCOUNT.run(connection, {"key": "a"}).first()

    found = await records.run(write_and_read)

    assert {name: getattr(found, name) for name in ROW} == ROW
    assert found.seen_at.tzinfo is not None
    assert found.reachable is True


async def test_sqlalchemy_reads_the_same_values(records: Records) -> None:
    def read_both(connection: Connection) -> tuple[Any, Any]:
        ADD.run(connection, ROW)
        plain = connection.execute(select(PEOPLE).where(PEOPLE.c.account == "a")).one()
        return tuple(BY_ACCOUNT.run(connection, {"key": "a"}).first()), tuple(plain)

    prepared, plain = await records.run(read_both)

    assert prepared == plain


async def test_an_equal_row_is_let_stand(records: Records) -> None:
    def write_twice(connection: Connection) -> tuple[int, int]:
        return ADD.run(connection, ROW).rowcount, ADD.run(connection, {**ROW, "name": "Autre"}).rowcount

    assert await records.run(write_twice) == (1, 0)


async def test_several_rows_are_written_together(records: Records) -> None:
    def write_three(connection: Connection) -> list[str]:
        ADD.run(connection, [{**ROW, "account": key} for key in ("a", "b", "c")])
        return [row.account for row in connection.execute(select(PEOPLE.c.account).order_by(PEOPLE.c.account))]

    assert await records.run(write_three) == ["a", "b", "c"]


async def test_nothing_found_is_none(records: Records) -> None:
    assert await records.read(lambda connection: BY_ACCOUNT.run(connection, {"key": "nobody"}).first()) is None


async def test_places_keep_all_that_lies_above_them(records: Records) -> None:
    place = replace(JEAN_MOULIN, name="École « Jean-Moulin »")

    def write_and_read(connection: Connection) -> Any:
        ADD.run(connection, {**ROW, "places": (place,)})
        return BY_ACCOUNT.run(connection, {"key": "a"}).first()

    [found] = (await records.run(write_and_read)).places
    assert found.above == JEAN_MOULIN.above
    assert found == place


async def test_other_names_than_before_are_refused(sqlite_url: str) -> None:
    records = open_records(sqlite_url)
    statement = Prepared(select(bindparam("key").label("value")))

    assert (await records.read(lambda c: statement.run(c, {"key": "a"}))).first().value == "a"
    with pytest.raises(ValueError, match="same names"):
        await records.read(lambda c: statement.run(c, {"key": "a", "more": "b"}))
    await records.close()
