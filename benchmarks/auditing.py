"""`python -m benchmarks.auditing`: what an update costs with its line of the audit, beside the same without."""

from __future__ import annotations

import argparse
import asyncio
import logging
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from benchmarks.full import full
from benchmarks.population import fill
from benchmarks.rounds import Subject, Wrong, measure
from benchmarks.row import Row
from benchmarks.spending import Spent
from benchmarks.table import line
from benchmarks.updates import Post
from bot.storage import work
from bot.storage.engine import open_records

_FEW = 1_000  # requests


class Untraced(Subject):
    """The bot, but that no line is appended at the end of a transaction."""

    async def round(self, count: int) -> Spent:
        """As every subject's."""
        with patch.object(work, "append", lambda *_: None):
            return await super().round(count)


async def auditing(rounds: int, count: int) -> AsyncIterator[Row]:
    """The row, for sixteen chats at once on SQLite."""
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory(prefix="palier-bench-")))
        traced, untraced = [await _subject(stack, folder, kind) for kind in (Subject, Untraced)]
        await measure([traced, untraced], rounds, count)
        yield traced.beside(untraced, "one update", name="16 at once, beside the same without its line of the audit")


async def _subject(stack: AsyncExitStack, folder: Path, kind: type[Subject]) -> Subject:
    url = f"sqlite:///{folder / f'{kind.__name__}.db'}"
    records = open_records(url)
    await fill(records, _FEW)
    await records.close()
    bot = await stack.enter_async_context(full(url))
    return kind("16 at once", bot.desk.records, bot.receive, Post(_FEW), together=True)


async def main(rounds: int, count: int) -> None:
    """Prints the row."""
    async for row in auditing(rounds, count):
        sys.stdout.write(f"{line(row)}\n")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m benchmarks.auditing", description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--updates", type=int, default=320, help="in a round, a multiple of 16")
    asked = parser.parse_args()
    logging.disable(logging.WARNING)
    try:
        asyncio.run(main(asked.rounds, asked.updates))
    except Wrong as wrong:
        sys.exit(f"No figures: {wrong}")
