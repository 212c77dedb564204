"""Statistics as a table: a line for each figure, with the school, the period and what it counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.terms import Kind, Person
from bot.terms.figures import Tally
from bot.terms.tables import Cell, Column, Content, Table
from bot.workflows.desk import Desk
from bot.workflows.rules import adoption, calendar
from bot.workflows.rules.statistics import figures, periods
from bot.workflows.rules.statistics.periods import Period
from bot.workflows.statistics import reading, units
from bot.workflows.statistics.reading import Told
from bot.workflows.statistics.units import Unit

COLUMNS = (
    Column("since", Content.DAY, 12),
    Column("until", Content.DAY, 12),
    Column("place", width=32),
    Column("circonscription", width=30),
    Column("figure", width=32, codes="export-figure"),
    Column("detail", width=30, codes="export-detail"),
    Column("value", Content.NUMBER, 14),
)
_FEW = "few"  #: stands for a number that is not told


async def table(desk: Desk, me: Person, packed: str) -> Table:
    """The figures of each unit that the person looks after; above the schools without numbers of a few people."""
    today = calendar.today(desk.clock())
    period, whole = periods.unpacked(packed, today), units.near(me)
    found = await reading.assistance(desk, reading.scope(me, period))
    rows = list[tuple[Cell, ...]]()
    for unit in await units.of(desk, me):
        mine = [one for one in found.tallies if unit.holds(one.place)]
        told = await reading.told(desk, unit.schools, period)
        rows += [_row(unit, period, *line) for line in (*_desk(mine, whole), *_ent(told, whole))]
    return Table("stats", "stats", today, COLUMNS, rows)


def _row(unit: Unit, period: Period, figure: str, detail: str, value: Cell) -> tuple[Cell, ...]:
    above = unit.place.ancestor(Kind.CIRCONSCRIPTION)
    return period.since, period.until, unit.place.name, above.name if above else "", figure, detail, value


def _desk(tallies: Sequence[Tally], whole: bool) -> Iterator[tuple[str, str, Cell]]:
    """The figures of the desk's own work."""
    parts = {
        "category": figures.categories(tallies, whole),
        "level": figures.by(tallies, lambda one: str(int(one.level))),
        "status": figures.by(tallies, lambda one: one.status.value),
    }
    lines = [(what, key, count) for what, pairs in parts.items() for key, count in pairs]
    hidden = [adoption.veiled(count) for _, _, count in lines]
    for what, name in (("requests", "count"), ("solved", "solved"), ("kept", "kept"), ("late", "late")):
        told, _ = figures.summed(figures.total(tallies, name), hidden, whole)
        yield what, "", _said(told)
    yield "reopened", "", _said(figures.told([figures.total(tallies, "reopened")], whole)[0])
    for what, key, count in lines:
        yield f"by-{what}", f"{what}-{key}", _said(figures.told([count], whole)[0])


def _ent(told: Told, whole: bool) -> Iterator[tuple[str, str, Cell]]:
    """The figures that the ENT tells."""
    for one in told.activations:
        yield "accounts", f"profile-{one.profile}", one.everybody
        yield "activated", f"profile-{one.profile}", _said(figures.told([one.activated], whole)[0])
    for visit in told.usage.visits:
        counts = {"visitors": visit.visitors, "connections": visit.connections}
        counts |= {"mobile": visit.mobile} if told.usage.mobile else {}
        for what, count in counts.items():
            yield what, f"profile-{visit.profile}", _said(figures.told([count], whole)[0])
    for access in told.usage.accesses:
        what = "connector" if access.connector else "application"
        yield what, f"stats-app-{access.name}", _said(figures.told([access.count], whole)[0])


def _said(number: int) -> Cell:
    return _FEW if number == adoption.HIDDEN else number
