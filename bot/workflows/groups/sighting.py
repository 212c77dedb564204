"""The school and the group of a button, which names both by short marks; those of others are as if not there."""

from __future__ import annotations

from bot.ent.groups import Group
from bot.terms import Person, Refusal, Structure
from bot.workflows.accounts import finding
from bot.workflows.desk import Caller, Desk
from bot.workflows.rules.screens import mark, marked


async def school(desk: Desk, caller: Caller, aimed: str) -> tuple[Person, Structure, int]:
    """Who asks, and the school and the page of a button's target; refused where the school is none of theirs."""
    me = await finding.administrator(desk, caller)
    place, _, index = aimed.partition(":")
    return me, await _place(desk, me, place), _index(index)


async def group(desk: Desk, caller: Caller, aimed: str) -> tuple[Person, Structure, Group, int]:
    """As `school`, and the group; refused where it is gone."""
    me = await finding.administrator(desk, caller)
    place_mark, _, rest = aimed.partition(":")
    group_mark, _, index = rest.partition(":")
    place = await _place(desk, me, place_mark)
    found = next((one for one in await desk.directory.groups(place.id) if mark(one.id) == group_mark), None)
    if found is None:
        raise Refusal("group-gone")
    return me, place, found, _index(index)


async def _place(desk: Desk, me: Person, wanted: str) -> Structure:
    schools = {one.id: one for one in await finding.near_schools(desk, me)}
    return schools[marked(schools, wanted)]


def _index(typed: str) -> int:
    if not (typed.isascii() and typed.isdecimal() and len(typed) < 5):
        raise Refusal("old-button")
    return int(typed)
