"""Finding an account among many, on both databases, compared with `LIKE '%…%'`; and the cost of a code."""

from __future__ import annotations

import sys
import time
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path
from statistics import median

from benchmarks.asking import EVERYWHERE, SCHOOL, TOWN, names, scan, search, typed
from benchmarks.row import Row
from bot.ent.directory import Query
from bot.ent.embedded import VERSIONS
from bot.ent.embedded.adapter import EmbeddedDirectory
from bot.ent.embedded.codes import hashed
from bot.ent.embedded.population import seed_many
from bot.storage.engine import Records, open_records
from bot.storage.migrations import upgrade
from bot.terms import Profile
from tests.postgres import Cluster

SLOWEST, FEWER, DEAREST = 30.0, 8.0, 3.0  #: goals: p99 in ms; times faster than LIKE; times the cost of a hash
_SCOPES = {"everywhere": EVERYWHERE, "a circonscription": TOWN, "a school": SCHOOL}


async def finding(folder: Path, cluster: Cluster, accounts: int, questions: int) -> AsyncIterator[Row]:
    """Yields a row for each kind of question on each database, in a world with this many accounts."""
    databases = {
        "SQLite": f"sqlite:///{folder / 'finding.db'}",
        "PostgreSQL": cluster.url(await cluster.create()),
    }
    for database, url in databases.items():
        records = open_records(url)
        try:
            await _seed(records, accounts)
            known = await names(records, accounts, questions)
            group = f"finding among {accounts:,} accounts, on {database}"
            for scope, within in _SCOPES.items():
                for kind, asked in typed(known):
                    found = await search(records, f"{kind}, {scope}", within, asked)
                    note = f"half of them within {found.p50:.1f} ms"
                    yield Row(group, f"p99: {found.name}", [found.p99], SLOWEST, unit="ms", note=note)
            yield await _beside(records, group, dict(typed(known))["full name"])
            yield await _code(records, database)
        finally:
            await records.close()


async def _seed(records: Records, accounts: int) -> None:
    """Creates the world, unless a previous run has left it."""
    await records.run(lambda connection: upgrade(connection, [VERSIONS]))
    with suppress(ValueError):
        await seed_many(records, accounts, _show)


async def _beside(records: Records, group: str, full: list[str]) -> Row:
    """Searches of full names: `LIKE` compared with the index."""
    some = full[: max(len(full) // 5, 10)]
    found = await search(records, "full name", EVERYWHERE, some)
    scanned = await scan(records, "the same by LIKE", some)
    ratios = [slow / quick for slow, quick in zip(scanned.milliseconds, found.milliseconds, strict=True)]
    note = f"{scanned.p50:.1f} ms beside {found.p50:.1f}"
    return Row(group, "the full name by `LIKE`, beside the search", ratios, FEWER, more_is_better=True, note=note)


async def _code(records: Records, database: str, times: int = 30) -> Row:
    """Making a reset code, compared with only hashing one."""
    directory, bare, made = EmbeddedDirectory(records), [], []
    pupils = Query(activated=True, profiles=frozenset({Profile.STUDENT}))
    for pupil in (await directory.search(pupils, [SCHOOL], times)).accounts:
        start = time.perf_counter()
        hashed(pupil.login)
        middle = time.perf_counter()
        await directory.renew_code(pupil.id)
        bare.append(1000 * (middle - start))
        made.append(1000 * (time.perf_counter() - middle))
    ratios = [code / alone for code, alone in zip(made, bare, strict=True)]
    note = f"{median(made):.1f} ms beside {median(bare):.1f}"
    return Row("a reset code", f"on {database}, beside its hash alone", ratios, DEAREST, note=note)


def _show(done: int, everything: int) -> None:
    if sys.stderr.isatty():
        print(f"\r{100 * done // everything} %", end="\r", file=sys.stderr, flush=True)
