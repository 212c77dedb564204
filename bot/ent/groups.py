"""The part of the port that reads the manual groups of schools."""

from __future__ import annotations

from typing import Protocol


class Groups(Protocol):
    """Reads manual groups, which a school makes by hand and names as it likes."""

    async def groups(self, school: str) -> list[str]:
        """The names of a school's manual groups, sorted, each once; empty for an unknown school."""
        ...
