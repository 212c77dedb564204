"""Events: what happened to requests, and to the links of accounts; each leaves its line in the audit, too."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import Row, bindparam, select

from bot.storage.audit.lines import Line, level_of, plain
from bot.storage.prepared import Prepared
from bot.storage.tables import DESK
from bot.storage.work import Work
from bot.terms import Act, Person

_EVENTS = DESK.tables["events"]
_REQUESTS = DESK.tables["requests"]
_WRITE_EVENT = Prepared(_EVENTS.insert().inline())
_PLACE = Prepared(select(_REQUESTS.c.place).where(_REQUESTS.c.number == bindparam("key")))


def write_event(
    work: Work,
    number: int | None,
    person_id: int | None,
    act: Act | str,
    facts: dict[str, Any] | None = None,
    concerning: Person | None = None,
    schools: Collection[str] = (),
) -> None:
    """Adds an event to the request, or to what is about none, and its line to the audit.

    The line has no words: of the facts, only numbers and codes. The account that an event is about is its fact
    `account`, and otherwise, where it is about no request, that of the person, or of whom it is `concerning`. With
    `schools`, each of these structures has a line of its own.
    """
    facts = facts or {}
    values = {"request": number, "person": person_id, "act": str(act), "at": work.now, "facts": facts}
    work.run(_WRITE_EVENT, values)
    me = work.people.get(person_id) if person_id is not None else None
    account, school = str(facts.get("account", "")), str(facts.get("school", ""))
    if number is not None:
        school = school_of(work, number)
    elif (whose := concerning or me) is not None and not whose.erased:
        account, school = account or whose.account, whose.places[0].id if whose.places else ""
    for where in schools or (school,):
        work.trace(Line(str(act), person_id, level_of(me), number, account, where, plain(facts)))


def school_of(work: Work, number: int) -> str:
    """The structure that the request is about; empty where there is no such request."""
    if number not in work.schools:
        row = work.run(_PLACE, {"key": number}).first()
        work.schools[number] = row.place[0].id if row is not None else ""
    return work.schools[number]


def done_by(work: Work, person_id: int) -> list[Row[Any]]:
    """What the audit has of that person's acts, oldest first, as `events`."""
    return list(work.execute(select(_EVENTS).where(_EVENTS.c.person == person_id).order_by(_EVENTS.c.id)))


def events(work: Work, number: int) -> list[Row[Any]]:
    """The audit of the request, oldest first: rows of id, request, person, act, at, facts."""
    statement = select(_EVENTS).where(_EVENTS.c.request == number).order_by(_EVENTS.c.id)
    return list(work.execute(statement))
