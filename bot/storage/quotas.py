"""What a person did in the last hour, counted from what is recorded anyway: the audit, and the exchanges."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, bindparam, literal_column, select

from bot.storage.prepared import Prepared
from bot.storage.tables import DESK
from bot.storage.work import Work

HOUR = timedelta(hours=1)

_EVENTS = DESK.tables["events"]
_LOOKED_AT = 10  #: events
_MESSAGES = DESK.tables["messages"]
_FILES = DESK.tables["attachments"]


def full_until(work: Work, person_id: int, acts: Sequence[str], most: int) -> datetime | None:
    """Until when that person may do none of these acts, where they did `most` of them in the last hour; else None."""
    values = {"who": person_id, "since": work.now - HOUR, "now": work.now, "before": most - 1}
    row = work.run(_newest(tuple(acts)), values).first()
    return None if row is None else row.at + HOUR


@cache
def _newest(acts: tuple[str, ...]) -> Prepared:
    """The statement for one of the last acts of these kinds, as many before it as it is given."""
    named: list[ColumnElement[str]] = [literal_column(f"'{act}'") for act in acts]
    lately = (_EVENTS.c.at > bindparam("since"), _EVENTS.c.at <= bindparam("now"))
    mine = select(_EVENTS.c.at).where(_EVENTS.c.person == bindparam("who"), *lately, _EVENTS.c.act.in_(named))
    return Prepared(mine.order_by(_EVENTS.c.at.desc()).limit(literal_column("1")).offset(bindparam("before")))


def files_until(work: Work, person_id: int, more: int, most: int) -> datetime | None:
    """Until when that person may send no `more` files, where those of the last hour and they are above `most`."""
    mine = (_MESSAGES.c.author == person_id, _MESSAGES.c.at > work.now - HOUR, _MESSAGES.c.at <= work.now)
    sent = select(_MESSAGES.c.at).join(_FILES, _FILES.c.message == _MESSAGES.c.id).where(*mine)
    newest = sent.order_by(_MESSAGES.c.at.desc()).limit(1).offset(max(0, most - more))
    at = work.execute(newest).scalar()
    return None if at is None else at + HOUR


def last_edit(work: Work, number: int, person_id: int, since: datetime) -> dict[str, Any] | None:
    """The facts of the last edit by that person in the exchange of the request since that moment; None for none."""
    mine = (_EVENTS.c.request == number, _EVENTS.c.person == person_id, _EVENTS.c.act == "edit")
    newest = select(_EVENTS.c.facts).where(*mine, _EVENTS.c.at > since, _EVENTS.c.at <= work.now)
    facts: dict[str, Any] | None = work.execute(newest.order_by(_EVENTS.c.id.desc()).limit(1)).scalar()
    return facts


def told_of_files(work: Work, number: int, person_id: int) -> str:
    """The cause under which others were told of the files that this person last sent to the request without words.

    Empty where that is not known.
    """
    mine = (_EVENTS.c.request == number, _EVENTS.c.person == person_id, _EVENTS.c.act != "edit")
    newest = select(_EVENTS.c.facts).where(*mine).order_by(_EVENTS.c.id.desc()).limit(_LOOKED_AT)
    return next((str(facts["told"]) for facts in work.execute(newest).scalars() if facts.get("told")), "")
