"""The lifecycle of a report: waiting, until its publication is kept or deleted, or the report is gone from the ENT.

A kept publication may still be deleted; a deleted one never comes back. A report that was gone may appear again, in
the ENT's list of treated ones.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.terms import ReportState
from bot.workflows.rules.machines import Guard, Lifecycle

_W, _K, _G = ReportState.WAITING, ReportState.KEPT, ReportState.GONE


class ReportEvent(StrEnum):
    """What becomes of a report, whoever treated it and wherever."""

    KEEP = "keep"  #: a moderator lets the publication stand
    DELETE = "delete"  #: a moderator has it deleted
    VANISH = "vanish"  #: the ENT has no such report any more, waiting or treated


@dataclass(slots=True)
class ReportCase:
    """A report as the lifecycle sees it."""

    state: str


#: (event, from, to, guard): docs/states.md shows it, and a test keeps the two equal
TABLE: tuple[tuple[ReportEvent, tuple[ReportState, ...], ReportState, Guard | None], ...] = (
    (ReportEvent.KEEP, (_W, _G), ReportState.KEPT, None),
    (ReportEvent.DELETE, (_W, _K, _G), ReportState.DELETED, None),
    (ReportEvent.VANISH, (_W, _K), ReportState.GONE, None),
)
LIFECYCLE = Lifecycle(ReportState, ReportState.WAITING, TABLE)
