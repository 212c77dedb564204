"""`python -m benchmarks`: measures, prints the table, and fails where an update did not take effect."""

from __future__ import annotations

import argparse
import asyncio
import logging
import shutil
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

from benchmarks.finding import find
from benchmarks.floor import floor
from benchmarks.full import full
from benchmarks.population import fill
from benchmarks.rounds import Subject, Wrong, measure
from benchmarks.starting import starts
from benchmarks.table import table
from benchmarks.updates import Post

SMALL, LARGE = 1_000, 100_000


@asynccontextmanager
async def subjects(folder: Path) -> AsyncIterator[list[Subject]]:
    """What is compared, each on a database of its own; the floor first."""
    small, large = folder / "small.db", folder / "large.db"
    await fill(small, SMALL)
    await fill(large, LARGE)
    files = [Path(shutil.copy(small, folder / f"{name}.db")) for name in ("floor", "together", "alone")]
    async with AsyncExitStack() as stack:
        bare = await stack.enter_async_context(floor(files[0]))
        together, alone, grown = [await stack.enter_async_context(full(file)) for file in (*files[1:], large)]
        yield [
            Subject("floor: python-telegram-bot + sqlite3, by hand", files[0], bare.receive, Post(SMALL), False),
            Subject("full path, 16 at once", files[1], together.receive, Post(SMALL), True, goal=1.8),
            Subject("full path, one by one", files[2], alone.receive, Post(SMALL), False),
            Subject("full path, 16 at once, 100,000 requests", large, grown.receive, Post(LARGE), True),
        ]


async def compare(rounds: int, count: int) -> None:
    """Measures in a folder that is gone afterwards, and prints."""
    with tempfile.TemporaryDirectory(prefix="palier-bench-") as folder:
        async with subjects(Path(folder)) as found:
            await measure(found, rounds, count)
            floor, together, _, grown = found
            print("\n".join(table(found, floor, (together, grown))))
    print(starts())
    print(f"{rounds} rounds of {count} updates each; every update was seen to take effect once.")


async def seek(kept: Path | None, accounts: int, questions: int) -> None:
    """Measures the search among so many accounts."""
    with tempfile.TemporaryDirectory(prefix="palier-bench-") as folder:
        await find(kept or Path(folder), accounts, questions)


def main() -> None:
    """Runs the benchmark as it is asked for on the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--updates", type=int, default=320, help="in a round, a multiple of 16; 0 leaves them out")
    parser.add_argument("--accounts", type=int, default=1_000_000, help="to search among; 0 leaves the search out")
    parser.add_argument("--questions", type=int, default=300, help="of each kind")
    parser.add_argument("--keep", type=Path, help="a folder that keeps the SQLite world of accounts for the next run")
    asked = parser.parse_args()
    logging.disable(logging.WARNING)
    try:
        if asked.updates:
            asyncio.run(compare(asked.rounds, asked.updates))
        if asked.accounts:
            asyncio.run(seek(asked.keep, asked.accounts, asked.questions))
    except Wrong as wrong:
        sys.exit(f"No figures: {wrong}")


if __name__ == "__main__":
    main()
