"""Everybody meets what `matrix.md` says, whatever they type or press; nobody reads or does what is not theirs."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from bot.terms import Level, Profile
from tests.access import guide, table
from tests.access.acting import Bench
from tests.access.callers import CALLERS, LEVELS, PROFILES
from tests.access.forms import THINGS, action_of, actions, subject, tries
from tests.access.rows import column, opened, rows_of

_PARTS = 4  #: each takes every fourth column, so that several processes share the work
_FOURTH = 4  #: of the cells, one of so many is tried on PostgreSQL, the others on SQLite: the rules know no database
_SCHOOL = ("élè", "él2", "par", "ens", "per", "inv", "dir", "adj", "inc")  #: nothing elsewhere is theirs
_ELSEWHERE = ("near", "away")
_LOOK = "Look at it with `python -m tests.access {}`; where that is right, record it with `python -m tests.access`."
ROWS = table.read()


def tried(database: str, short: str) -> Iterator[str]:
    """The recorded lines that are tried in a column on that database."""
    place = list(CALLERS).index(short)
    for number, line in enumerate(ROWS):
        on = "postgresql" if (number + place) % _FOURTH == 0 else "sqlite"
        if tries(short, line) and (os.environ.get("PALIER_TESTS") == "all" or on == database):
            yield line


def differing(met: dict[str, table.Row]) -> list[str]:
    """What was met otherwise than it is recorded, in sentences."""
    return [
        f"{short} {line}: «{ROWS[line].get(short, '')}» is recorded, «{cell}» met. {_LOOK.format(action_of(line))}"
        for line, row in met.items()
        for short, cell in row.items()
        if ROWS[line].get(short, "") != cell
    ]


def test_every_command_and_button_that_is_declared_is_in_the_table() -> None:
    missing = sorted(set(actions()) - {action_of(line) for line in ROWS})
    assert not missing, f"{missing} not in tests/access/matrix.md. {_LOOK.format(' '.join(missing))}"


def test_nothing_else_is_in_the_table() -> None:
    gone = sorted({action_of(line) for line in ROWS} - set(actions()))
    assert not gone, f"{gone} in tests/access/matrix.md, and declared nowhere. {_LOOK.format('')}"


def test_every_profile_and_level_there_is_has_its_column() -> None:
    assert (set(PROFILES), set(LEVELS)) == (set(Profile), set(Level))
    assert {*PROFILES.values(), *LEVELS.values()} <= set(CALLERS)


def test_the_table_reads_back_as_it_is_written() -> None:
    assert table.page(ROWS) == table.FILE.read_text("utf-8")


def test_each_row_has_the_columns_that_try_it() -> None:
    assert not [line for line, row in ROWS.items() if set(row) != {short for short in CALLERS if tries(short, line)}]


def test_what_is_of_another_school_looks_like_nothing_to_everybody_of_this_one() -> None:
    seen = [
        f"{short} {line}: {row[short]}"
        for line, row in ROWS.items()
        for short in _SCHOOL
        if subject(line)[1] in _ELSEWHERE and short in row and not row[short].startswith(table.AS_NONE)
    ]
    assert not seen


def test_the_guide_says_what_the_table_says() -> None:
    assert guide.FILE.read_text("utf-8") == guide.written(ROWS)


@pytest.mark.parametrize("part", range(_PARTS))
async def test_everybody_meets_what_is_recorded(migrated_url: str, part: int) -> None:
    wrong, database = list[str](), migrated_url.partition(":")[0]
    async with opened(migrated_url) as bench:
        for short in list(CALLERS)[part::_PARTS]:
            met, never = await rows_of(bench, tried(database, short), [short])
            wrong += [*never, *differing(met)]
    assert not wrong, "\n".join(wrong)


async def test_whoever_lost_a_right_meets_that_with_the_very_next_thing_they_do(migrated_sqlite_url: str) -> None:
    async with opened(migrated_sqlite_url) as bench:
        wrong = [one for short in CALLERS if CALLERS[short].change for one in await _next_thing(bench, short)]
    assert not wrong, "\n".join(wrong)


async def _next_thing(bench: Bench, short: str) -> list[str]:
    """What differs from the table where the ENT was not asked about the caller since it changed."""
    met: dict[str, table.Row] = {}
    async with column(bench, short, asked=False):
        for line in [one for one in ROWS if subject(one)[1] in _first() and tries(short, one)][::12]:
            outcome = await bench.cell(CALLERS[short].key, line)
            if not ROWS[line][short].startswith(table.AS_NONE):
                met[line] = {short: table.cell(outcome, None)}
            elif outcome.changed:
                met[line] = {short: "changed something"}
    return differing(met)


def _first() -> set[str]:
    return {things[0] for things in THINGS.values()}
