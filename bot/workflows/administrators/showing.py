"""Who administers which school, as its administrators and their ERUN read it."""

from __future__ import annotations

from typing import Any

from bot.ent.directory import Query
from bot.terms import Account, Button, Level, Notice, Person, Refusal, Role, Structure
from bot.workflows import looks
from bot.workflows.accounts import finding
from bot.workflows.desk import Caller, Desk
from bot.workflows.rules.accounts import administration, staffing

_MOST = 40  #: administrators named at once


async def of_schools(desk: Desk, caller: Caller) -> Notice:
    """`/droits`: who administers the schools of whoever asks, each with a button; refused where they have none."""
    me = await finding.administrator(desk, caller)
    within = staffing.scopes(me)
    if not within:
        raise Refusal("school-administrators-only")
    found = await desk.directory.search(Query(administrators=True), within, _MOST)
    await desk.look(looks.at_accounts, desk.policy, me, ["administrators"], found.accounts, within[0])
    lines = [_line(me, one) for one in found.accounts]
    rows = tuple(
        (Button("rights", finding.target(one.id), me.id, words=one.name),)
        for one in found.accounts
        if one.id != me.account and staffing.schools(me, one)
    )
    facts = {"holders": lines, "more": bool(found.after)}
    return Notice("administrators", facts, (*rows, (Button("right_whom", "", me.id),)), me.tongue)


async def at(desk: Desk, school: Structure) -> list[Account]:
    """The administrators of that school itself, by name; without the agents above it."""
    found = await desk.directory.search(Query(administrators=True), [school.id], _MOST)
    return [one for one in found.accounts if Role(Level.SCHOOL, school.id) in one.roles]


def _line(me: Person, account: Account) -> dict[str, Any]:
    places = [place for place in account.administered if administration.administers(me, place)]
    return {
        "name": account.name,
        "function": administration.function_at(account, *places),
        "where": ", ".join(place.name for place in places),
        "me": account.id == me.account,
    }
