"""Leases: which replica runs a job now, and when the job is due again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import select, update

from bot.storage.prepared import insert_once
from bot.storage.tables import DESK
from bot.storage.work import Work

TERM = timedelta(seconds=60)  #: how long a lease lasts that is not renewed, and how far off a job is due at most

_LEASES = DESK.tables["leases"]
_CREATE = insert_once(_LEASES)
_NEVER = datetime.fromtimestamp(0, UTC)


def acquire(work: Work, name: str, until: datetime, hurried: bool) -> datetime | None:
    """Takes the lease on a job until that moment and returns None; where it cannot be had, returns when to ask again.

    It cannot be had while another replica holds it, nor before the job is due. When `hurried`, the due moment is
    ignored.
    """
    work.run(_CREATE, {"name": name, "busy_until": _NEVER, "due_at": _NEVER})
    lease = work.execute(select(_LEASES).where(_LEASES.c.name == name).with_for_update()).one()
    again: datetime = lease.busy_until if hurried else max(lease.busy_until, lease.due_at)
    if again > work.now:
        return again
    work.execute(update(_LEASES).where(_LEASES.c.name == name).values(busy_until=until))
    return None


def renew(work: Work, name: str, until: datetime) -> None:
    """Extends a lease that the caller holds to that moment."""
    work.execute(update(_LEASES).where(_LEASES.c.name == name).values(busy_until=until))


def release(work: Work, name: str, due: datetime) -> None:
    """Ends a lease; any replica may take it from the moment the job is due again."""
    work.execute(update(_LEASES).where(_LEASES.c.name == name).values(busy_until=_NEVER, due_at=due))
