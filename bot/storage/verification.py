"""Verification: up to which line the audit was verified, and what was found broken; kept beside its head."""

from __future__ import annotations

from sqlalchemy import select, update

from bot.storage.audit.faults import Mark
from bot.storage.tables import DESK
from bot.storage.work import Work

_HEAD = DESK.tables["audit_head"]


def verified(work: Work) -> Mark | None:
    """The newest line up to which all lines were verified and none was broken; None before there is one."""
    row = work.execute(select(_HEAD.c.verified, _HEAD.c.verified_chain)).first()
    return Mark(row.verified, row.verified_chain) if row is not None and row.verified else None


def fault(work: Work) -> str:
    """What the last verification found broken, in one sentence; empty where it found nothing."""
    return str(work.execute(select(_HEAD.c.fault)).scalar() or "")


def note(work: Work, mark: Mark, broken: str) -> None:
    """Writes down that all was verified up to that line, and what was found broken after it; empty for nothing."""
    work.execute(update(_HEAD).values(verified=mark.position, verified_chain=mark.chain, fault=broken))
