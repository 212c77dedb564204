"""The words that people search for, taken from existing names, and how long the answer takes."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random
from statistics import quantiles
from typing import Any

from sqlalchemy import Connection, text

from bot.ent.directory import Query
from bot.ent.embedded.adapter import EmbeddedDirectory
from bot.folding import words
from bot.storage.engine import Records

SHOWN = 10  #: accounts on a page
EVERYWHERE, TOWN, SCHOOL = "m-ode", "m-circo-0", "m-ecole-0"
_LIKE = text("SELECT id FROM ent_accounts WHERE sort_name LIKE :words ORDER BY sort_name, id LIMIT 10")
_NAME = text("SELECT first_name, last_name FROM ent_accounts WHERE id = :id")


@dataclass(frozen=True, slots=True)
class Asked:
    """A kind of question, and the milliseconds that each answer took."""

    name: str
    milliseconds: list[float]

    @property
    def p50(self) -> float:
        """The median, in milliseconds."""
        return quantiles(self.milliseconds, n=100, method="inclusive")[49]

    @property
    def p99(self) -> float:
        """The 99th percentile, in milliseconds."""
        return quantiles(self.milliseconds, n=100, method="inclusive")[98]


def typed(names: Sequence[tuple[str, str]]) -> Iterator[tuple[str, list[str]]]:
    """Yields each kind of question with the words typed for these pairs of first and last name."""
    folded = [(words(first), words(last)) for first, last in names]
    yield "two letters", [last[0][:2] for _, last in folded]
    yield "one word's beginning", [first[0][:4] for first, _ in folded]
    yield "two words' beginnings", [f"{first[0][:3]} {last[-1][:3]}" for first, last in folded]
    yield "full name", [" ".join((*last, *first)) for first, last in folded]


async def names(records: Records, accounts: int, count: int) -> list[tuple[str, str]]:
    """First and last names of `count` accounts, chosen at random but always the same."""
    ids = [f"m-{number:07}" for number in Random(7).sample(range(1, accounts + 1), min(count, accounts))]

    def read(connection: Connection) -> list[tuple[str, str]]:
        rows = [connection.execute(_NAME, {"id": key}).one() for key in ids]
        return [(row.first_name, row.last_name) for row in rows]

    return await records.read(read)


async def search(records: Records, kind: str, within: str, asked: Sequence[str]) -> Asked:
    """Searches the directory for each of these words, and times it."""
    directory = EmbeddedDirectory(records)

    async def find(what: str) -> object:
        return await directory.search(Query(words=what), [within], SHOWN)

    return Asked(kind, [await _timed(find, what) for what in asked])


async def scan(records: Records, kind: str, asked: Sequence[str]) -> Asked:
    """Searches by `LIKE`, as a program without an index does, and times it."""

    async def find(what: str) -> object:
        return await records.read(lambda c: c.execute(_LIKE, {"words": f"%{what}%"}).all())

    return Asked(kind, [await _timed(find, what) for what in asked])


async def _timed(find: Callable[[str], Awaitable[Any]], what: str) -> float:
    start = time.perf_counter_ns()
    await find(what)
    return (time.perf_counter_ns() - start) / 1e6
