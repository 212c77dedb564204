"""What other programs take for the same, beside ours: each is installed into a folder of its own, and runs there.

A peer that cannot be had (no network, no Node) has rows without ratios, whose note says why.
"""

from __future__ import annotations

from collections.abc import AsyncIterator

from benchmarks.peers.answered import answered
from benchmarks.peers.desks import desks
from benchmarks.row import Row


async def rows(rounds: int) -> AsyncIterator[Row]:
    """The rows beside other bots, then those beside another help desk."""
    async for row in answered(rounds):
        yield row
    async for row in desks(rounds):
        yield row
