"""The lifecycle of a report: it waits until its publication is kept, deleted, or no longer there.

A kept publication may still be deleted; a deleted one never comes back. A report that was gone from the ENT may be
found again in its list of treated ones.
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
    """A report as the machine sees it."""

    state: str


#: (event, from, to, guard): docs/states.md shows it, and a test keeps the two equal
TABLE: tuple[tuple[ReportEvent, tuple[ReportState, ...], ReportState, Guard | None], ...] = (
    (ReportEvent.KEEP, (_W, _G), ReportState.KEPT, None),
    (ReportEvent.DELETE, (_W, _K, _G), ReportState.DELETED, None),
    (ReportEvent.VANISH, (_W, _K), ReportState.GONE, None),
)
LIFECYCLE = Lifecycle(ReportState, ReportState.WAITING, TABLE)
