"""Teaching groups, which only ONDE makes."""

from __future__ import annotations

from typing import Protocol

from tests.contracts.stages.hands import EmbeddedHand, EntcoreHand


class ClassesStage(Protocol):
    """What a test may change about teaching groups."""

    async def teaching_group(self, school: str, key: str, name: str) -> None:
        """Makes a teaching group of a school."""
        ...


class EmbeddedClassesStage(EmbeddedHand):
    """Inserts rows of teaching groups."""

    async def teaching_group(self, school: str, key: str, name: str) -> None:
        await self._insert("teaching_groups", [{"id": key, "school": school, "name": name}])


class EntcoreClassesStage(EntcoreHand):
    """Adds teaching groups to the town."""

    async def teaching_group(self, school: str, key: str, name: str) -> None:
        self._town.places[school].teaching[key] = name
