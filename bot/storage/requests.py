"""Requests: loads and saves them, checking their version; pages of queues; their parties."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from datetime import datetime
from functools import cache
from operator import attrgetter
from typing import Any

from sqlalchemy import Row, Select, Text, and_, bindparam, or_, select, tuple_, type_coerce, update

from bot.storage.events import done_by as done_by
from bot.storage.events import events as events
from bot.storage.events import write_event as write_event
from bot.storage.prepared import Prepared, insert_once
from bot.storage.purging.sweeping import settle
from bot.storage.tables import DESK
from bot.storage.tables.requests import STANDING
from bot.storage.work import Work
from bot.terms import Level, Part, Person, Request, Role, Status, Structure

_REQUESTS = DESK.tables["requests"]
_PARTIES = DESK.tables["parties"]

_BY_NUMBER = select(_REQUESTS).where(_REQUESTS.c.number == bindparam("key"))
_LOAD = Prepared(_BY_NUMBER)
_LOAD_TO_CHANGE = Prepared(_BY_NUMBER.with_for_update())
_MUTABLE = (
    *("category", "status", "level", "desk", "visited", "holder"),
    *("merged_into", "updated_at", "due_at", "resolved_at", "closed_at", "proper", "stranded_at"),
)
_MUTABLE_OF = attrgetter(*_MUTABLE)
_NEW = tuple(f"new_{name}" for name in _MUTABLE)
_CHANGED: dict[str, Any] = {name: bindparam(new) for name, new in zip(_MUTABLE, _NEW, strict=True)}
_SAVE = Prepared(
    update(_REQUESTS)
    .where(_REQUESTS.c.number == bindparam("key"), _REQUESTS.c.version == bindparam("seen"))
    .values(_CHANGED | {"version": _REQUESTS.c.version + 1})
)
_INSERT = Prepared(_REQUESTS.insert().returning(_REQUESTS.c.number))
_RELOCATE = Prepared(
    update(_REQUESTS)
    .where(_REQUESTS.c.number == bindparam("key"))
    .values(
        place=bindparam("new_place"),
        entry=bindparam("new_entry"),
        filer=bindparam("new_filer"),
        left=bindparam("new_left"),
        pinned=bindparam("new_pinned"),
    )
)
_ADD_PARTY = insert_once(_PARTIES)
_PARTIES_OF = Prepared(select(_PARTIES.c.person, _PARTIES.c.part).where(_PARTIES.c.request == bindparam("key")))
_PLACES = Prepared(
    select(_REQUESTS.c.place)
    .distinct()
    .where(STANDING, _REQUESTS.c.desk == bindparam("at"), _REQUESTS.c.level == bindparam("on"))
)
#: that a request is about the school whose pattern, by `about`, is given as `school`
ABOUT = type_coerce(_REQUESTS.c.place, Text).like(bindparam("school", type_=Text), escape="\\")


class Overtaken(Exception):
    """Somebody else changed the request between loading it and saving it."""


def load(work: Work, number: int, to_change: bool = False) -> Request | None:
    """The request of that number, or None; with `to_change`, its row is locked until the transaction ends."""
    row = work.run(_LOAD_TO_CHANGE if to_change else _LOAD, {"key": number}).first()
    if row is None:
        return None
    work.schools[number] = row.place[0].id
    return _request(row)


def insert(work: Work, request: Request) -> int:
    """Inserts a new request and sets its `number`; returns the number."""
    values = dict(zip(_MUTABLE, _columns(request), strict=True)) | {
        "version": 1,
        "place": (request.place,),
        "entry": int(request.entry),
        **{name: getattr(request, name) for name in ("requester", "filer", "left", "pinned")},
        "outside": request.outside or None,
        "erased_name": request.erased_name,
        "created_at": request.created_at,
        "topic": work.where[1] or None if work.where is not None else None,
    }
    request.number = settle(work, "requests", work.run(_INSERT, values).first().number)
    request.version = 1
    work.schools[request.number] = request.place.id
    return request.number


def save(work: Work, request: Request) -> None:
    """Updates the request; raises `Overtaken` where somebody else updated it since it was loaded."""
    values = dict(zip(_NEW, _columns(request), strict=True))
    if not work.run(_SAVE, values | {"key": request.number, "seen": request.version}).rowcount:
        raise Overtaken(request.number)
    request.version += 1


def relocate(work: Work, request: Request) -> None:
    """Updates the place of a request that was loaded to be changed, and what goes with it; `save` leaves these.

    That is the level of entry, who filed it, the schools that it left, and whether it is pinned.
    """
    values = {"key": request.number, "new_place": (request.place,), "new_entry": int(request.entry)}
    values |= {"new_filer": request.filer, "new_left": request.left, "new_pinned": request.pinned}
    work.run(_RELOCATE, values)
    work.schools[request.number] = request.place.id


def add_party(work: Work, number: int, person_id: int, part: Part) -> None:
    """Adds a person to those who are told about the request, with the reason; a second time changes nothing."""
    values = {"request": number, "person": person_id, "part": part.value}
    work.run(_ADD_PARTY, values)
    work.parties.pop(number, None)


def drop_party(work: Work, number: int, person_id: int, part: Part) -> None:
    """Removes that reason why a person is told about the request; nothing where there is none."""
    work.execute(
        _PARTIES.delete().where(
            _PARTIES.c.request == number, _PARTIES.c.person == person_id, _PARTIES.c.part == part.value
        )
    )
    work.parties.pop(number, None)


def parties(work: Work, number: int) -> list[tuple[int, Part]]:
    """The `id` of each person who is told about the request, except its holder, and why."""
    if number not in work.parties:
        rows = work.run(_PARTIES_OF, {"key": number})
        work.parties[number] = [(row.person, Part(row.part)) for row in rows]
    return work.parties[number]


def queue(
    work: Work,
    desks: Sequence[Role],
    *,
    holder: int | None = None,
    free: bool = False,
    late: bool = False,
    school: str = "",
    after: tuple[datetime, int] | None = None,
    limit: int,
) -> list[Request]:
    """Requests at these desks that are neither resolved nor closed, first due first, `limit` at most.

    Only those of `holder`, if given; with `free`, only those without a holder; with `late`, only those overdue; with
    `school`, only those about that school; with `after`, only those that come after that key, `(due_at, number)`.
    """
    page = _page(holder is not None, free, late, bool(school), after is not None)
    values: dict[str, Any] = {"most": limit} | ({"whose": holder} if holder is not None else {})
    values |= {"now": work.now} if late else {}
    values |= {"school": about(school)} if school else {}
    values |= {"due": after[0], "last": after[1]} if after is not None else {}
    # One statement for each desk, which its index answers in order; for several at once, a database sorts all rows.
    pages = (work.run(page, values | {"at": d.structure, "on": int(d.level)}) for d in desks)
    first = sorted((row for rows in pages for row in rows), key=lambda row: (row.due_at, row.number))[:limit]
    return [_request(row) for row in first]


@cache
def _page(whose: bool, free: bool, late: bool, school: bool, further: bool) -> Prepared:
    """The statement for one desk of `queue`: of a holder, without one, overdue, about a school, after a key."""
    key = (_REQUESTS.c.due_at, _REQUESTS.c.number)
    where: list[Any] = [STANDING, _REQUESTS.c.desk == bindparam("at"), _REQUESTS.c.level == bindparam("on")]
    where += [_REQUESTS.c.holder == bindparam("whose")] * whose
    where += [_REQUESTS.c.holder.is_(None)] * free
    where += [_REQUESTS.c.due_at < bindparam("now")] * late
    where += [ABOUT] * school
    where += [tuple_(*key) > tuple_(bindparam("due", type_=key[0].type), bindparam("last"))] * further
    return Prepared(select(_REQUESTS).where(*where).order_by(*key).limit(bindparam("most")))


def places(work: Work, desks: Sequence[Role], sender: int) -> list[Structure]:
    """The schools of the requests that stand at these desks, or that the person `sender` sent on; by name."""
    rows = [row for at in desks for row in work.run(_PLACES, {"at": at.structure, "on": int(at.level)})]
    rows += work.execute(select(_REQUESTS.c.place).distinct().where(_REQUESTS.c.number.in_(_sent_by(sender)))).all()
    found = {row.place[0].id: row.place[0] for row in rows}
    return sorted(found.values(), key=lambda place: (place.name, place.id))


def sent(work: Work, person_id: int, school: str, before: int | None, limit: int) -> list[Request]:
    """The requests that a person sent to another level, newest first, `limit` at most.

    Only those about that school, if one is given, and only below number `before`, if given.
    """
    statement = select(_REQUESTS).where(_REQUESTS.c.number.in_(_sent_by(person_id)))
    if school:
        statement = statement.where(ABOUT)
    if before is not None:
        statement = statement.where(_REQUESTS.c.number < before)
    newest = statement.order_by(_REQUESTS.c.number.desc()).limit(limit)
    return [_request(row) for row in work.execute(newest, {"school": about(school)} if school else {})]


def _sent_by(person_id: int) -> Select[Any]:
    return select(_PARTIES.c.request).where(_PARTIES.c.person == person_id, _PARTIES.c.part == Part.SENDER)


def about(school: str) -> str:
    """The pattern of the places that name that school, as they are kept: as JSON."""
    named = f"[{json.dumps(school, ensure_ascii=False)}, "
    for special in ("\\", "%", "_"):
        named = named.replace(special, f"\\{special}")
    return f"%{named}%"


def of_person(work: Work, person: Person, before: int | None, limit: int) -> list[Request]:
    """The requests that a person asked for, filed or follows, newest first; only below number `before`, if given."""
    return of_people(work, [person.id], before, limit)


def of_people(
    work: Work,
    ids: Sequence[int],
    before: int | None,
    limit: int,
    waiting: Sequence[int] = (),
    open_early: str = "",
) -> list[Request]:
    """The requests that one of these people asked for, filed or follows, as `of_person`.

    Of those who are `waiting` for a yes, only the requests of the category `open_early`.
    """

    def of(people: Sequence[int]) -> Select[Any]:
        parts = _PARTIES.c.part.in_([Part.REQUESTER, Part.FILER, Part.FOLLOWER])
        return select(_PARTIES.c.request).where(_PARTIES.c.person.in_(people), parts)

    called = and_(_REQUESTS.c.number.in_(of(waiting)), _REQUESTS.c.category == open_early)
    free = _REQUESTS.c.number.in_(of([one for one in ids if one not in waiting]))
    mine = or_(free, called) if waiting else free
    statement = select(_REQUESTS).where(mine).order_by(_REQUESTS.c.number.desc())
    if before is not None:
        statement = statement.where(_REQUESTS.c.number < before)
    return [_request(row) for row in work.execute(statement.limit(limit))]


def merged(work: Work, requesters: Collection[int]) -> list[Request]:
    """The requests of these people that were merged into another, by number."""
    theirs = select(_REQUESTS).where(_REQUESTS.c.requester.in_(sorted(requesters)))
    rows = theirs.where(_REQUESTS.c.merged_into.is_not(None)).order_by(_REQUESTS.c.number)
    return [_request(row) for row in work.execute(rows)]


def unfinished(work: Work, requester: int) -> list[int]:
    """Numbers of the requests that the person asked for and that somebody still treats, lowest first.

    Those merged into another are among them until their requester says that they are solved.
    """
    follows = and_(_REQUESTS.c.merged_into.is_not(None), _REQUESTS.c.resolved_at.is_(None))
    mine = select(_REQUESTS.c.number).where(_REQUESTS.c.requester == requester, or_(STANDING, follows))
    return list(work.execute(mine.order_by(_REQUESTS.c.number)).scalars())


def held(work: Work, person_id: int) -> list[Request]:
    """The requests that a person holds, neither resolved nor closed; locked until the transaction ends."""
    mine = select(_REQUESTS).where(STANDING, _REQUESTS.c.holder == person_id)
    return [_request(row) for row in work.execute(mine.order_by(_REQUESTS.c.number).with_for_update())]


def _columns(request: Request) -> tuple[Any, ...]:
    category, status, level, *others = _MUTABLE_OF(request)
    return (category, status.value, int(level), *others)


def _request(row: Row[Any]) -> Request:
    return Request(
        number=row.number,
        version=row.version,
        category=row.category,
        status=Status(row.status),
        level=Level(row.level),
        desk=row.desk,
        place=row.place[0],
        entry=Level(row.entry),
        visited=row.visited,
        requester=row.requester,
        filer=row.filer,
        holder=row.holder,
        merged_into=row.merged_into,
        created_at=row.created_at,
        updated_at=row.updated_at,
        due_at=row.due_at,
        resolved_at=row.resolved_at,
        closed_at=row.closed_at,
        proper=row.proper,
        stranded_at=row.stranded_at,
        left=row.left,
        pinned=row.pinned,
        outside=row.outside,
        erased_name=row.erased_name,
    )
