"""Checks that rows are deleted once their time is over: for each kind its time, its oldest row, what is over."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import datetime, timedelta

from bot.ent.finding import Finding
from bot.storage.purging.batches import overdue
from bot.storage.purging.kinds import KINDS
from bot.workflows.desk import Desk

_GRACE = timedelta(days=2)  #: the bot sweeps once an hour, and after a long stop waits another hour


async def examine(desk: Desk) -> AsyncIterator[Finding]:
    """Yields a finding for each kind of rows; it is not fine where a row should have been deleted two days ago."""
    now = desk.clock()
    for kind in KINDS:
        kept = desk.policy.retention.kept[kind.name]
        oldest, over = await desk.look(overdue, kind, now - kept)
        yield told(kind.name, kept, oldest, over, now)


def told(name: str, kept: timedelta, oldest: datetime | None, over: int, now: datetime) -> Finding:
    """The finding on a kind: `oldest` is the moment from which its oldest row counts, None where it has no row."""
    words = f"{_length(kept)}; "
    words += f"the oldest row counts from {oldest:%Y-%m-%d}, {over} overdue" if oldest is not None else "no row"
    late = oldest is not None and oldest < now - kept - _GRACE
    advice = ": see that the bot runs, and look at config/retention.toml" if late else ""
    return Finding(f"kept {name}", words + advice, not late)


def _length(kept: timedelta) -> str:
    hours = kept / timedelta(hours=1)
    return f"{hours:g} h" if hours < 48 else f"{hours / 24:g} days"
