"""The schools of a town for which a space is asked: found by official code or name, and whether one has a space."""

from __future__ import annotations

from typing import Protocol

from bot.terms import Person, Refusal, Structure
from bot.workflows.desk import Desk
from bot.workflows.rules.accounts import administration
from bot.workflows.rules.lists import filters
from bot.workflows.rules.towns import reading

MOST = 30  #: schools of a town
_OFFERED = 8


class Town(Protocol):
    """A draft that names a town and its schools."""

    name: str
    typed: str
    codes: list[str]
    offered: dict[str, str] | None
    more: bool
    chosen: dict[str, str]
    all_named: bool
    place: Structure | None
    there: list[str]
    theirs: list[str]


def missing(draft: Town) -> bool:
    """Whether `learn` has something to find out."""
    named = draft.offered is not None and not (draft.typed or draft.codes)
    return bool(draft.name) and not (named and (draft.place is not None or not draft.all_named))


async def learn(desk: Desk, me: Person, draft: Town) -> None:
    """Finds the schools that were typed, and those to choose from; once all are named, what exists already.

    A school of a typed code may be any of the ENT's: what it is called is public. By name, only those that the person
    administers are found. Refused where there is none.
    """
    codes, draft.codes = draft.codes, []
    for code in codes:
        place = await desk.directory.by_uai(code)
        if place is None:
            raise reading.unknown(code)
        add(draft, place.id, label(place, code))
    if draft.typed or draft.offered is None:
        await _offer(desk, me, draft)
    if draft.all_named and draft.place is None:
        await _compare(desk, draft)


def add(draft: Town, school: str, words: str) -> None:
    """Adds a school of the town; refused where there are too many."""
    if school not in draft.chosen and len(draft.chosen) >= MOST:
        raise Refusal("town-too-many", limit=MOST)
    draft.chosen[school] = words


def label(place: Structure, code: str = "") -> str:
    """The name of a school, and its official code where that is known."""
    code = place.uai or code
    return f"{place.name} ({code})" if code and code not in place.name else place.name


async def _offer(desk: Desk, me: Person, draft: Town) -> None:
    typed, draft.typed = draft.typed, ""
    every = await desk.directory.schools(administration.scopes(me))
    found = filters.called(typed, every) if typed else every
    if not found:
        raise Refusal("no-such-school", name=typed)
    if len(found) == 1 and (typed or not draft.chosen):
        add(draft, found[0].id, label(found[0]))
    draft.offered, draft.more = {one.id: label(one) for one in found[:_OFFERED]}, len(found) > _OFFERED


async def _compare(desk: Desk, draft: Town) -> None:
    """Settles what the request is about; and which spaces bear the town's name or have one of its schools."""
    found = [await desk.directory.structure(key) for key in draft.chosen]
    places = [place for place in found if place is not None]
    if len(places) < len(found):  # closed meanwhile
        raise Refusal("old-button")
    towns = await desk.directory.towns(draft.name, list(draft.chosen))
    held = [(town, school) for town in towns for school in town.schools if school.id in draft.chosen]
    draft.theirs = [f"{school.name} ({town.name})" for town, school in held]
    draft.there = [town.name for town in towns if town.id not in {town.id for town, _ in held}]
    draft.place = reading.common(places)
