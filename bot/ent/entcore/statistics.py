"""What a real ENT counts: activations in its directory, and visits in its application of statistics, where it has it.

That application writes its figures during the night, and every platform chooses whether it has it at all.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from bot.ent.entcore.reading import moment, text, things
from bot.ent.entcore.server import Slice
from bot.ent.entcore.wire import segment
from bot.ent.reasons import Reason
from bot.ent.statistics import Access, Activation, Statistics, Usage, Visits
from bot.terms import Declined, Profile

_MOBILE = "mobile_app"  #: the kind of device that the mobile application is counted as
_PROFILES = {profile.value: profile for profile in Profile}
_MOST = 2**31  #: no school has more of anything


class EntcoreStatistics(Slice, Statistics):
    """Reads figures over HTTP."""

    async def activations(self, school: str) -> list[Activation]:
        """The directory's own metrics of the school."""
        if school not in (await self._server.tree()).known:
            return []
        answer = await self._server.read(f"/directory/structure/{segment(school)}/metrics")
        made = []
        for row in _rows(_of(answer, "metrics")):
            active, inactive = _count(row, "active"), _count(row, "inactive")
            if (profile := _profile(row)) is not None and active + inactive:
                made.append(Activation(profile, active, active + inactive))
        return sorted(made, key=lambda one: list(Profile).index(one.profile))

    async def usage(self, school: str, since: date, until: date) -> Usage:
        """Four lists of the application: visitors by week; connections, their devices and accesses by day."""
        if school not in (await self._server.tree()).known:
            return Usage()
        monday = since - timedelta(days=since.weekday())
        weeks = await self._list(school, "accounts", "week", monday, until)
        days = await self._list(school, "accounts", "day", since, until)
        devices = await self._list(school, "accounts", "day", since, until, device="true")
        opened = await self._list(school, "access", "day", since, until)
        mobile = _sums((row for row in devices if text(row.get("device_type")) == _MOBILE), "authentications")
        visitors, connections = _visitors(weeks), _sums(days, "authentications")
        visits = [
            Visits(one, visitors.get(one, 0), connections[one], min(mobile[one], connections[one]))
            for one in Profile
            if visitors.get(one) or connections[one]
        ]
        return Usage(visits, _accesses(opened), bool(devices))

    async def _list(
        self, school: str, indicator: str, frequency: str, since: date, until: date, **more: str
    ) -> list[dict[str, Any]]:
        """The rows of an indicator; the application takes moments without a zone only."""
        bounds = {"from": f"{since}T00:00:00", "to": f"{until}T23:59:59"}
        asked = {"indicator": indicator, "frequency": frequency, "entityLevel": "structure", "entity": school}
        try:
            answer = await self._server.read("/stats/list", **asked, **bounds, **more)
        except Declined as no:
            if no.reason in (
                Reason.ADDRESS,
                Reason.REFUSED,
            ):  # sent elsewhere, or « invalid.params »: none that we know
                raise Declined(Reason.GONE) from no
            raise
        if not isinstance(answer, list):
            raise Declined(Reason.GARBLED, f"{Reason.GARBLED}: no list of figures")
        return [row for row in _rows(answer) if since <= _day(row, since) <= until]


def _of(answer: Any, name: str) -> Any:
    if not isinstance(answer, dict):
        raise Declined(Reason.GARBLED, f"{Reason.GARBLED}: no {name}")
    return answer.get(name)


def _rows(value: Any) -> list[dict[str, Any]]:
    return [row for row in things(value) if isinstance(row, dict)]


def _day(row: dict[str, Any], otherwise: date) -> date:
    """The day of a row, which the server tells as a moment on the schools' clock, without a zone."""
    found = moment(row.get("date"))
    return otherwise if found is None else found.date()


def _profile(row: dict[str, Any]) -> Profile | None:
    return _PROFILES.get(text(row.get("profile")).lower())


def _count(row: dict[str, Any], name: str) -> int:
    """A number of a row; 0 where there is none that can be one."""
    value = row.get(name)
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 < value < _MOST else 0


def _sums(rows: Iterable[dict[str, Any]], name: str) -> Counter[Profile]:
    found: Counter[Profile] = Counter()
    for row in rows:
        if (profile := _profile(row)) is not None:
            found[profile] += _count(row, name)
    return found


def _visitors(weeks: list[dict[str, Any]]) -> dict[Profile, int]:
    """By profile, the different people of a week, on average: those of several weeks cannot be added up."""
    starts = {text(row.get("date")) for row in weeks}
    totals = _sums(weeks, "unique_visitors")
    return {profile: round(count / len(starts)) for profile, count in totals.items()}


def _accesses(rows: list[dict[str, Any]]) -> list[Access]:
    counts: dict[tuple[str, bool], int] = defaultdict(int)
    for row in rows:
        if name := text(row.get("module")):
            counts[name, text(row.get("type")) == "CONNECTOR"] += _count(row, "access")
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return [Access(name, connector, count) for (name, connector), count in ordered if count]
