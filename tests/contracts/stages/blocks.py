"""The history of whole profiles blocked, which is written in the ENT's own console."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from bot.terms import Profile
from tests.contracts.stages.hands import EmbeddedHand, EntcoreHand


class BlocksStage(Protocol):
    """What a test may change about blocking."""

    async def trace(self, school: str, profile: Profile, blocked: bool, by: str, at: datetime) -> None:
        """Adds to the school's history that a whole profile was blocked or unblocked."""
        ...


class EmbeddedBlocksStage(EmbeddedHand):
    """Inserts rows of traces."""

    async def trace(self, school: str, profile: Profile, blocked: bool, by: str, at: datetime) -> None:
        row = {"school": school, "at": at, "profile": profile.value, "blocked": blocked, "by": by}
        await self._insert("block_traces", [row])


class EntcoreBlocksStage(EntcoreHand):
    """Adds traces to the town, as the server stores them."""

    async def trace(self, school: str, profile: Profile, blocked: bool, by: str, at: datetime) -> None:
        owner = {"userId": "somebody", "displayName": by}
        what = {"action": "BLOCK" if blocked else "UNBLOCK", "profile": profile.value.capitalize(), "owner": owner}
        when = {"created": {"$date": at.isoformat()}, "modified": {"$date": at.isoformat()}}
        self._town.traces.append({"_id": str(len(self._town.traces)), "structureId": school, **what, **when})
