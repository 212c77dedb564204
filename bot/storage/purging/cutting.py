"""Cutting: the oldest lines of the audit are deleted, and a line says where its chain begins from then on."""

from __future__ import annotations

from datetime import datetime
from itertools import takewhile

from sqlalchemy import delete, select

from bot.storage.audit.lines import CUT, Line
from bot.storage.tables import DESK
from bot.storage.work import Work

_LINES = DESK.tables["audit"]


def cut(work: Work, before: datetime, most: int) -> tuple[int] | None:
    """Deletes the oldest lines from before that moment, `most` at most, and traces where the chain begins now.

    Returns the position of the last one; None where no more are left to be deleted.
    """
    oldest = select(_LINES.c.position, _LINES.c.at, _LINES.c.chain).order_by(_LINES.c.position).limit(most)
    gone = list(takewhile(lambda row: row.at < before, work.execute(oldest.with_for_update())))
    if not gone:
        return None
    work.execute(delete(_LINES).where(_LINES.c.position <= gone[-1].position))
    work.trace(Line(CUT, facts={"upto": gone[-1].position, "chain": gone[-1].chain}))
    return (gone[-1].position,) if len(gone) == most else None
