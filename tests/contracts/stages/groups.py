"""Manual groups, which the port only reads."""

from __future__ import annotations

from typing import Protocol

from tests.contracts.stages.hands import EmbeddedHand, EntcoreHand


class GroupsStage(Protocol):
    """What a test may change about manual groups."""

    async def group(self, school: str, name: str, *members: str) -> None:
        """Makes a manual group of those accounts."""
        ...


class EmbeddedGroupsStage(EmbeddedHand):
    """Inserts rows of groups."""

    async def group(self, school: str, name: str, *members: str) -> None:
        await self._insert("groups", [{"id": name, "school": school, "name": name}])
        await self._insert("memberships", [{"account": member, "group": name} for member in members], *members)


class EntcoreGroupsStage(EntcoreHand):
    """Changes places and users of the town."""

    async def group(self, school: str, name: str, *members: str) -> None:
        self._town.places[school].groups.add(name)
        for member in members:
            self._town.users[member].groups.append(name)
