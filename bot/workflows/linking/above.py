"""Counts above the schools: of each circonscription or département, how many schools and people came in.

They are read from the tree and from the desk's own records: no list of the ENT is asked for.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import Any

from bot.storage import adoption
from bot.terms import Button, Kind, Level, Notice, Person, Structure
from bot.workflows import looks
from bot.workflows.desk import Desk
from bot.workflows.rules import adoption as rules
from bot.workflows.rules.accounts import administration

PAGE = 10  #: structures on a page
_AT_ONCE = 2000  #: people read in one transaction
_STAFF, _FAMILIES = "staff", "families"


async def counts(desk: Desk, me: Person, page: int = 0) -> Notice:
    """By circonscription for a DANEI, by département further up: schools, and people who are linked, by pages."""
    level = max(role.level for role in me.roles)
    kind = Kind.CIRCONSCRIPTION if level is Level.DSDEN else Kind.DSDEN
    schools = await desk.directory.schools(administration.scopes(me))
    headed = await desk.look(adoption.headed, [one.id for one in schools])
    units: dict[str, Structure] = {}
    below: dict[str, list[str]] = defaultdict(list)
    for school in schools:
        unit = school.ancestor(kind) or school
        units[unit.id] = unit
        below[unit.id].append(school.id)
    people = await _linked(desk, {school: unit for unit, ids in below.items() for school in ids})
    ordered = sorted(units.values(), key=lambda one: (one.name, one.id))
    shown = ordered[page * PAGE : (page + 1) * PAGE]
    lines = [_line(unit, below[unit.id], headed, people[unit.id]) for unit in shown]
    await desk.look(looks.at_list, desk.policy, me, "adoption", looks.View(page, {}, administration.scopes(me)[0]))
    leafs = [Button("adoption_back", f"p{page - 1}", me.id)] if page else []
    leafs += [Button("adoption_next", f"p{page + 1}", me.id)] if (page + 1) * PAGE < len(ordered) else []
    facts = {"many": len(schools), "headed": len(headed), "lines": lines, "further": page > 0}
    return Notice("adoption_above", facts, (tuple(leafs),) if leafs else (), me.tongue)


async def _linked(desk: Desk, unit_of: Mapping[str, str]) -> dict[str, Counter[str]]:
    """By structure, how many of its staff and of its families are linked, each once; read some at a time."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    after = 0
    while read := await desk.look(adoption.everybody, after, _AT_ONCE):
        after = read[-1].id
        for one in read:
            whose = _STAFF if one.profile in rules.STAFF else _FAMILIES
            for unit in {unit_of[place] for place in one.places if place in unit_of}:
                found[unit][whose] += 1
    return found


def _line(unit: Structure, schools: list[str], headed: set[str], people: Counter[str]) -> dict[str, Any]:
    return {
        "name": unit.name,
        "many": len(schools),
        "headed": len(headed.intersection(schools)),
        "staff": rules.veiled(people[_STAFF]),
        "families": rules.veiled(people[_FAMILIES]),
    }
