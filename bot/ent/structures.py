"""The part of the port that reads the tree of structures; a `Structure` is described in `bot.terms`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from bot.terms import Structure
from bot.terms.functions import Town


class Structures(Protocol):
    """Reads structures: schools, what lies above them, and their classes."""

    async def structure(self, structure_id: str) -> Structure | None:
        """The structure with that identifier and every structure above it; None if there is none."""
        ...

    async def by_uai(self, uai: str) -> Structure | None:
        """The school with that official code, such as `0601234R`, in capitals or not; None if there is none."""
        ...

    async def schools(self, within: Sequence[str]) -> list[Structure]:
        """The schools among those structures and below them, by name; empty if there is none."""
        ...

    async def classes(self, school: str) -> list[Structure]:
        """The classes of a school, by name; empty for an unknown school."""
        ...

    async def towns(self, name: str, schools: Sequence[str]) -> list[Town]:
        """The spaces of towns that bear this name, and those that have one of these schools; by name.

        « Noyon » is « Ville de Noyon », too. Each comes with all its schools.
        """
        ...
