"""What the embedded ENT counts: its accounts now, and visits where somebody wrote them down."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

from sqlalchemy import Connection, bindparam, func, or_, select, union

from bot.ent.embedded.database import Slice
from bot.ent.embedded.tables import ENT
from bot.ent.statistics import Access, Activation, Statistics, Usage, Visits
from bot.terms import Profile

_T = ENT.tables
_ACCOUNTS, _STRUCTURES = _T["ent_accounts"], _T["ent_structures"]
_TIES, _FAMILIES = _T["ent_attachments"], _T["ent_families"]
_VISITS, _ACCESSES = _T["ent_visits"], _T["ent_accesses"]
_PLACES = select(_STRUCTURES.c.id).where(
    or_(_STRUCTURES.c.id == bindparam("at"), _STRUCTURES.c.parent == bindparam("at"))
)
_MEMBERS = select(_TIES.c.account).where(_TIES.c.structure.in_(_PLACES))
_RELATIVES = select(_FAMILIES.c.relative).where(_FAMILIES.c.student.in_(_MEMBERS))
_COUNTED = (
    select(_ACCOUNTS.c.profile, _ACCOUNTS.c.activated, func.count())
    .where(_ACCOUNTS.c.id.in_(union(_MEMBERS, _RELATIVES)), _ACCOUNTS.c.deleted_at.is_(None))
    .group_by(_ACCOUNTS.c.profile, _ACCOUNTS.c.activated)
)


class EmbeddedStatistics(Slice, Statistics):
    """Counts rows of the tables."""

    async def activations(self, school: str) -> list[Activation]:
        """The accounts of the school and of its classes, and the relatives of its pupils."""

        def read(connection: Connection) -> list[Activation]:
            active, everybody = Counter[str](), Counter[str]()
            for profile, activated, count in connection.execute(_COUNTED, {"at": school}):
                everybody[profile] += count
                active[profile] += count if activated else 0
            return [
                Activation(one, active[one.value], everybody[one.value]) for one in Profile if everybody[one.value]
            ]

        return await self._database.read(read)

    async def usage(self, school: str, since: date, until: date) -> Usage:
        """The visits that are written down for the school."""
        monday = since - timedelta(days=since.weekday())

        def read(connection: Connection) -> Usage:
            return Usage(
                _visits(connection, school, monday, since, until), _opened(connection, school, since, until), True
            )

        return await self._database.read(read)


def _visits(connection: Connection, school: str, monday: date, since: date, until: date) -> list[Visits]:
    """By profile, the visitors of a week on average, and the connections of the days."""
    of, day = _VISITS.c.school == school, _VISITS.c.day
    weeks = select(_VISITS.c.profile, func.sum(_VISITS.c.visitors)).where(of, day.between(monday, until))
    many = select(func.count(day.distinct())).where(of, day.between(monday, until), _VISITS.c.visitors > 0)
    sums = (func.sum(_VISITS.c.connections), func.sum(_VISITS.c.mobile))
    days = select(_VISITS.c.profile, *sums).where(of, day.between(since, until)).group_by(_VISITS.c.profile)
    starts = connection.execute(many).scalar_one()
    visitors = {row[0]: int(row[1]) for row in connection.execute(weeks.group_by(_VISITS.c.profile))}
    connections = {row[0]: (int(row[1]), int(row[2])) for row in connection.execute(days)}
    return [
        Visits(one, round(visitors.get(one.value, 0) / max(1, starts)), *connections.get(one.value, (0, 0)))
        for one in Profile
        if visitors.get(one.value) or one.value in connections
    ]


def _opened(connection: Connection, school: str, since: date, until: date) -> list[Access]:
    """What was opened in these days, the most first."""
    column = _ACCESSES.c
    count = func.sum(column.count).label("sum")
    some = select(column.name, column.connector, count).where(
        column.school == school, column.day.between(since, until)
    )
    ordered = some.group_by(column.name, column.connector).order_by(count.desc(), column.name)
    return [Access(row[0], bool(row[1]), int(row[2])) for row in connection.execute(ordered)]
