"""What people and the platform do to groups beside the port."""

from __future__ import annotations

from typing import Protocol

from tests.contracts.stages.hands import EmbeddedHand, EntcoreHand
from tests.entcore.town import Manual


class GroupsStage(Protocol):
    """What a test may change about groups."""

    async def group(self, school: str, name: str, *members: str) -> None:
        """Makes a manual group of those accounts, as the ENT's own console does; its identifier is its name."""
        ...


class EmbeddedGroupsStage(EmbeddedHand):
    """Inserts rows of groups."""

    async def group(self, school: str, name: str, *members: str) -> None:
        await self._insert("groups", [{"id": name, "school": school, "name": name}])
        await self._insert("memberships", [{"account": member, "group": name} for member in members], *members)


class EntcoreGroupsStage(EntcoreHand):
    """Adds groups to the town."""

    async def group(self, school: str, name: str, *members: str) -> None:
        self._town.manual[name] = Manual(name, school, name, list(members))
