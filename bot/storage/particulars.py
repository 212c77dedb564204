"""Particulars: what a request asks for, as facts that were asked for one by one. They go with their request."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import bindparam, delete, select

from bot.storage.prepared import Prepared
from bot.storage.requests import ABOUT, about
from bot.storage.tables import DESK
from bot.storage.tables.requests import STANDING
from bot.storage.work import Work

_TABLE = DESK.tables["particulars"]
_REQUESTS = DESK.tables["requests"]
_OF = Prepared(select(_TABLE.c.facts).where(_TABLE.c.request == bindparam("key")))
_STANDING = (
    select(_TABLE.c.request, _TABLE.c.facts)
    .join(_REQUESTS, _REQUESTS.c.number == _TABLE.c.request)
    .where(STANDING, ABOUT)
    .order_by(_TABLE.c.request)
)


def write(work: Work, number: int, facts: Mapping[str, Any]) -> None:
    """Keeps the facts of a request that was just filed."""
    work.execute(_TABLE.insert(), {"request": number, "facts": dict(facts)})


def of(work: Work, number: int) -> dict[str, Any]:
    """The facts of the request; empty where it has none."""
    row = work.run(_OF, {"key": number}).first()
    return dict(row.facts) if row is not None else {}


def standing(work: Work, school: str) -> list[tuple[int, dict[str, Any]]]:
    """Of each request about that school that is neither resolved nor closed: its number and its facts, by number."""
    rows = work.execute(_STANDING, {"school": about(school)})
    return [(row.request, dict(row.facts)) for row in rows]


def forget(work: Work, numbers: Iterable[int]) -> None:
    """Deletes the facts of these requests."""
    work.execute(delete(_TABLE).where(_TABLE.c.request.in_(sorted(numbers))))
