"""Blockings and unblockings that replicas take in another order than they happened in."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.workflows import talk
from tests.world import TELEGRAM, World

NOON = datetime(2026, 9, 1, 12, 0, tzinfo=UTC)


async def moved(world: World, can_be: bool, seconds: int) -> None:
    """The headmaster unblocks the bot, or blocks it, so many seconds after noon; a replica hears of it now."""
    at = NOON + timedelta(seconds=seconds)
    await talk.reachable(world.desk, world.cause(), TELEGRAM["directeur"], can_be, at)


@pytest.mark.parametrize("last", [True, False])
async def test_what_happened_last_counts_whichever_is_heard_of_last(world: World, last: bool) -> None:
    await world.enrol("parent2", TELEGRAM["directeur"])

    await moved(world, last, 20)
    await moved(world, not last, 10)

    assert (await world.person("directeur")).reachable == last
    assert (await world.person("parent2")).reachable == last


async def test_changes_of_one_second_count_in_the_order_in_which_they_are_heard_of(world: World) -> None:
    await moved(world, False, 10)
    await moved(world, True, 10)

    assert (await world.person("directeur")).reachable
