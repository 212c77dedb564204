"""Who was reminded of what a month of the school year asks for, and who wants no more of it."""

from __future__ import annotations

from datetime import date

from sqlalchemy import delete, or_, select
from sqlalchemy.dialects import postgresql, sqlite

from bot.storage.prepared import Prepared
from bot.storage.tables import DESK
from bot.storage.work import Work
from bot.terms import Level

_REMINDERS, _ROLES, _PEOPLE = (DESK.tables[name] for name in ("reminders", "roles", "people"))
_KEEP = Prepared(
    *(
        insert.on_conflict_do_update(
            index_elements=["person"], set_={name: insert.excluded[name] for name in ("month", "at", "silent")}
        ).inline()
        for insert in (sqlite.insert(_REMINDERS), postgresql.insert(_REMINDERS))
    )
)


def due(work: Work, month: date, most: int) -> list[int]:
    """The `id` of people who administer a school, are linked, and were not reminded of that month; `most` at most."""
    left = or_(_REMINDERS.c.person.is_(None), _REMINDERS.c.month.is_(None), _REMINDERS.c.month < month)
    wanted = or_(_REMINDERS.c.silent.is_(None), _REMINDERS.c.silent.is_(False))
    rows = (
        select(_ROLES.c.person)
        .join(_PEOPLE, _PEOPLE.c.id == _ROLES.c.person)
        .outerjoin(_REMINDERS, _REMINDERS.c.person == _ROLES.c.person)
        .where(_ROLES.c.level == Level.SCHOOL.value, _PEOPLE.c.telegram_id.is_not(None), left, wanted)
        .distinct()
        .order_by(_ROLES.c.person)
        .limit(most)
    )
    return list(work.execute(rows).scalars())


def reminded(work: Work, person: int, month: date) -> None:
    """Records that the person was reminded of that month."""
    work.run(_KEEP, {"person": person, "month": month, "at": work.now, "silent": is_silent(work, person)})


def silence(work: Work, person: int, silent: bool) -> None:
    """Records whether the person wants no more reminders."""
    row = work.execute(select(_REMINDERS.c.month).where(_REMINDERS.c.person == person)).first()
    work.run(_KEEP, {"person": person, "month": row.month if row else None, "at": work.now, "silent": silent})


def is_silent(work: Work, person: int) -> bool:
    """Whether the person wants no more reminders."""
    return bool(work.execute(select(_REMINDERS.c.silent).where(_REMINDERS.c.person == person)).scalar())


def forget(work: Work, person: int) -> None:
    """Deletes what is kept about the person's reminders."""
    work.execute(delete(_REMINDERS).where(_REMINDERS.c.person == person))
