"""Reads figures: of requests from the desk's own records, of accounts and visits from the ENT, as far as it tells."""

from __future__ import annotations

import asyncio
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.ent.directory import Reason
from bot.ent.statistics import Access, Activation, Usage, Visits
from bot.storage import statistics
from bot.storage.statistics import Scope
from bot.storage.work import Work, glance
from bot.terms import Declined, Kind, Level, Person, Profile
from bot.workflows.desk import Desk
from bot.workflows.rules.accounts import administration
from bot.workflows.rules.statistics.figures import Assistance
from bot.workflows.rules.statistics.periods import Period
from bot.workflows.statistics.units import level

MOST = 40  #: schools of which the ENT is asked at once
MOST_ROWS = 50_000  #: of a spreadsheet: more would fit into no message
_TOGETHER = 8  #: of these, at a time
KNOWN, MANY, NONE, SHUT, DOWN = "known", "many", "none", "shut", "down"  #: what the ENT tells of visits, or why not


@dataclass(frozen=True, slots=True)
class Told:
    """What the ENT tells of some schools."""

    activations: Sequence[Activation] = ()
    usage: Usage = field(default_factory=Usage)
    state: str = KNOWN  #: of the activations: `KNOWN`, `MANY`, `SHUT` or `DOWN`
    visited: str = KNOWN  #: of the usage, any of them


def scope(me: Person, period: Period, within: Sequence[str] = ()) -> Scope:
    """The requests that somebody's statistics count: of all that they administer, or of those structures.

    Above the levels of the ENT's académie, only what reached their desks. A call told outside a school is not there
    for its people.
    """
    desks = tuple(role for role in me.roles if role.level >= Level.RECTORAT) if level(me) >= Level.RECTORAT else ()
    works = me.profile not in (Profile.STUDENT, Profile.RELATIVE)
    own = {role.structure for role in me.roles if role.level is Level.SCHOOL}
    own |= {place.id for place in me.places if works and place.kind is Kind.SCHOOL}
    structures = tuple(within) or administration.scopes(me)
    return Scope(period.start, period.end, structures, desks, tuple(sorted(own)))


async def assistance(desk: Desk, wanted: Scope) -> Assistance:
    """What became of the requests of that scope."""

    def read(work: Work) -> Assistance:
        tallies = statistics.counted(work, wanted)
        return Assistance(tallies, statistics.answered(work, wanted), statistics.solved(work, wanted))

    return await glance(desk.records, desk.clock, read, desk.bot, long=True)


async def told(desk: Desk, schools: Sequence[str], period: Period, *, visits: bool = True) -> Told:
    """What the ENT tells of these schools together: nothing where there are too many, or none where it declines."""
    if len(schools) > MOST:
        return Told(state=MANY, visited=MANY)
    gate = asyncio.Semaphore(_TOGETHER)

    async def one(school: str) -> Told:
        async with gate:
            return await _school(desk, school, period, visits)

    return _together(await asyncio.gather(*(one(school) for school in schools)))


async def _school(desk: Desk, school: str, period: Period, visits: bool) -> Told:
    """What the ENT tells of one school; that it declines one thing does not keep it from telling the other."""
    activations, usage, state, visited = list[Activation](), Usage(), KNOWN, KNOWN
    try:
        activations = await desk.directory.activations(school)
    except Declined as no:
        state = _why(no)
    try:
        usage = await desk.directory.usage(school, period.since, period.until) if visits else usage
    except Declined as no:
        visited = _why(no)
    if visited == KNOWN and not usage.visits and not usage.accesses:
        visited = NONE
    return Told(activations, usage, state, visited)


def _why(no: Declined) -> str:
    reasons = {str(Reason.GONE): NONE, str(Reason.FORBIDDEN): SHUT}
    return reasons.get(str(no.reason), DOWN)


def _together(found: Sequence[Told]) -> Told:
    """The sums of several schools: known where one of them is."""
    active, everybody = Counter[Profile](), Counter[Profile]()
    for row in (row for one in found for row in one.activations):
        active[row.profile] += row.activated
        everybody[row.profile] += row.everybody
    activations = [Activation(one, active[one], everybody[one]) for one in Profile if everybody[one]]
    usage = Usage(
        _visits(row for one in found for row in one.usage.visits),
        _accesses(row for one in found for row in one.usage.accesses),
        any(one.usage.mobile for one in found),
    )
    return Told(activations, usage, _best(one.state for one in found), _best(one.visited for one in found))


def _best(states: Iterable[str]) -> str:
    known = set(states)
    return next((one for one in (KNOWN, DOWN, SHUT, NONE) if one in known), NONE)


def _visits(rows: Iterable[Visits]) -> list[Visits]:
    sums: dict[Profile, list[int]] = defaultdict(lambda: [0, 0, 0])
    for row in rows:
        numbers = (row.visitors, row.connections, row.mobile)
        sums[row.profile] = [old + new for old, new in zip(sums[row.profile], numbers, strict=True)]
    return [Visits(one, *sums[one]) for one in Profile if one in sums]


def _accesses(rows: Iterable[Access]) -> list[Access]:
    sums: Counter[tuple[str, bool]] = Counter()
    for row in rows:
        sums[row.name, row.connector] += row.count
    ordered: list[tuple[tuple[str, bool], int]] = sorted(sums.items(), key=lambda pair: (-pair[1], pair[0]))
    return [Access(name, connector, count) for (name, connector), count in ordered]


def facts(one: Told, hide: Any) -> dict[str, Any]:
    """The facts of what the ENT tells; `hide` says a number of people as it may be told."""
    visits = [
        {
            "key": row.profile.value,
            "visitors": hide(row.visitors),
            "connections": hide(row.connections),
            "mobile": hide(row.mobile),
        }
        for row in one.usage.visits
    ]
    return {
        "activations": [
            {"key": row.profile.value, "linked": hide(row.activated), "all": row.everybody} for row in one.activations
        ],
        "state": one.state,
        "visits": visits,
        "accesses": [{"key": row.name, "count": hide(row.count)} for row in one.usage.accesses if not row.connector],
        "connectors": [{"key": row.name, "count": hide(row.count)} for row in one.usage.accesses if row.connector],
        "mobile": one.usage.mobile,
        "visited": one.visited,
    }
