"""The part of the port that treats publications reported by their readers (guide, chapter 10)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Reporter:
    """Who reported a publication, and when."""

    account: str
    name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Report:
    """A reported publication: one report, however many people reported it."""

    id: str
    kind: str  #: of publication, as the ENT names it: BLOG, NEWS …
    html: str  #: what was published
    creator: str  #: account id
    creator_name: str
    published_at: datetime
    reporters: tuple[Reporter, ...]  #: oldest first
    verdict: str = ""  #: "kept" or "deleted"; empty while it waits
    treated_by: str = ""  #: name of the person who decided; empty while it waits
    treated_at: datetime | None = None

    @property
    def reported_at(self) -> datetime:
        """When it was last reported; the date of publication if no reporter is known."""
        return max((reporter.at for reporter in self.reporters), default=self.published_at)


class Reports(Protocol):
    """Reads the reports of a school, and keeps or deletes what was reported."""

    async def reports(self, school: str, treated: bool, page: int = 0) -> list[Report]:
        """A page of at most 25 reports of the school, newest first: the treated ones, or those that wait.

        Pages count from 0. Any page may hold fewer: only the first empty one is after the last.
        """
        ...

    async def keep_report(self, school: str, report_id: str) -> None:
        """Leaves a reported publication in place. Declined: `GONE`, also if it was deleted."""
        ...

    async def delete_report(self, school: str, report_id: str) -> None:
        """Hides a reported publication from everyone, for good. Declined: `GONE`, also if it was deleted already."""
        ...
