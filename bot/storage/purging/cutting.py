"""Cutting: the oldest lines of the audit are deleted, and a line says where its chain begins from then on."""

from __future__ import annotations

from datetime import datetime
from itertools import takewhile

from sqlalchemy import delete, select

from bot.storage.audit.lines import CUT, Line
from bot.storage.audit.reading import LINES, read
from bot.storage.work import Work


def cut(work: Work, before: datetime, most: int) -> tuple[int] | None:
    """Deletes the oldest lines from before that moment, `most` at most, and traces where the chain begins now.

    One whose moment cannot be read goes together with an old one after it. Returns the position of the last one; None
    where no more are left to be deleted.
    """
    oldest = select(LINES).order_by(LINES.c.position).limit(most)
    gone = list(takewhile(lambda line: line.at < before, read(work.connection, oldest.with_for_update())))
    while gone and gone[-1].unreadable:
        gone.pop()
    if not gone:
        return None
    work.execute(delete(LINES).where(LINES.c.position <= gone[-1].position))
    work.trace(Line(CUT, facts={"upto": gone[-1].position, "chain": gone[-1].chain}))
    return (gone[-1].position,) if len(gone) == most else None
