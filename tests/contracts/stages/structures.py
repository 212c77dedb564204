"""Structures, which the port only reads."""

from __future__ import annotations

from typing import Protocol

from bot.ent.embedded.tree import plant
from bot.terms import Kind
from bot.terms.tree import StructureRecord
from tests.contracts.stages.hands import EmbeddedHand, EntcoreHand
from tests.entcore.town import Place


class StructuresStage(Protocol):
    """What a test may change about structures."""

    async def school(self, key: str, name: str, *, town: str = "", uai: str = "", pupil: str = "") -> None:
        """Opens a school below the circonscription of Beauvais, and attaches that pupil to it too."""
        ...

    async def space(self, key: str, name: str, *schools: str) -> None:
        """Opens the space of a town with these schools."""
        ...


class EmbeddedStructuresStage(EmbeddedHand):
    """Inserts rows of structures."""

    async def school(self, key: str, name: str, *, town: str = "", uai: str = "", pupil: str = "") -> None:
        row = {"id": key, "parent": "beauvais", "kind": Kind.SCHOOL.value, "name": name, "town": town, "uai": uai}
        await self._insert("structures", [row])
        await self._insert("attachments", [{"account": pupil, "structure": key}] if pupil else [])

    async def space(self, key: str, name: str, *schools: str) -> None:
        rows = [
            StructureRecord(2, "syndicat", "smo", "", "SMO Oise"),
            StructureRecord(3, "ville", key, "", name, ("smo",)),
        ]
        rows += [StructureRecord(4, id=one, parents=(key,)) for one in schools]
        assert not (await self._records.run(lambda connection: plant(connection, rows))).refused


class EntcoreStructuresStage(EntcoreHand):
    """Adds places to the town, as the bot's own account sees them when it reads the tree next."""

    async def school(self, key: str, name: str, *, town: str = "", uai: str = "", pupil: str = "") -> None:
        self._town.places[key] = Place(key, name, "beauvais", uai, town)
        self._town.users["bot"].scope = list(self._town.places)
        if pupil:
            self._town.users[pupil].structures.append(key)

    async def space(self, key: str, name: str, *schools: str) -> None:
        self._town.places[key] = Place(key, name, None)
        self._town.users["bot"].scope = list(self._town.places)
        for one in schools:
            self._town.places[one].beside.append(key)
