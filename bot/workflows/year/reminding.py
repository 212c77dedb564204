"""Reminds who administers a school of what a month asks for: once a month, on a school day, in its hours."""

from __future__ import annotations

from datetime import date

from bot.storage import outbox, people, reminders
from bot.storage.work import Work
from bot.terms import Button, Notice
from bot.workflows.desk import Desk
from bot.workflows.rules.calendar import today
from bot.workflows.rules.year import open_now

_AT_ONCE = 50  #: people reminded before anything else is due


async def remind(desk: Desk) -> int:
    """Reminds those who are due, some at a time; returns how many. Nobody is reminded twice of a month."""
    year, day = desk.policy.year, today(desk.clock())
    if day.day > year.until or not year.of(day.month) or not open_now(year, desk.clock()):
        return 0
    month = day.replace(day=1)
    found = await desk.look(reminders.due, month, _AT_ONCE)
    for person in found:
        await desk.once(f"year:{month}:{person}", _tell, person, month, len(year.of(month.month)))
    return len(found)


def _tell(work: Work, person_id: int, month: date, many: int) -> None:
    person = people.by_id(work, person_id)
    if person is None:
        return
    reminders.reminded(work, person_id, month)
    rows = (
        (Button("year", f"{month.month}:", person_id, style="primary"),),
        (Button("year_silence", "", person_id),),
    )
    outbox.tell(work, person, Notice("year_reminder", {"month": month.month, "count": many}, rows))
