"""`python -m benchmarks`: measures, prints the table, and fails where an update did not take effect."""

from __future__ import annotations

import argparse
import asyncio
import logging
import shutil
import sys
import tempfile
from contextlib import AsyncExitStack
from pathlib import Path

from benchmarks.floor import floor
from benchmarks.full import full
from benchmarks.population import fill
from benchmarks.rounds import Subject, Wrong, measure
from benchmarks.table import head, lines
from benchmarks.updates import Post

SMALL, LARGE = 1_000, 100_000


async def run(folder: Path, rounds: int, count: int) -> None:
    """Measures in that folder and prints."""
    small, large = folder / "small.db", folder / "large.db"
    await fill(small, SMALL)
    await fill(large, LARGE)
    async with AsyncExitStack() as stack:
        subjects = []

        def subject(name: str, file: Path, receive, requests: int, together: bool) -> None:
            subjects.append(Subject(name, file, receive, Post(requests), together))

        bare, alone, many, grown = (Path(shutil.copy(source, folder / f"{name}.db")) for name, source in (
            ("floor", small), ("alone", small), ("many", small), ("grown", large)))
        subject("floor: python-telegram-bot + sqlite3, by hand", bare, (await stack.enter_async_context(floor(bare))).receive, SMALL, False)
        subject("full path, 16 at once", many, (await stack.enter_async_context(full(many))).receive, SMALL, True)
        subject("full path, one by one", alone, (await stack.enter_async_context(full(alone))).receive, SMALL, False)
        subject("full path, 16 at once, 100,000 requests", grown, (await stack.enter_async_context(full(grown))).receive, LARGE, True)
        await measure(subjects, rounds, count)
    print(head())
    for s, goal in zip(subjects, (None, 1.8, 2.2, None)):
        print(*lines(s, subjects[0], goal))


def main() -> None:
    parser = argparse.ArgumentParser(prog="benchmarks")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--updates", type=int, default=480)
    asked = parser.parse_args()
    logging.disable(logging.WARNING)
    with tempfile.TemporaryDirectory(prefix="palier-bench-") as folder:
        asyncio.run(run(Path(folder), asked.rounds, asked.updates))

main()
