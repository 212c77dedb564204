"""Consents: what parents and schools answered to the question whether a pupil may write here."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, or_, select, update

from bot.storage.prepared import insert_once
from bot.storage.tables import DESK
from bot.storage.work import Work
from bot.terms import Answer, Says

_TABLE = DESK.tables["consents"]
_LOCK = select(DESK.tables["people"].c.id).with_for_update()
_ADD = insert_once(_TABLE)
_COLUMNS = tuple(_TABLE.columns.keys())


def of(work: Work, child: int) -> list[Answer]:
    """What everybody who was asked answers about that pupil, the earliest first."""
    rows = work.execute(select(_TABLE).where(_TABLE.c.child == child).order_by(_TABLE.c.at, _TABLE.c.giver))
    return [_answer(row) for row in rows]


def by(work: Work, giver: int) -> list[Answer]:
    """What that person was asked, and answers, about each pupil."""
    rows = work.execute(select(_TABLE).where(_TABLE.c.giver == giver).order_by(_TABLE.c.child))
    return [_answer(row) for row in rows]


def lock(work: Work, child: int) -> None:
    """Locks the pupil until the transaction ends: two answers at once are settled one after the other."""
    work.execute(_LOCK.where(DESK.tables["people"].c.id == child))


def ask(work: Work, answer: Answer) -> bool:
    """Notes that somebody is asked; False, and nothing done, where they were asked before."""
    return work.run(_ADD, _row(answer)).rowcount == 1


def say(work: Work, answer: Answer) -> None:
    """Puts an answer in place of the one that its author gave before."""
    mine = (_TABLE.c.child == answer.child, _TABLE.c.giver == answer.giver)
    if not ask(work, answer):
        work.execute(update(_TABLE).where(*mine).values(_row(answer)))


def drop(work: Work, child: int, givers: Collection[int] | None = None) -> None:
    """Deletes what these people answered about that pupil; what everybody did where `givers` is None."""
    mine = _TABLE.c.child == child
    work.execute(delete(_TABLE).where(mine if givers is None else mine & _TABLE.c.giver.in_(list(givers))))


def forget_parent(work: Work, giver: int) -> list[Answer]:
    """Deletes what that person answered as a parent; returns that."""
    gone = [one for one in by(work, giver) if not one.school]
    work.execute(delete(_TABLE).where(_TABLE.c.giver == giver, _TABLE.c.school == ""))
    return gone


def forget_yes(work: Work, giver: int) -> list[Answer]:
    """As `forget_parent`, but a no stays."""
    gone = [one for one in by(work, giver) if not one.school and one.says is not Says.NO]
    theirs = (_TABLE.c.giver == giver, _TABLE.c.school == "", _TABLE.c.says != Says.NO.value)
    work.execute(delete(_TABLE).where(*theirs))
    return gone


def ending(work: Work, charter: int, before: datetime, limit: int) -> list[Answer]:
    """Answers with a yes, about an older version of the charter or older than that moment, not asked again."""
    old = or_(_TABLE.c.charter < charter, _TABLE.c.at <= before)
    wanted = select(_TABLE).where(_TABLE.c.says == Says.YES.value, _TABLE.c.again_at.is_(None), old)
    return [_answer(row) for row in work.execute(wanted.order_by(_TABLE.c.at).limit(limit))]


def ended(work: Work, given_before: datetime, asked_before: datetime, limit: int) -> list[Answer]:
    """Answers with a yes that is older than the first moment, or was asked for again before the second."""
    old = or_(_TABLE.c.at <= given_before, _TABLE.c.again_at <= asked_before)
    wanted = select(_TABLE).where(_TABLE.c.says == Says.YES.value, old)
    return [_answer(row) for row in work.execute(wanted.order_by(_TABLE.c.at).limit(limit))]


def asked_again(work: Work, answer: Answer) -> bool:
    """Notes that the author of a yes is asked again; False where somebody else noted it first."""
    mine = (_TABLE.c.child == answer.child, _TABLE.c.giver == answer.giver, _TABLE.c.again_at.is_(None))
    return work.execute(update(_TABLE).where(*mine).values(again_at=work.now)).rowcount == 1


def _row(answer: Answer) -> dict[str, Any]:
    return {name: getattr(answer, name) for name in _COLUMNS} | {"says": answer.says.value}


def _answer(row: Row[Any]) -> Answer:
    return Answer(row.child, row.giver, row.school, Says(row.says), row.charter, row.at, row.again_at, row.shared)
