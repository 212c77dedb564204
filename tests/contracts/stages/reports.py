"""Publications and reports, which people write in the ENT itself."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

from tests.contracts.stages.hands import EmbeddedHand, EntcoreHand


class ReportsStage(Protocol):
    """What a test may change about reports."""

    async def report(self, school: str, creator: str, html: str, reporters: Mapping[str, datetime]) -> str:
        """Publishes the HTML and has it reported by those accounts; returns the report's identifier."""
        ...


class EmbeddedReportsStage(EmbeddedHand):
    """Inserts rows of publications and reports."""

    async def report(self, school: str, creator: str, html: str, reporters: Mapping[str, datetime]) -> str:
        at = min(reporters.values())
        key = f"publication-of-{creator}-{len(reporters)}-{at}"
        row = {
            "id": key,
            "author": creator,
            "school": school,
            "kind": "BLOG",
            "html": html,
            "at": at,
            "hidden": False,
        }
        await self._insert("publications", [row])
        rows = [{"publication": key, "reporter": who, "at": when} for who, when in reporters.items()]
        await self._insert("reports", rows)
        return key


class EntcoreReportsStage(EntcoreHand):
    """Adds reports to the town."""

    async def report(self, school: str, creator: str, html: str, reporters: Mapping[str, datetime]) -> str:
        return self._town.report(school, creator, html, dict(reporters))
