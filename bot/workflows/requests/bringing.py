"""Brings a request to another desk: to that of its requester's new school, or that which their school has now."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.storage import merged, outbox, people, requests
from bot.storage.work import Work
from bot.terms import ACTIVE, Act, Level, Notice, Part, Person, Request, Role, Structure
from bot.workflows.requests import exchanges, serving, telling
from bot.workflows.requests.events import (
    CAME,
    CAME_ABOVE,
    CAME_ALONG,
    MOVED_UP,
    REGRAFTED,
    STRANDED,
)
from bot.workflows.rules.accounts.administration import administers
from bot.workflows.rules.calendar import due
from bot.workflows.rules.requests import routing
from bot.workflows.rules.requests.access import Standing
from bot.workflows.rules.requests.lifecycle import case_of, fire
from bot.workflows.rules.requests.routing import Levels

_NOBODY = Standing(False, False, False, False, False, False)


def bring(
    work: Work, levels: Levels, request: Request, requester: Person, place: Structure, actor: Person | None = None
) -> Notice:
    """Brings the request to the desk of its level for `place`, the requester's new school; returns what they read.

    What agents wrote before stays with those of the old school and above it. A desk that serves both schools keeps
    the request. Whoever may no longer read it is told that it went along; `actor` reads the returned notice only.
    """
    was, past = request.place, [request.at, Role(Level.SCHOOL, request.place.id)]
    with_it = [one for one in merged.below(work, request) if one.requester == requester.id and one.place.id == was.id]
    filer = without_filer(work, request, requester, place)
    exchanges.keep_notes(work, request)
    stays, where = _put(work, levels, request, requester, place)
    facts = {"was": was.name, "name": requester.name, **where}
    _save(work, request, Act.CORRECT if stays else Act.MOVE, facts)
    for one in with_it:
        _take_along(work, one.number, request)
    event = CAME_ALONG if stays else STRANDED if request.stranded_at else CAME_ABOVE if request.proper else CAME
    telling.spread(work, event, request, actor, facts)
    _tell_past(work, request, past, "went_along", facts, [filer] if filer else [])
    kind = "stranded" if event is STRANDED else "came_above" if event is CAME_ABOVE else "came"
    return Notice(kind, telling.facts_of(request) | facts | {"own": True}, request=request.number)


def regraft(work: Work, levels: Levels, request: Request, requester: Person, place: Structure) -> None:
    """Updates what is known of the request's school: its name, and the structures above it.

    Where another desk of the request's level answers for the school now, the request goes there.
    """
    past = request.at
    to = _desk(levels, place, request.level)
    if request.status not in ACTIVE or to is None or to == past:
        request.place, read = place, request.visited
        request.visited = _above(place, read)
        if request.visited != read:
            requests.save(work, request)
        requests.relocate(work, request)
        return
    stays, where = _put(work, levels, request, requester, place)
    facts = {"name": requester.name, **where}
    _save(work, request, Act.CORRECT if stays else Act.MOVE, facts)
    event = STRANDED if request.stranded_at else MOVED_UP if request.proper else REGRAFTED
    telling.spread(work, event, request, None, facts)
    _tell_past(work, request, [past], "regrafted_away", facts, [])


def _put(
    work: Work, levels: Levels, request: Request, requester: Person, place: Structure
) -> tuple[bool, dict[str, Any]]:
    """Puts the request at the desk for that place; returns whether its desk stays the same, and the facts of `place`.

    A desk that serves it in another's place keeps it only where somebody there holds it. Nobody's request is treated
    at a desk of their own.
    """
    proper = request.proper[0] if request.proper else request.at
    to = _desk(levels, place, proper.level) or request.at
    while to in requester.roles and to.level < Level.VENDOR and (above := _desk(levels, place, Level(to.level + 1))):
        to = above
    held = serving.counts(people.by_id(work, request.holder or 0), request)
    stays = to == request.at or bool(held and request.proper and _desk(levels, place, request.level) == request.at)
    act = Act.CORRECT if stays else Act.MOVE
    request.status = fire(act, case_of(request, work.now, _NOBODY, None, None), request.number)
    at = request.at if stays else to
    request.visited = (*(role for role in _above(place, request.visited) if role != at), at)
    request.place, request.level, request.desk = place, at.level, at.structure
    if to.level > proper.level:
        request.entry = max(request.entry, to.level)
    if stays:
        request.proper = (to,) if request.proper and to != at else ()
        return True, {}
    request.holder, request.due_at = None, due(work.now, routing.days(levels, at.level, request.category))
    return False, serving.place(work, levels, request, requester)


def _above(place: Structure, desks: Sequence[Role]) -> tuple[Role, ...]:
    """Those of the desks that answer for the place."""
    tree = {place.id, *(one.id for one in place.above)}
    return tuple(desk for desk in desks if desk.structure in tree)


def _desk(levels: Levels, place: Structure, level: Level) -> Role | None:
    """The desk of that level for the place, or of the first level above that has one there; None where none has."""
    for one in (one for one in Level if one >= level):
        structure = place.ancestor(levels[one].kind)
        if structure is not None:
            return Role(one, structure.id)
    return None


def _save(work: Work, request: Request, act: Act, facts: dict[str, Any]) -> None:
    request.updated_at = work.now
    requests.save(work, request)
    requests.relocate(work, request)
    told = {"level": int(request.level), "was": facts.get("was", ""), "place": request.place.name}
    requests.write_event(work, request.number, None, act, told)


def _take_along(work: Work, number: int, into: Request) -> None:
    """Brings a request of the same requester along, which was merged into the one that was brought."""
    request = requests.load(work, number, to_change=True)
    if request is None:
        return
    exchanges.keep_notes(work, request)
    request.place, request.level, request.desk = into.place, into.level, into.desk
    request.visited, request.updated_at = into.visited, work.now
    requests.save(work, request)
    requests.relocate(work, request)


def without_filer(work: Work, request: Request, requester: Person, place: Structure) -> Person | None:
    """Has whoever filed the request for its requester only follow it, where they answer for neither any more.

    They go on seeing its status and what they wrote. Returns them; None where there is nobody, or they stay. `place`
    is the school that the request is about from now on; the request is not saved.
    """
    filer = people.by_id(work, request.filer or 0)
    if filer is None or any(administers(filer, one) for one in (place, *requester.places)):
        return None
    request.filer = None
    requests.drop_party(work, request.number, filer.id, Part.FILER)
    requests.add_party(work, request.number, filer.id, Part.FOLLOWER)
    return filer


def _tell_past(
    work: Work, request: Request, desks: Sequence[Role], kind: str, facts: dict[str, Any], others: Sequence[Person]
) -> None:
    """Tells the agents of these desks, and `others`, unless they treat the request now, that it is not theirs."""
    now = (request.at, Role(Level.SCHOOL, request.place.id))
    known = {request.requester, *(one.id for desk in now for one in people.at_desk(work, desk))}
    told = telling.facts_of(request) | facts
    for person in (*others, *(one for desk in desks for one in people.at_desk(work, desk))):
        if person.id not in known:
            known.add(person.id)
            outbox.tell(work, person, Notice(kind, told), request.number)
