"""Verification: up to which line the audit was verified, and what was found broken; kept beside its head."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import Connection, select, update

from bot.storage.audit.faults import BEGINNING, Mark, Verdict
from bot.storage.audit.walking import PAGE, newest_cut, verify
from bot.storage.tables import DESK
from bot.storage.work import Work

_HEAD = DESK.tables["audit_head"]


def verified(work: Work) -> Mark | None:
    """The newest line up to which all lines were verified and none was broken; None before there is one."""
    row = work.execute(select(_HEAD.c.verified, _HEAD.c.verified_chain)).first()
    return Mark(row.verified, row.verified_chain) if row is not None and row.verified else None


def reread(work: Work) -> Mark:
    """The old line up to which lines were read again in the present turn; the beginning before there is one."""
    row = work.execute(select(_HEAD.c.reread, _HEAD.c.reread_chain)).first()
    return Mark(row.reread, row.reread_chain) if row is not None and row.reread else BEGINNING


def fault(work: Work) -> str:
    """What the last verification found broken, in one sentence; empty where it found nothing."""
    return str(work.execute(select(_HEAD.c.fault)).scalar() or "")


def note(work: Work, mark: Mark, again: Mark, broken: str) -> None:
    """Writes down up to which line all was verified, and up to which it was read `again`; and what was found broken.

    That is empty for nothing.
    """
    upto = {"verified": mark.position, "verified_chain": mark.chain}
    upto |= {"reread": again.position, "reread_chain": again.chain}
    work.execute(update(_HEAD).values(**upto, fault=broken))


def verify_share(connection: Connection, since: Mark, upto: int, within: timedelta, grown: int = 0) -> Verdict:
    """Walks through a day's share of the lines up to the position `upto`: those after `since`, where the turn stands.

    All are read again within that time, though as many as have `grown` today come to them. After the last of them, a
    new turn begins with the oldest.
    """
    begun = newest_cut(connection).position
    if since.position >= upto:
        since = BEGINNING
    share = max(PAGE, -((begun - upto) // max(1, within.days)) + grown)
    most = min(share, upto - max(begun, since.position))
    return verify(connection, since if since.position else None, most) if most > 0 else Verdict()
