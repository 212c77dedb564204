"""A stand-in for the engine of the feed."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass
from datetime import datetime

from bot.ent.embedded.database import Database
from bot.terms.feed import FeedReport, SchoolFeed


@dataclass(frozen=True)
class Options:
    """How files are fed."""

    complete: bool = False
    without_ine: bool = False
    dry: bool = False
    most_leaving: float = 0.2


async def feed(
    database: Database, now: datetime, schools: Iterable[SchoolFeed], options: Options
) -> AsyncIterator[FeedReport]:
    """Feeds nothing."""
    for school in schools:
        yield FeedReport(school.place, findings=school.findings)
