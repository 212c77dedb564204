"""Who is missing: the names of those who are not linked, by pages; of staff only, for whoever is above the school."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from bot.terms import Account, Button, Notice, Person, Profile, Refusal, Structure
from bot.workflows import looks
from bot.workflows.accounts import finding
from bot.workflows.desk import Caller, Desk
from bot.workflows.linking import adoption
from bot.workflows.rules import adoption as rules
from bot.workflows.rules import naming
from bot.workflows.rules.screens import Row, grid, mark

PAGE = 20  #: names on a page
_ACROSS = 3  #: choices in a row
_MOST = 30  #: choices of classes
_TARGET = re.compile(r"([0-9a-f]{8}):([a-z0-9]*):([0-9]{1,4})")


async def page(desk: Desk, caller: Caller, target: str) -> Notice:
    """The page that a button names by its school, the profile or class that was chosen, and its number.

    Refused where the school is none of theirs, and for what no button says.
    """
    match = _TARGET.fullmatch(target)
    if match is None:
        raise Refusal("old-button")
    me = await finding.administrator(desk, caller)
    school = await adoption.school_of(desk, me, match[1])
    read = await adoption.roll(desk, school)
    seen = _seen(me, rules.missing(read.accounts, read.linked))
    chosen = _narrowed(seen, read.accounts, match[2])
    at = int(match[3])
    named = chosen[at * PAGE : (at + 1) * PAGE]
    seen_now = looks.View([match[2], at], {school.id: [one.id for one in named]}, school.id)
    await desk.look(looks.at_list, desk.policy, me, "missing", seen_now)
    facts = {
        "place": school.name,
        "count": len(chosen),
        "picked": _named(match[2], read.accounts),
        "lines": [_line(one) for one in naming.ours(me, named)],
        "further": at > 0,
        "mine": adoption.heads(me),
    }
    return Notice(
        "adoption_missing", facts, _rows(me, school, read.accounts, seen, match[2], at, len(chosen)), me.tongue
    )


def _seen(me: Person, missing: Sequence[Account]) -> list[Account]:
    """Those whose names this person may read, by name: all for the school itself, else its staff."""
    mine = adoption.heads(me)
    shown = [one for one in missing if mine or one.profile in rules.STAFF]
    return sorted(shown, key=lambda one: (one.last_name, one.first_name, one.id))


def _narrowed(people: Sequence[Account], everybody: Sequence[Account], chosen: str) -> list[Account]:
    """Those of that profile, or of the class with that mark; all where nothing is chosen, none of an unknown one."""
    if not chosen:
        return list(people)
    if chosen in set(Profile):
        return [one for one in people if one.profile.value == chosen]
    room = next((place.id for place in _rooms(everybody) if mark(place.id) == chosen), "")
    within = {one.id for one in rules.in_class(everybody, room)} if room else set()
    return [one for one in people if one.id in within]


def _rooms(accounts: Sequence[Account]) -> list[Structure]:
    """The classes that some of these accounts are in, by name."""
    found = {place.id: place for one in accounts for place in one.classes}
    return sorted(found.values(), key=lambda place: (place.name, place.id))


def _named(chosen: str, accounts: Sequence[Account]) -> str:
    """The profile that is chosen, or the name of the class; empty for neither."""
    return chosen if chosen in set(Profile) else next((p.name for p in _rooms(accounts) if mark(p.id) == chosen), "")


def _rows(
    me: Person,
    school: Structure,
    everybody: Sequence[Account],
    seen: Sequence[Account],
    chosen: str,
    at: int,
    count: int,
) -> tuple[Row, ...]:
    """The pages beside this one, profiles and classes to choose from (again undoes it), and the way back."""
    here = mark(school.id)
    profiles = {one.profile for one in seen}
    keys = [(profile.value, "") for profile in Profile if profile in profiles]
    rooms = [
        (mark(place.id), place.name) for place in _rooms(everybody) if place.above and place.above[-1].id == school.id
    ]
    keys += rooms[:_MOST] if adoption.heads(me) else []
    choices = [
        Button(
            "missing_of",
            f"{here}:{'' if key == chosen else key}:0",
            me.id,
            words=name,
            style="success" if key == chosen else "",
        )
        for key, name in keys
    ]
    leafs = [Button("missing_back", f"{here}:{chosen}:{at - 1}", me.id)] if at else []
    leafs += [Button("missing_next", f"{here}:{chosen}:{at + 1}", me.id)] if (at + 1) * PAGE < count else []
    back = (Button("adoption_school", here, me.id),)
    return (*([tuple(leafs)] if leafs else []), *grid(choices, _ACROSS), back)


def _line(account: Account) -> dict[str, Any]:
    return {"name": account.name, "profile": account.profile.value, "where": naming.where(account)}
