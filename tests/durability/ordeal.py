"""One ordeal: plays a stream in a town while troubles strike, and checks the result once all is processed."""

from __future__ import annotations

import asyncio
import itertools
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace

from bot.storage.engine import Records, open_records
from tests.durability.balancer import balancing
from tests.durability.driver import Driver, asked
from tests.durability.stories import Stream
from tests.durability.town import Town, inhabited
from tests.durability.trouble import Troubles
from tests.durability.verdict import complaints, read, waiting
from tests.postgres import Cluster
from tests.processes import Palier, free_port

QUIET = 120.0  # seconds within which the bot must have processed everything


@dataclass(frozen=True, slots=True)
class Ordeal:
    """What to play. The seed decides everything that happens; a trouble strikes at each `every`-th step."""

    seed: int
    updates: int
    pupils: int
    entrance: str  #: `run` or `serve`
    every: int = 12
    together: int = 16
    replicas: int = 1
    limits: str = "off"


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result: a complaint for everything that is wrong, and counts of what happened."""

    complaints: Sequence[str]
    steps: int
    troubles: Counter[str]
    uncertain: int
    notices: int


async def endure(ordeal: Ordeal, database_url: str, cluster: Cluster | None) -> Outcome:
    """Plays an ordeal on this migrated database; `cluster` is its server, if it may be restarted."""
    async with staged(ordeal, database_url) as stage:
        for bot in stage.bots:
            await bot.start()
        troubles = Troubles(ordeal.seed, stage.town, stage.records, stage.bots, cluster)

        async def strike(step: int) -> None:
            if step % ordeal.every == 0:
                await troubles.strike()

        outcome = await played(ordeal, stage, strike)
        return replace(outcome, troubles=Counter(troubles.struck))


@dataclass(slots=True)
class Stage:
    """A town, its database, and the bots, not started yet."""

    town: Town
    records: Records
    bots: list[Palier]


@asynccontextmanager
async def staged(ordeal: Ordeal, database_url: str) -> AsyncIterator[Stage]:
    """Prepares the stage of an ordeal, with the bots behind a balancer; stops everything at the end."""
    async with AsyncExitStack() as stack:
        town = await stack.enter_async_context(inhabited(database_url, ordeal.pupils, ordeal.limits))
        records = open_records(database_url)
        stack.push_async_callback(records.close)
        ports = [free_port() for _ in range(ordeal.replicas)]
        before = await stack.enter_async_context(balancing([f"http://127.0.0.1:{port}" for port in ports]))
        bots = [
            Palier(
                ordeal.entrance,
                **town.environment | {"PALIER_LISTEN": f"127.0.0.1:{port}", "PALIER_WEBHOOK_URL": before},
            )
            for port in ports
        ]
        for bot in bots:
            stack.push_async_callback(bot.stop)
        yield Stage(town, records, bots)


async def played(ordeal: Ordeal, stage: Stage, strike: Callable[[int], Awaitable[None]]) -> Outcome:
    """Plays the ordeal's stream; `strike` is awaited after each step with the step's number, one at a time."""
    steps, striking = itertools.count(1), asyncio.Lock()

    async def after_step() -> None:
        step = next(steps)
        async with striking:
            await strike(step)

    driver = Driver(stage.town, stage.records, after_step)
    stream = Stream(ordeal.seed, stage.town.schools)
    stories = await driver.play(stream.stories(ordeal.updates), ordeal.together)
    stage.town.quieten()
    await quiet(stage.town, stage.records)
    found = await asked(stage.records, read)
    rows = Counter(row["state"] for row in found.outbox if row["kind"] in ("notice", "card"))
    wrong = [*complaints(stage.town, found, stories, driver.said)]
    return Outcome(wrong, next(steps) - 1, Counter(), rows["uncertain"], rows.total())


async def quiet(town: Town, records: Records) -> None:
    """Waits until every update is accepted and every notice is sent. Raises `TimeoutError` after `QUIET` seconds."""
    async with asyncio.timeout(QUIET):
        while town.bot.mailbox.pending:
            await town.emulator.world.accepting.wait(1.0)
        while await asked(records, waiting):
            await town.emulator.world.events.wait(town.emulator.world.events.seq, 0.5)
