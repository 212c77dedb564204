"""`make torture`: long ordeals, one seed after the other. Prints a line for each; exits with 1 if any failed."""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
import time
import warnings
from collections.abc import Iterator
from itertools import product

from tests.conftest import migrate
from tests.durability.ordeal import Ordeal, endure
from tests.postgres import Cluster, running_cluster

_STAGES = (*product(("run", "serve"), ("sqlite", "postgresql"), (1,)), ("serve", "postgresql", 3))


def main() -> None:
    """Plays an ordeal for every way to run the bot, once for each seed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=int(time.time()), help="the first seed (default: the time)")
    parser.add_argument("--seeds", type=int, default=1, help="how many")
    parser.add_argument("--updates", type=int, default=2000)
    parser.add_argument("--people", type=int, default=300)
    given = parser.parse_args()
    warnings.simplefilter("ignore")
    wrong = 0
    with running_cluster(lasting=True) as cluster:
        for seed in range(given.seed, given.seed + given.seeds):
            for ordeal, database in _ordeals(seed, given.updates, given.people):
                wrong += asyncio.run(_play(ordeal, database, cluster))
    sys.exit(1 if wrong else 0)


def _ordeals(seed: int, updates: int, people: int) -> Iterator[tuple[Ordeal, str]]:
    for entrance, database, replicas in _STAGES:
        yield Ordeal(seed, updates, people, entrance, every=25, together=24, replicas=replicas), database


async def _play(ordeal: Ordeal, database: str, cluster: Cluster) -> int:
    """Plays an ordeal and prints what was wrong; returns the number of complaints."""
    print(f"seed {ordeal.seed}: {ordeal.entrance} × {ordeal.replicas} on {database} … ", end="", flush=True)
    begun = time.monotonic()
    if database == "sqlite":
        with tempfile.TemporaryDirectory() as folder:
            url = f"sqlite:///{folder}/palier.db"
            await migrate(url)
            outcome = await endure(ordeal, url, None)
    else:
        name = await cluster.create()
        await migrate(cluster.url(name))
        outcome = await endure(ordeal, cluster.url(name), cluster)
        await cluster.drop(name)
    troubles = ", ".join(f"{times} × {kind}" for kind, times in sorted(outcome.troubles.items()))
    print(f"{outcome.steps} updates, {outcome.notices} notices, {outcome.uncertain} uncertain; {troubles}; ", end="")
    print(f"{time.monotonic() - begun:.0f} s; {'all is well' if not outcome.complaints else 'WRONG'}", flush=True)
    for complaint in outcome.complaints:
        print(f"  {complaint}")
    return len(outcome.complaints)


if __name__ == "__main__":
    main()
