"""Compares the bot with other programs doing the same, each installed and run in its own folder.

If a peer cannot be installed (no network, no Node), its rows have no ratios, and their note says why.
"""

from __future__ import annotations

from collections.abc import AsyncIterator

from benchmarks.peers.answered import answered
from benchmarks.peers.desks import desks
from benchmarks.row import Row


async def rows(rounds: int) -> AsyncIterator[Row]:
    """Yields the rows that compare with other bots, then those that compare with another help desk."""
    async for row in answered(rounds):
        yield row
    async for row in desks(rounds):
        yield row
