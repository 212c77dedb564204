"""Invented visits of the demo's schools: some weeks of them, which look like those of a school."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection

from bot.ent.embedded.tables import ENT
from bot.terms import Profile

_WEEKS = 8
_SCHOOLS = ("jean-moulin", "louise-michel")  # of the others, nothing was counted
_DAILY = {  # on a Monday: connections, and of a hundred of them those of the mobile application
    Profile.STUDENT: (14, 8),
    Profile.RELATIVE: (9, 71),
    Profile.TEACHER: (12, 18),
}
_WEEKLY = {Profile.STUDENT: 8, Profile.RELATIVE: 4, Profile.TEACHER: 6}  # different people
_OPENED = {"Conversation": 19, "Homeworks": 14, "Blog": 8, "SchoolBook": 6, "Workspace": 4}
_CONNECTORS = {"EduMedia": 3}
_SHARES = (100, 92, 45, 97, 84)  # of a Monday, in percent, from Monday to Friday


def write(connection: Connection, today: date) -> None:
    """Writes the visits of the weeks before that day, and of its own week so far."""
    connection.execute(ENT.tables["ent_visits"].insert(), list(_visits(today)))
    connection.execute(ENT.tables["ent_accesses"].insert(), list(_accesses(today)))


def _days(today: date) -> Iterator[tuple[str, date, int]]:
    """For each school, its days, and how much there was of what there is on a Monday, in percent."""
    monday = today - timedelta(days=today.weekday(), weeks=_WEEKS)
    for at, school in enumerate(_SCHOOLS):
        for number in range(7 * (_WEEKS + 1)):
            day = monday + timedelta(days=number)
            if day.weekday() < len(_SHARES) and day < today:
                swing = 88 + (number // 7 * 7 + at * 5) % 25  # one week is not like the other
                yield school, day, _SHARES[day.weekday()] * swing * (3 - at) // 300


def _visits(today: date) -> Iterator[dict[str, Any]]:
    for school, day, share in _days(today):
        for profile, (daily, mobile) in _DAILY.items():
            connections = daily * share // 100
            yield {
                "school": school,
                "day": day,
                "profile": profile.value,
                "visitors": _WEEKLY[profile] * share // 100 if day.weekday() == 0 else 0,
                "connections": connections,
                "mobile": connections * mobile // 100,
            }


def _accesses(today: date) -> Iterator[dict[str, Any]]:
    for school, day, share in _days(today):
        for names, connector in ((_OPENED, False), (_CONNECTORS, True)):
            for name, daily in names.items():
                count = daily * share // 100
                yield {"school": school, "day": day, "name": name, "connector": connector, "count": count}
