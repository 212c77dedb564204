"""Who is linked: one school with its classes, the schools of a circonscription, or counts of what lies above them.

The higher one looks from, the less is told: names to the school, names of staff to its ERUN, counts to all others.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.ent.lists import Query
from bot.storage import adoption
from bot.terms import Account, Button, Level, Notice, Person, Refusal, Structure
from bot.workflows import looks
from bot.workflows.accounts import finding
from bot.workflows.desk import Caller, Desk
from bot.workflows.linking import above
from bot.workflows.rules import adoption as rules
from bot.workflows.rules.accounts import administration
from bot.workflows.rules.lists import filters
from bot.workflows.rules.screens import grid, mark

PAGE = 8  #: schools on a page: so many lists of the ENT are read at once
_MOST = 5000  #: accounts of one school that are read
_ACROSS = 4  #: numbers in a row
_PAGE = re.compile(r"p([0-9]{1,4})")  #: the target of a button that leads to a page


@dataclass(frozen=True, slots=True)
class Roll:
    """A school, those of its people who can come in, and which of them are linked."""

    school: Structure
    accounts: Sequence[Account]
    linked: set[str]


async def start(desk: Desk, caller: Caller, typed: str) -> Notice:
    """`/adoption [school]`: how far the one school is, else a page of all, or counts above them.

    Refused to whoever administers nothing, and where no school of theirs has that name.
    """
    me = await finding.administrator(desk, caller)
    if _level(me) > Level.CIRCONSCRIPTION:
        return await above.counts(desk, me)
    schools = await _schools(desk, me)
    if typed:
        schools = filters.called(typed, schools)
        if not schools:
            refusal = Refusal("no-such-school", name=typed)
            refusal.language = me.tongue
            raise refusal
    return await of_school(desk, me, schools[0]) if len(schools) == 1 else await _page(desk, me, schools, 0, typed)


async def leaf(desk: Desk, caller: Caller, target: str) -> Notice:
    """The page of that number; refused for what no button says."""
    match = _PAGE.fullmatch(target)
    if match is None:
        raise Refusal("old-button")
    me = await finding.administrator(desk, caller)
    if _level(me) > Level.CIRCONSCRIPTION:
        return await above.counts(desk, me, int(match[1]))
    return await _page(desk, me, await _schools(desk, me), int(match[1]))


async def one(desk: Desk, caller: Caller, target: str) -> Notice:
    """The school with that mark; refused where it is none of theirs."""
    me = await finding.administrator(desk, caller)
    return await of_school(desk, me, await school_of(desk, me, target))


async def school_of(desk: Desk, me: Person, marked: str) -> Structure:
    """The school of theirs with that mark; refused where there is none, and to whoever sees no single school."""
    schools = [] if _level(me) > Level.CIRCONSCRIPTION else await _schools(desk, me)
    found = next((school for school in schools if mark(school.id) == marked), None)
    if found is None:
        raise Refusal("old-button")
    return found


async def roll(desk: Desk, school: Structure) -> Roll:
    """Who is in that school and who of them is linked, read from one list of the ENT."""
    found = await desk.directory.search(Query(), [school.id], _MOST)
    accounts = rules.counted(found.accounts)
    return Roll(school, accounts, await desk.look(adoption.linked, [one.id for one in accounts]))


def heads(me: Person) -> bool:
    """Whether they look from the school itself: then they may read the names of all who are missing."""
    return _level(me) is Level.SCHOOL


async def of_school(desk: Desk, me: Person, school: Structure) -> Notice:
    """How far that school is: in all, by profile and, to the school itself, by class."""
    read = await roll(desk, school)
    await desk.look(looks.at_list, desk.policy, me, "adoption", looks.View("school", {}, school.id))
    mine = heads(me)
    counts = rules.by_profile(read.accounts, read.linked)
    classes = rules.by_class(read.accounts, read.linked, school.id) if mine else []
    facts = {
        "place": school.name,
        "linked": len(read.linked),
        "all": len(read.accounts),
        "share": rules.share(counts, len(read.linked), len(read.accounts), mine),
        "parts": [_line(one, mine) for one in counts],
        "rooms": [_line(one, mine) for one in classes],
        "mine": mine,
    }
    rows = [(Button("missing", f"{mark(school.id)}::0", me.id, style="primary"),)] if facts["all"] else []
    if not mine or len(administration.scopes(me)) > 1:
        rows.append((Button("adoption_page", "p0", me.id),))
    return Notice("adoption", facts, tuple(rows), me.tongue)


async def _page(desk: Desk, me: Person, schools: Sequence[Structure], page: int, typed: str = "") -> Notice:
    """A page of schools, those first where no director is linked; all of those that were typed are on the first."""
    headed = await desk.look(adoption.headed, [one.id for one in schools])
    ordered = sorted(schools, key=lambda one: (one.id in headed, one.name, one.id))
    shown = ordered[page * PAGE : (page + 1) * PAGE]
    lines = []
    for number, school in enumerate(shown, page * PAGE + 1):
        read = await roll(desk, school)
        counts = rules.by_profile(read.accounts, read.linked)
        parts = [_line(one, heads(me)) for one in counts]
        share = rules.share(counts, len(read.linked), len(read.accounts), heads(me))
        told = {"number": number, "name": school.name, "share": share}
        lines.append(told | {"head": school.id in headed, "parts": parts})
    if shown:
        seen = looks.View(page, {one.id: () for one in shown}, "")
        await desk.look(looks.at_list, desk.policy, me, "adoption", seen)
    numbers = [Button("adoption", mark(one.id), me.id, words=str(n)) for n, one in enumerate(shown, page * PAGE + 1)]
    further = not typed and (page + 1) * PAGE < len(ordered)
    leafs = [Button("adoption_back", f"p{page - 1}", me.id)] if page else []
    leafs += [Button("adoption_next", f"p{page + 1}", me.id)] if further else []
    facts = {"many": len(schools), "headed": len(headed), "lines": lines, "further": page > 0}
    return Notice("adoption_schools", facts, (*grid(numbers, _ACROSS), *([tuple(leafs)] if leafs else [])), me.tongue)


async def _schools(desk: Desk, me: Person) -> list[Structure]:
    return await desk.directory.schools(administration.scopes(me))


def _level(me: Person) -> Level:
    """The highest level at which they answer."""
    return max(role.level for role in me.roles)


def _line(count: rules.Count, whole: bool) -> Mapping[str, Any]:
    """What is told of a count, of which all is told to the school itself."""
    return {"key": count.key, "name": count.name, "linked": rules.told(count, whole), "all": count.all}
