"""`python -m benchmarks.peers` measures only the comparisons with other programs."""

from __future__ import annotations

import argparse
import asyncio
import logging
import sys

from benchmarks.peers import rows
from benchmarks.rounds import Wrong


async def compare(rounds: int) -> None:
    """Prints each row as soon as it is measured."""
    async for row in rows(rounds):
        print(f"{row.group}, {row.name}: ", end="")
        if row.ratios:
            goal = "" if row.goal is None else f", goal {'≥' if row.more_is_better else '≤'} {row.goal:g}"
            print(f"{row.middle:.2f} ({min(row.ratios):.2f}–{max(row.ratios):.2f}){goal}; ", end="")
        print(row.note, flush=True)


def main() -> None:
    """Runs the comparisons with the options of the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.peers", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    logging.disable(logging.WARNING)
    try:
        asyncio.run(compare(asked.rounds))
    except Wrong as wrong:
        sys.exit(f"No figures: {wrong}")


if __name__ == "__main__":
    main()
