"""`python -m benchmarks`: measures, prints one table, and writes it as JSON, as a chart and into its page."""

from __future__ import annotations

import argparse
import asyncio
import logging
import sys
import tempfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

from benchmarks.auditing import auditing
from benchmarks.chart import chart
from benchmarks.finding import finding
from benchmarks.flooding import flooding
from benchmarks.peers import rows as beside_peers
from benchmarks.rounds import Wrong
from benchmarks.row import Row
from benchmarks.starting import starting
from benchmarks.table import as_json, into, line
from benchmarks.updating import updating
from tests.postgres import Cluster, running_cluster

DOCS = Path(__file__).parents[1] / "docs"

Part = tuple[str, AsyncIterator[Row]]


def parts(cluster: Cluster, folder: Path, asked: argparse.Namespace) -> Iterator[Part]:
    """What is measured, one after the other."""
    rounds = asked.rounds
    yield "one update", updating(cluster, rounds, asked.updates, asked.requests)
    yield "the audit", auditing(max(3, rounds // 3), asked.updates)
    yield "beside others", beside_peers(max(3, rounds // 3))
    yield "flood", flooding(cluster, rounds=max(3, rounds // 3))
    yield "the bot", starting(max(3, rounds // 3))
    if asked.accounts:
        yield "finding", finding(asked.keep or folder, cluster, asked.accounts, asked.questions)


async def measured(asked: argparse.Namespace) -> list[Row]:
    """Every row, each printed as soon as it is there; a part that fails has one that says why."""
    rows = list[Row]()
    with tempfile.TemporaryDirectory(prefix="palier-bench-") as folder, running_cluster() as cluster:
        for group, part in parts(cluster, Path(folder), asked):
            try:
                async for row in part:
                    rows.append(row)
                    print(line(row), flush=True)
            except Wrong:
                raise
            except Exception as error:
                rows.append(Row(group, "", [], note=f"not measured: {type(error).__name__}: {error}"))
                print(line(rows[-1]), flush=True)
    return rows


def write(rows: list[Row]) -> None:
    """Puts the rows where they are read."""
    (DOCS / "performance.json").write_text(as_json(rows), "utf-8")
    (DOCS / "performance.svg").write_text(chart(rows), "utf-8")
    into(DOCS / "performance.md", rows)


def main() -> None:
    """Runs the benchmark as it is asked for on the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--updates", type=int, default=320, help="in a round, a multiple of 16")
    parser.add_argument("--requests", type=int, default=1_000_000, help="of the large database")
    parser.add_argument("--accounts", type=int, default=1_000_000, help="to search among; 0 leaves the search out")
    parser.add_argument("--questions", type=int, default=300, help="of each kind")
    parser.add_argument("--keep", type=Path, help="a folder that keeps the SQLite world of accounts for the next run")
    parser.add_argument("--look", action="store_true", help="prints, and leaves the documents as they are")
    asked = parser.parse_args()
    logging.disable(logging.WARNING)
    try:
        rows = asyncio.run(measured(asked))
    except Wrong as wrong:
        sys.exit(f"No figures: {wrong}")
    if not asked.look:
        write(rows)


if __name__ == "__main__":
    main()
