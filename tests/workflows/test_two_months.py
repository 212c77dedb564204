"""Two months among people with several hats: whatever they do, nobody reads too much and no word is lost.

Other lives are tried with `STORY_SEEDS=100-120 pytest tests/workflows/test_two_months.py`.
"""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta

import pytest

from tests.workflows.months import Story
from tests.world import World

#: one life begins before winter time and ends after the new year, the other ends after summer time has begun
BEGINS = (datetime(2027, 10, 29, 7, tzinfo=UTC), datetime(2027, 1, 29, 7, tzinfo=UTC))
LENGTH = timedelta(days=66)


def _seeds() -> list[int]:
    first, _, last = os.environ.get("STORY_SEEDS", "1-2").partition("-")
    return [*range(int(first), int(last or first) + 1)]


@pytest.mark.parametrize("seed", _seeds())
async def test_for_two_months_nobody_reads_too_much_and_no_word_is_lost(world: World, seed: int) -> None:
    await world.hats()
    world.now = BEGINS[seed % 2]
    story = Story(world, seed)
    await story.watch.look()

    while world.now < BEGINS[seed % 2] + LENGTH:
        await story.step()

    assert len(story.numbers) > 5
    assert len(story.watch.kept) > 15
