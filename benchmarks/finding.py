"""Finding an account among many, on both databases, beside `LIKE '%…%'` in the same run; and the cost of a code."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from statistics import median

from benchmarks.asking import EVERYWHERE, SCHOOL, TOWN, Asked, names, scan, search, typed
from bot.ent.directory import Query
from bot.ent.embedded import VERSIONS
from bot.ent.embedded.adapter import EmbeddedDirectory
from bot.ent.embedded.codes import hashed
from bot.ent.embedded.population import seed_many
from bot.storage.engine import Records, open_records
from bot.storage.migrations import upgrade
from bot.terms import Profile
from tests.postgres import running_cluster

SLOWEST, FEWER, DEAREST = 30.0, 8.0, 3.0  #: goals: milliseconds of p99, times below LIKE, times a bare hash
_SCOPES = {"everywhere": EVERYWHERE, "a circonscription": TOWN, "a school": SCHOOL}
_LINE = "{:<11} {:<40} {:>8} {:>8}  {}"


async def find(folder: Path, accounts: int, questions: int) -> None:
    """Seeds a world of so many accounts on each database, and prints what its people wait for."""
    await _on("SQLite", f"sqlite:///{folder / 'finding.db'}", accounts, questions)
    with running_cluster() as cluster:
        await _on("PostgreSQL", cluster.url(await cluster.create()), accounts, questions)


async def _on(database: str, url: str, accounts: int, questions: int) -> None:
    records = open_records(url)
    try:
        seconds = await _seeded(records, accounts)
        _say(database, f"{accounts:,} accounts, seeded in {seconds:.0f} s", "p50 ms", "p99 ms", "goal")
        known = await names(records, accounts, questions)
        for scope, within in _SCOPES.items():
            for kind, asked in typed(known):
                _tell(database, await search(records, f"{kind}, {scope}", within, asked))
        await _beside(records, database, dict(typed(known))["full name"])
        await _code(records, database)
    finally:
        await records.close()


async def _seeded(records: Records, accounts: int) -> float:
    """Seconds that the world took; none where it is there from a run before."""
    await records.run(lambda connection: upgrade(connection, [VERSIONS]))
    start = time.perf_counter()
    try:
        await seed_many(records, accounts, _show)
    except ValueError:
        return 0.0
    return time.perf_counter() - start


def _tell(database: str, asked: Asked) -> None:
    goal = f"p99 ≤ {SLOWEST:.0f} ms, {_met(asked.p99 <= SLOWEST)}"
    _say(database, asked.name, f"{asked.p50:.1f}", f"{asked.p99:.1f}", goal)


async def _beside(records: Records, database: str, full: list[str]) -> None:
    """Full names, found by the index and by `LIKE`, in turn."""
    some = full[: max(len(full) // 5, 10)]
    found = await search(records, "full name", EVERYWHERE, some)
    scanned = await scan(records, "the same by LIKE '%…%'", some)
    _say(database, scanned.name, f"{scanned.p50:.1f}", f"{scanned.p99:.1f}", "")
    ratio = scanned.p50 / found.p50
    _say(database, "LIKE beside the search", f"{ratio:.1f} ×", "", f"≥ {FEWER:.0f} ×, {_met(ratio >= FEWER)}")


async def _code(records: Records, database: str, times: int = 30) -> None:
    """A reset code, beside the hash of it alone."""
    directory, bare, made = EmbeddedDirectory(records), [], []
    pupils = Query(activated=True, profiles=frozenset({Profile.STUDENT}))
    for pupil in (await directory.search(pupils, [SCHOOL], times)).accounts:
        start = time.perf_counter()
        hashed(pupil.login)
        middle = time.perf_counter()
        await directory.renew_code(pupil.id)
        bare.append(1000 * (middle - start))
        made.append(1000 * (time.perf_counter() - middle))
    _say(database, "a reset code", f"{median(made):.1f}", f"{max(made):.1f}", "")
    ratio = median(made) / median(bare)
    _say(database, "beside its hash alone", f"{ratio:.2f} ×", "", f"≤ {DEAREST:.0f} ×, {_met(ratio <= DEAREST)}")


def _met(met: bool) -> str:
    return "met" if met else "not met"


def _say(*columns: str) -> None:
    print(_LINE.format(*columns), flush=True)


def _show(done: int, everything: int) -> None:
    if sys.stderr.isatty():
        print(f"\r{100 * done // everything} %", end="\r", file=sys.stderr, flush=True)
