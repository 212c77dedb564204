"""Corrects what a request is about, or which school. Nobody of a school that it left reads it any more."""

from __future__ import annotations

from collections.abc import Sequence

from bot.storage import outbox, people, requests
from bot.terms import Act, Level, Notice, Refusal, Role, Structure
from bot.workflows.desk import Turn
from bot.workflows.requests import events, exchanges, scenes, serving, telling
from bot.workflows.requests.scenes import Scene
from bot.workflows.rules.calendar import due
from bot.workflows.rules.requests import routing
from bot.workflows.rules.requests.access import check
from bot.workflows.rules.requests.lifecycle import fire


def categorize(turn: Turn, number: int, category: str) -> Notice:
    """Changes what the request is about; returns the receipt. Refused where it is about that already.

    The request stays where it is, unless its requester corrects it before it was taken or sent on: then it goes to
    the level that serves the new category.
    """
    it = correctable(turn, number)
    request = it.request
    if category == request.category:
        raise Refusal("same-category", number=number, category=category)
    was, request.category = request.category, category
    served = routing.entry(turn.policy.levels, it.requester, category, request.place)
    level = request.level
    if not it.mine.agent and request.filer is None and request.level == request.entry:
        level = request.entry = served
    request.entry = min(request.entry, served)
    return _settle(it, request.place, level, was)


def relocate(turn: Turn, number: int, place: Structure) -> Notice:
    """Changes the school that the request is about; returns the receipt. Refused where it is that school already.

    The request goes to the desk of the same level in the tree of that school. Who its requester is depends on the
    school: before it was taken or sent on, it goes to the level that serves them there, and never below that.
    """
    it = correctable(turn, number)
    request = it.request
    if place.id == request.place.id:
        raise Refusal("same-school", number=number, place=place.name)
    served = routing.entry(turn.policy.levels, it.requester, request.category, place)
    untouched = not it.mine.agent and request.filer is None and request.level == request.entry
    level = served if untouched else max(request.level, served)
    request.entry = served if untouched else max(request.entry, served)
    return _settle(it, place, level, request.place.name)


def correctable(turn: Turn, number: int, to_change: bool = True) -> Scene:
    """The request, for somebody who may correct it now; refused to others."""
    it = scenes.scene(turn, number, to_change)
    check(Act.CORRECT, it.mine, it.request)
    fire(Act.CORRECT, it.case, number)
    return it


def own_schools(it: Scene) -> list[Structure]:
    """The requester's other schools."""
    return [place for place in it.requester.places if place.id != it.request.place.id]


def reach(it: Scene) -> tuple[str, ...]:
    """The structure whose schools may all be chosen: that of the desk, for its agents above a school."""
    return (it.request.desk,) if it.mine.agent and it.request.level > Level.SCHOOL else ()


def _settle(it: Scene, place: Structure, level: Level, was: str) -> Notice:
    """Brings the corrected request to its desk, and tells those who treat it from now on, and those who did."""
    request, work, levels = it.request, it.turn.work, it.turn.policy.levels
    to = routing.desk(levels, place, level)
    left, moved, elsewhere = request.place, to != request.at, place.id != request.place.id
    past = [request.at] * moved + [Role(Level.SCHOOL, request.place.id)] * elsewhere
    act = Act.MOVE if moved else Act.CORRECT
    scenes.move(it, act)
    tree = {place.id, *(one.id for one in place.above)}
    request.visited = (*(role for role in request.visited if role.structure in tree and role != to), to)
    if elsewhere:
        exchanges.keep_notes(work, request)
        request.pinned = place.id not in {one.id for one in it.requester.places}
    request.place, request.level, request.desk = place, to.level, to.structure
    if moved:
        request.holder, request.due_at = None, due(work.now, levels[to.level].days)
        serving.place(work, levels, request, it.requester)
    requests.relocate(work, request)
    event = events.MOVED if moved else events.RELOCATED if elsewhere else events.CORRECTED
    said = scenes.record(it, act, event, was=was, category=request.category, place=place.name)
    _tell_past(it, past, left)
    return said


def _tell_past(it: Scene, desks: Sequence[Role], left: Structure) -> None:
    """Tells the agents of these desks, unless they treat the request now, that it is no longer theirs.

    Who corrected it is named with what they are at the place that it left, where those who are told are.
    """
    work, me, request = it.turn.work, it.turn.me, it.request
    now = [request.at, Role(Level.SCHOOL, request.place.id)]
    done = {me.id, request.requester, request.filer} | {one.id for desk in now for one in people.at_desk(work, desk)}
    facts = telling.facts_of(request) | telling.actor_at(left, me)
    for person in (one for desk in desks for one in people.at_desk(work, desk)):
        if person.id not in done:
            done.add(person.id)
            outbox.tell(work, person, Notice("moved_away", facts))
