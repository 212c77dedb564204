"""What was counted of a school's visits, which only time writes."""

from __future__ import annotations

from datetime import date
from typing import Any, Protocol

from bot.ent.embedded.tables import ENT
from bot.terms import Profile
from tests.contracts.stages.hands import EmbeddedHand, EntcoreHand


class StatisticsStage(Protocol):
    """What a test may change about figures."""

    async def uncounted(self) -> None:
        """Forgets all that was counted so far; the ENT goes on counting."""
        ...

    async def came(
        self, school: str, day: date, profile: Profile, connections: int, mobile: int = 0, visitors: int = 0
    ) -> None:
        """People of that profile came on that day; `visitors` of the week are counted on its Monday."""
        ...

    async def opened(self, school: str, day: date, name: str, count: int, connector: bool = False) -> None:
        """An application, or a connector, was opened so often on that day."""
        ...


class EmbeddedStatisticsStage(EmbeddedHand):
    """Writes rows of visits."""

    async def uncounted(self) -> None:
        for name in ("visits", "accesses"):
            emptied = ENT.tables[f"ent_{name}"].delete()
            await self._records.run(lambda connection, emptied=emptied: connection.execute(emptied))  # type: ignore[misc]

    async def came(
        self, school: str, day: date, profile: Profile, connections: int, mobile: int = 0, visitors: int = 0
    ) -> None:
        await self._insert("visits", [_visit(school, day, profile, connections, mobile, visitors)])

    async def opened(self, school: str, day: date, name: str, count: int, connector: bool = False) -> None:
        await self._insert("accesses", [_access(school, day, name, count, connector)])


class EntcoreStatisticsStage(EntcoreHand):
    """Adds figures to the town."""

    async def uncounted(self) -> None:
        self._town.figures = {"visits": [], "accesses": []}

    async def came(
        self, school: str, day: date, profile: Profile, connections: int, mobile: int = 0, visitors: int = 0
    ) -> None:
        assert self._town.figures is not None
        self._town.figures["visits"].append(_visit(school, day, profile, connections, mobile, visitors))

    async def opened(self, school: str, day: date, name: str, count: int, connector: bool = False) -> None:
        assert self._town.figures is not None
        self._town.figures["accesses"].append(_access(school, day, name, count, connector))


def _visit(school: str, day: date, profile: Profile, connections: int, mobile: int, visitors: int) -> dict[str, Any]:
    counts = {"connections": connections, "mobile": mobile, "visitors": visitors}
    return {"school": school, "day": day, "profile": profile.value, **counts}


def _access(school: str, day: date, name: str, count: int, connector: bool) -> dict[str, Any]:
    return {"school": school, "day": day, "name": name, "count": count, "connector": connector}
