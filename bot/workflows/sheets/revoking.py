"""Sheets that were handed out: a list of the last ones of the own schools, the card of each, and taking them back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.storage import handouts, people, tokens
from bot.storage.handouts import Handout
from bot.storage.work import Work
from bot.terms import Button, Notice, Person, Refusal, Way
from bot.workflows import looks
from bot.workflows.accounts import finding
from bot.workflows.desk import Caller, Desk, Turn
from bot.workflows.people import issuing
from bot.workflows.rules.accounts import administration
from bot.workflows.rules.meaning import each
from bot.workflows.rules.screens import Row, grid
from bot.workflows.sheets import gathering
from bot.workflows.sheets.gathering import ACCOUNT, CLASS, told

_SHOWN = 8  #: handouts of a list

Facts = dict[str, Any]


async def last(desk: Desk, caller: Caller) -> Notice:
    """The newest sheets handed out in the schools that the person administers, with a button for each."""
    me = await finding.administrator(desk, caller)
    places = await finding.own_schools(desk, me)
    classes = {one.id: one.name for place in places for one in await desk.directory.classes(place.id)}
    found = await desk.look(newest, [place.id for place in places])
    named = classes | await whose(desk, me, found)
    schools = {place.id: place.name for place in places} if len(places) > 1 else {}
    return await desk.see(caller, _list, found, named, schools)


async def show(desk: Desk, caller: Caller, number: int) -> Notice:
    """The card of one handout, with the button that takes it back; refused where it is not of an own school."""
    return await _card(desk, caller, number, _shown)


async def ask(desk: Desk, caller: Caller, number: int) -> Notice:
    """Asks whether the sheets are to be made void; refused like `show`, and where they are void already."""
    asked = await _card(desk, caller, number, _asked)
    return replace(asked, facts={**asked.facts, **await _codes(desk, caller, number)})


async def revoke(desk: Desk, cause: str, caller: Caller, number: int) -> Notice:
    """Makes the links of these sheets void; returns the receipt. Refused like `ask`.

    The activation codes that these sheets bear stay good, and no ENT takes one back: the receipt says so.
    """
    return await desk.act(cause, caller, _revoke, number, await _codes(desk, caller, number))


def newest(work: Work, schools: Sequence[str], most: int = _SHOWN) -> list[Handout]:
    """The newest sheets handed out in these schools."""
    every = [one for school in schools for one in handouts.of_school(work, school, most, way=Way.SHEET)]
    return sorted(every, key=lambda one: one.id, reverse=True)[:most]


async def whose(desk: Desk, me: Person, found: Sequence[Handout]) -> dict[str, str]:
    """The names of those who were handed a sheet alone, by identifier; of those only whom the person administers."""
    alone = list(dict.fromkeys(one.scope[ACCOUNT] for one in found if ACCOUNT in one.scope))
    accounts = await desk.directory.accounts(alone) if alone else []
    return {one.id: one.name for one in accounts if administration.sees(me, one)}


def line(work: Work, handout: Handout, named: Mapping[str, str]) -> Facts:
    """The facts of one handout: when, by whom, for whom, how many sheets, how many were used, are good or void.

    `named` has the names of classes and people, by identifier.
    """
    by = people.by_id(work, handout.person) if handout.person is not None else None
    keys = [*each(handout.scope.get(CLASS, "")), handout.scope.get(ACCOUNT, "")]
    return told(handout.scope, ", ".join(named[key] for key in keys if key in named)) | {
        "number": handout.id,
        "at": handout.at.isoformat(),
        "actor": by.name if by is not None else "",
        "good": tokens.good(work, [handout.id]).get(handout.id, 0) if handout.revoked_at is None else 0,
        "count": handout.accounts,
        "used": handout.used,
        "revoked": handout.revoked_at is not None,
    }


async def _codes(desk: Desk, caller: Caller, number: int) -> Facts:
    """How many of these sheets bear a code that is still good; refused like `show`."""
    return {"codes": await gathering.open_codes(desk, await desk.see(caller, _mine, number))}


async def _card(desk: Desk, caller: Caller, number: int, view: Callable[[Turn, Handout, Facts], Notice]) -> Notice:
    """The view of that handout, which is given its facts; refused where it is not of an own school."""
    found = await desk.see(caller, _mine, number)
    me = await finding.administrator(desk, caller)
    named = {one.id: one.name for one in await desk.directory.classes(found.school)}
    named |= await whose(desk, me, [found])

    def seen(turn: Turn) -> Notice:
        handout = _mine(turn, number)
        looks.at(turn.work, turn.policy, turn.me, "sheets", school=handout.school)
        return view(turn, handout, line(turn.work, handout, named))

    return await desk.see(caller, seen)


def _shown(turn: Turn, handout: Handout, facts: Facts) -> Notice:
    keys: list[Row] = [(_back(turn),)]
    if facts["good"]:
        keys.insert(0, (Button("handout_revoke", str(handout.id), turn.me.id),))
    return Notice("handout", facts, tuple(keys))


def _asked(turn: Turn, handout: Handout, facts: Facts) -> Notice:
    if handout.revoked_at is not None:
        raise Refusal("revoked-already")
    void = Button("handout_void", str(handout.id), turn.me.id, style="danger")
    return Notice("handout_sure", facts, ((void,), (_back(turn),)))


def _back(turn: Turn) -> Button:
    return Button("handouts_back", "", turn.me.id)


def _list(turn: Turn, found: Sequence[Handout], named: Mapping[str, str], schools: Mapping[str, str]) -> Notice:
    mine = administration.own_schools(turn.me)
    shown = [one for one in found if one.school in mine]
    looks.at(turn.work, turn.policy, turn.me, "sheets", school=mine[0])
    lines = [line(turn.work, one, named) | {"place": schools.get(one.school, "")} for one in shown]
    keys = [Button("handout", str(one.id), turn.me.id, words=str(place)) for place, one in enumerate(shown, 1)]
    return Notice("handouts", {"lines": lines}, grid(keys, 4))


def _mine(turn: Turn, number: int) -> Handout:
    """The sheets of that number; those of another school look the same as none."""
    schools = administration.own_schools(turn.me)
    handout = handouts.by_id(turn.work, number)
    if handout is None or handout.way is not Way.SHEET or handout.school not in schools:
        raise Refusal("old-button")
    return handout


def _revoke(turn: Turn, number: int, codes: Facts) -> Notice:
    handout = _mine(turn, number)
    stopped = issuing.revoke(turn.work, handout, turn.me)
    return Notice("handout_revoked", {"count": stopped, "used": handout.used} | codes, ((_back(turn),),))
