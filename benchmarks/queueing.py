"""How long an agent waits for a page of their queue among a million requests."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Mapping
from statistics import median, quantiles

from benchmarks.population import REQUESTERS, chat
from benchmarks.row import Row
from bot.opening import opened
from bot.workflows.desk import Caller
from bot.workflows.requests import queues
from config.settings import Settings

_QUESTIONS = 400


async def pages(databases: Mapping[str, str]) -> AsyncIterator[Row]:
    """Yields a row per database: the p99, in milliseconds, of the page that `/file` shows."""
    for name, url in databases.items():
        settings = Settings(_env_file=None, database_url=url, limits="off")
        async with opened(settings) as desk:
            agents = [Caller(chat(key), chat(key)) for key in range(REQUESTERS + 1, 2 * REQUESTERS + 1)]
            taken = []
            for turn in range(_QUESTIONS + len(agents)):
                start = time.perf_counter()
                page = await desk.see(agents[turn % len(agents)], queues.queue, "", "")
                taken.append(1000 * (time.perf_counter() - start))
                assert len(page.facts["lines"]) == desk.policy.page
        taken = taken[len(agents) :]
        p99 = quantiles(taken, n=100, method="inclusive")[98]
        yield Row(
            "among a million requests",
            f"a page of the queue on {name}, p99",
            [p99],
            5.0,
            unit="ms",
            note=f"half of them within {median(taken):.1f} ms",
        )
