"""Statistics in the chat: one school, or a page of those that somebody looks after; each with the buttons of periods.

The higher one looks from, the less is told: numbers of a few people to the school alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from bot.terms import Button, Notice, Person, Refusal
from bot.terms.figures import Tally
from bot.workflows import looks
from bot.workflows.accounts import finding
from bot.workflows.desk import Caller, Desk
from bot.workflows.rules import adoption, calendar
from bot.workflows.rules.accounts import administration
from bot.workflows.rules.screens import Row, grid, mark
from bot.workflows.rules.statistics import figures, periods
from bot.workflows.rules.statistics.periods import MONTH, SPANS, Period
from bot.workflows.statistics import reading, units
from bot.workflows.statistics.reading import Told
from bot.workflows.statistics.units import Unit

PAGE = 8  #: schools, or what lies above them, on a page
_ACROSS = 4  #: numbers in a row
_TARGET = re.compile(r"([a-z]{3,10}|[0-9]{8}-[0-9]{8}):([0-9a-f]{8}|p[0-9]{1,4})?")


async def start(desk: Desk, caller: Caller, typed: str) -> Notice:
    """`/stats [period] [school]`: the one school, else a page of all that the person looks after.

    Refused to whoever administers nothing, where the period cannot be read or lies beyond what is kept, and where
    nothing of theirs has that name.
    """
    me = await finding.administrator(desk, caller)
    period, rest = read(desk, me, typed)
    mine = await units.of(desk, me)
    shown = units.called(rest if period else typed.strip(), mine, me) if rest else mine
    if len(shown) == 1:
        return await _one(desk, me, shown[0], period or periods.span(MONTH, _today(desk)), len(mine) > 1)
    return await _page(desk, me, shown, period or periods.span(MONTH, _today(desk)), 0, some=len(shown) < len(mine))


async def pressed(desk: Desk, caller: Caller, target: str) -> Notice:
    """What a button leads to: the school with its mark, or a page of all, in the period that it names."""
    match = _TARGET.fullmatch(target)
    if match is None:
        raise Refusal("old-button")
    period = periods.check(periods.unpacked(match[1], _today(desk)), _today(desk), kept(desk))
    me = await finding.administrator(desk, caller)
    mine = await units.of(desk, me)
    at = match[2] or "p0"
    if not at.startswith("p"):
        return await _one(desk, me, units.marked(mine, at), period, len(mine) > 1)
    if len(mine) == 1:
        return await _one(desk, me, mine[0], period, False)
    return await _page(desk, me, mine, period, int(at[1:]))


def read(desk: Desk, me: Person, typed: str) -> tuple[Period | None, str]:
    """The period that was typed, None where none was, and the other words; refused as `periods.read` refuses."""
    try:
        return periods.read(typed, _today(desk), kept(desk))
    except Refusal as refusal:
        refusal.language = me.tongue
        raise


def kept(desk: Desk) -> Any:
    """For how long requests are kept once they are closed: nothing is counted that lies further back."""
    return desk.policy.retention.kept["requests"]


async def _one(desk: Desk, me: Person, unit: Unit, period: Period, several: bool) -> Notice:
    """The statistics of one school, or of what lies above several."""
    whole = units.near(me)
    found = await reading.assistance(desk, reading.scope(me, period, (unit.place.id,)))
    told = await reading.told(desk, unit.schools, period)
    await desk.look(looks.at_list, desk.policy, me, "stats", looks.View(period.packed, {}, unit.place.id))
    facts = _facts(period) | {"place": unit.place.name, "whole": whole, "work": figures.facts(found, whole)}
    facts["ent"] = reading.facts(told, (lambda number: number) if whole else adoption.veiled)
    rows = _foot(me, period, mark(unit.place.id))
    if several:
        rows.append((Button("stats_all", f"{period.packed}:p0", me.id),))
    return Notice("stats", facts, tuple(rows), me.tongue)


async def _page(
    desk: Desk, me: Person, shown: Sequence[Unit], period: Period, page: int, some: bool = False
) -> Notice:
    """A page of units, each with its main figures, below those of all together; one alone where they are `some`.

    The ENT is asked for the activations of so few schools only that the answer does not take long.
    """
    whole, within = units.near(me), tuple(unit.place.id for unit in shown) if some else ()
    found = await reading.assistance(desk, reading.scope(me, period, within))
    part = shown[page * PAGE : (page + 1) * PAGE]
    asks = sum(len(unit.schools) for unit in part) <= reading.MOST
    lines = []
    for number, unit in enumerate(part, page * PAGE + 1):
        told = await reading.told(desk, unit.schools, period, visits=False) if asks else Told()
        mine = [one for one in found.tallies if unit.holds(one.place)]
        lines.append(_line(unit, mine, told, whole) | {"number": number})
    seen = looks.View([period.packed, page], {}, administration.scopes(me)[0])
    await desk.look(looks.at_list, desk.policy, me, "stats", seen)
    numbers = [
        Button("stats_of", f"{period.packed}:{mark(unit.place.id)}", me.id, words=str(line["number"]))
        for unit, line in zip(part, lines, strict=True)
    ]
    leafs = [Button("stats_back", f"{period.packed}:p{page - 1}", me.id)] if page else []
    further = not some and (page + 1) * PAGE < len(shown)
    leafs += [Button("stats_next", f"{period.packed}:p{page + 1}", me.id)] if further else []
    rows = [*grid(numbers, _ACROSS), *([tuple(leafs)] if leafs else []), *_foot(me, period, "p0")]
    facts = _facts(period) | {"many": len(shown), "lines": lines, "whole": whole, "further": page > 0}
    return Notice("stats_units", facts | {"work": figures.facts(found, whole)}, tuple(rows), me.tongue)


def _line(unit: Unit, tallies: Sequence[Tally], told: Told, whole: bool) -> dict[str, Any]:
    """The main figures of a unit: its requests, whether they were solved in time, its activated accounts."""
    promise, about_promise = figures.kept(tallies, whole)
    parts = [(one.activated, one.everybody) for one in told.activations]
    activated, about_activated = figures.activated(parts, whole)
    return {
        "name": unit.place.name,
        "count": figures.told([figures.total(tallies)], whole)[0],
        "promise": promise,
        "about_promise": about_promise,
        "activated": activated,
        "about_activated": about_activated,
    }


def _facts(period: Period) -> dict[str, Any]:
    return {"begins": period.since.isoformat(), "ends": period.until.isoformat(), "span": period.name}


def _foot(me: Person, period: Period, at: str) -> list[Row]:
    """The buttons of the other periods, and that of the spreadsheet."""
    others = [Button("stats", f"{name}:{at}", me.id) for name in SPANS if name != period.name]
    return [*grid(others, 2), (Button("spreadsheet", f"stats.xlsx.{period.packed}", me.id),)]


def _today(desk: Desk) -> date:
    return calendar.today(desk.clock())
