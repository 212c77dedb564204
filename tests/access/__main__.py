"""`python -m tests.access [--anew] [ACTION…]`: writes the table anew; with actions, only shows their rows.

The lines of what is recorded are kept; what is not, or everything with `--anew`, is tried in every form first. Each
processor does a part, in a world of its own.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from collections.abc import Awaitable, Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import TypeVar

from tests.access import guide, table
from tests.access.acting import Bench
from tests.access.callers import CALLERS
from tests.access.forms import THINGS, TRIED, about, action_of, actions, bare, foreign, lines
from tests.access.rows import column, opened, rows_of
from tests.conftest import migrate

T = TypeVar("T")
_PARTS = os.cpu_count() or 1
_PROBES = ("dir", "élè", "eru", "édi")


async def found(bench: Bench, chosen: Iterable[str]) -> list[str]:
    """The lines of these actions that are worth a row: those that mean something to them."""
    forms = [(action, sort, form) for action in chosen for sort in THINGS for form in lines(action, sort)]
    means: dict[str, list[int]] = {form: [0, 0] for _, _, form in forms}
    for short in _PROBES:
        async with column(bench, short):
            for _, sort, form in forms:
                for place, more in enumerate(await _meaning(bench, CALLERS[short].key, form, sort)):
                    means[form][place] += more
    made = list[str]()
    for action in chosen:
        made += [line for line in (bare(action), foreign(action)) if line]
        for sort, things in THINGS.items():
            best = max(
                (form for one, other, form in forms if (one, other) == (action, sort)),
                key=means.__getitem__,
                default="",
            )
            if best and means[best][1]:
                made += [about(best, sort, thing) for thing in things]
    return made


async def _meaning(bench: Bench, key: str, form: str, sort: str) -> tuple[int, int]:
    """How often somebody changes something with it, and how often it is told apart from what does not exist."""
    nothing = await bench.cell(key, about(form, sort, "none"))
    met = [await bench.cell(key, about(form, sort, thing)) for thing in TRIED[sort]]
    differs = sum((one.words, one.told) != (nothing.words, nothing.told) for one in met)
    return sum(bool(one.changed) for one in met), differs


def _dealt(some: Sequence[str]) -> list[list[str]]:
    """These in as many parts as there are processors, one after the other into each."""
    return [list(some[at::_PARTS]) for at in range(_PARTS)]


def _search(some: Sequence[str]) -> list[str]:
    """As `found`, in a world of its own."""
    return asyncio.run(_in_a_world(found, some))


def _fill(lines: Sequence[str], columns: Sequence[str]) -> tuple[dict[str, table.Row], list[str]]:
    """As `rows_of`, in a world of its own."""
    return asyncio.run(_in_a_world(rows_of, lines, columns))


async def _in_a_world(do: Callable[..., Awaitable[T]], *what: Sequence[str]) -> T:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder, 'palier.db')}"
        await migrate(url)
        async with opened(url) as bench:
            return await do(bench, *what)


def main(wanted: Sequence[str]) -> None:
    """Finds the lines that are not recorded, fills the columns, and writes or shows the table."""
    before = [line for line in table.read() if action_of(line) in actions() and "--anew" not in wanted]
    chosen = [one for one in wanted if one != "--anew"] or list(actions())
    missing = [one for one in chosen if one not in {action_of(line) for line in before}]
    with ProcessPoolExecutor(_PARTS) as pool:
        new = [line for part in pool.map(_search, _dealt(missing)) for line in part]
        known = {action: [line for line in (*before, *new) if action_of(line) == action] for action in chosen}
        tried = [line for lines in known.values() for line in lines]
        parts = [*pool.map(partial(_fill, tried), _dealt([*CALLERS]))]
    rows = {line: {short: cell for made, _ in parts for short, cell in made[line].items()} for line in tried}
    rows = {line: {short: row[short] for short in CALLERS if short in row} for line, row in rows.items()}
    wrong = [one for _, some in parts for one in some]
    for one in wrong:
        sys.stdout.write(f"WRONG {one}\n")
    if chosen == list(actions()):
        table.write(rows)
        guide.FILE.write_text(guide.written(rows), "utf-8")
    else:
        sys.stdout.write(table.page(rows))


if __name__ == "__main__":
    main(sys.argv[1:])
