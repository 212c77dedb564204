"""How often each help article was read, and how often it helped: counted by month, of nobody in particular."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.dialects import postgresql, sqlite

from bot.storage.prepared import Prepared
from bot.storage.tables import DESK
from bot.storage.work import Work

_ADVICE = DESK.tables["advice"]
_ADD = Prepared(
    *(
        insert.on_conflict_do_update(
            index_elements=["article", "month"],
            set_={name: _ADVICE.c[name] + insert.excluded[name] for name in ("read", "helped")},
        ).inline()
        for insert in (sqlite.insert(_ADVICE), postgresql.insert(_ADVICE))
    )
)


class Told(NamedTuple):
    """What became of one article."""

    article: str  #: its key
    read: int
    helped: int


def count(work: Work, article: str, read: int = 0, helped: int = 0) -> None:
    """Adds to what is counted of an article in the present month."""
    month = work.now.date().replace(day=1)
    work.run(_ADD, {"article": article, "month": month, "read": read, "helped": helped})


def since(work: Work, month: date) -> list[Told]:
    """What was counted of each article from that month on, by its key."""
    sums = (func.sum(_ADVICE.c[name]).label(name) for name in ("read", "helped"))
    counted = select(_ADVICE.c.article, *sums).where(_ADVICE.c.month >= month).group_by(_ADVICE.c.article)
    rows = work.execute(counted.order_by(_ADVICE.c.article))
    return [Told(row.article, row.read, row.helped) for row in rows]
