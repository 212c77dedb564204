"""Fills rows of the table: every column does everything, on one stage."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager

from bot.workflows.people import rights
from tests.access import table
from tests.access.acting import Bench, Outcome, bench
from tests.access.callers import CALLERS, become
from tests.access.forms import none_of, tries
from tests.access.rehearsing import rehearsed
from tests.access.stage import staged
from tests.world import World

#: what somebody may change without a line of the audit: how they are spoken to and reminded, and words not sent yet
OWN = frozenset({"people", "tokens", "roles", "reminders"})


@asynccontextmanager
async def opened(url: str) -> AsyncIterator[Bench]:
    """The bench on a stage in the database at that address, which has the tables and nothing else."""
    records = await rehearsed(url)
    try:
        world = World(records)
        await world.people()
        stage = await staged(world, records)
        await records.watch()
        async with bench(stage, records) as made:
            yield made
    finally:
        await records.close()


@asynccontextmanager
async def column(at: Bench, short: str, *, asked: bool = True) -> AsyncIterator[None]:
    """What happened to that caller has happened until the end of the context.

    The ENT is `asked` about them at once, as the door does; else the first thing that they do has it asked.
    """
    caller, stage = CALLERS[short], at.stage
    await stage.records.mark("col")
    now, phones = stage.world.now, dict(stage.world.telegram)
    await become(stage, caller)
    if asked:
        await rights.renew(stage.world.desk, stage.world.caller(caller.key))
    at.usual = at.anyway = frozenset()
    first = await at.cell(caller.key, "/xyz")  # what the ENT's new word alone leads to
    at.usual = first.touched.union(first.lines)
    at.anyway = frozenset(one for one in first.told if not one.startswith("no "))
    try:
        yield
    finally:
        stage.world.now, stage.world.telegram = now, phones
        await stage.records.back("col")


async def rows_of(at: Bench, lines: Iterable[str], columns: Iterable[str]) -> tuple[dict[str, table.Row], list[str]]:
    """The cells of these lines in these columns, and what may never happen and did."""
    tried, wrong = list(lines), list[str]()
    rows: dict[str, table.Row] = {line: {} for line in tried}
    for short in columns:
        key = CALLERS[short].key
        async with column(at, short):
            nothing: dict[str, Outcome] = {}
            for line in (one for one in tried if tries(short, one)):
                outcome = await at.cell(key, line)
                none = none_of(line)
                if none and none not in nothing:
                    nothing[none] = await at.cell(key, none)
                rows[line][short] = table.cell(outcome, nothing.get(none))
                wrong += [f"{short} {line}: {one}" for one in (*outcome.wrong, *_untraced(outcome))]
    return rows, wrong


def _untraced(outcome: Outcome) -> list[str]:
    """What is wrong with an outcome: a change or a line of the audit after a refusal, an act or a look without."""
    changed, lines = ", ".join(sorted(outcome.changed)), ", ".join(outcome.lines)
    if not changed:
        if outcome.refused and not all(one.startswith("see_") for one in outcome.lines):  # a refusal may name whom
            return [f"refused ({outcome.told[0]}), and traced {lines}"]
        seen = ", ".join(sorted(outcome.seen))
        return [f"shows {seen} without a line of the audit"] if seen and not lines else []
    if outcome.refused and all(one.startswith("no ent-") for one in outcome.told):
        return [] if changed == "interventions" else [f"declined by the ENT, and changed {changed}"]
    if outcome.refused:
        return [f"refused ({outcome.told[0]}), and changed {changed}"]
    return [] if lines or outcome.changed <= OWN else [f"changed {changed} without a line of the audit"]
