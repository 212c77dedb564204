"""Who cannot be reached, for tests: somebody blocks the bot, comes back, or is linked again."""

from __future__ import annotations

from bot.workflows import talk, upkeep
from tests.world import World


async def block(world: World, *keys: str) -> None:
    """These personas block the bot; then the chores run."""
    for key in keys:
        await talk.reachable(world.desk, world.cause(), world.telegram[key], can_be=False)
    await upkeep.tend(world.desk)


async def unblock(world: World, *keys: str) -> None:
    """These personas unblock the bot; then the chores run."""
    for key in keys:
        await talk.reachable(world.desk, world.cause(), world.telegram[key], can_be=True)
    await upkeep.tend(world.desk)
