"""The table of who may write to whom: as the ENT begins and, for its administrators, as their school is now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.terms import Button, Notice, Person, Profile, Structure
from bot.terms.communication import ORDER, Matrix
from bot.workflows.accounts import finding
from bot.workflows.communication import reading
from bot.workflows.desk import Caller, Desk
from bot.workflows.rules.communication import sums
from bot.workflows.rules.communication.circles import Circle
from bot.workflows.rules.screens import Row, mark

_RIGHTS = frozenset(
    {"lire", "contribuer", "commenter", "gerer", "droit", "droits", "partage", "partager", "ressource"}
)
_RIGHTS |= {"ressources", "read", "contribute", "comment", "manage", "rights", "share", "sharing", "resource"}
ARTICLE = "resource-rights"  #: the key of the help article on the rights on resources


def on_resources(said: Sequence[str]) -> bool:
    """Whether these folded words ask about the rights on a resource, and not about who writes to whom."""
    return bool(_RIGHTS.intersection(said))


async def table(desk: Desk, caller: Caller) -> Notice:
    """`/regles`: the table of the school; the usual one for who administers none; which school, of several."""
    me = await finding.up_to_date(desk, caller)
    schools = await reading.own(desk, me)
    if not schools:
        rows = (_article(me),)
        return Notice("communication", _facts(desk.policy.communication, desk.policy.communication), rows, me.tongue)
    if len(schools) > 1:
        keys = (Button("rules_at", mark(one.id), me.id, words=f"🏫 {one.name}") for one in schools)
        return Notice("communication_where", {}, tuple((key,) for key in keys), me.tongue)
    return await _of(desk, me, schools[0])


async def at(desk: Desk, caller: Caller, key: str) -> Notice:
    """The table of the school of a button."""
    return await _of(desk, *await reading.one_of(desk, caller, key))


async def _of(desk: Desk, me: Person, school: Structure) -> Notice:
    known, usual = await reading.of_school(desk, school), desk.policy.communication
    made = sums.table(known.circles, known.rules, usual)
    facts = _facts(made, usual) | {"place": school.name, "by_hand": _by_hand(known)}
    first = [Button("rule_change", mark(school.id), me.id, style="primary")]
    if sums.changed(made, usual):
        first.append(Button("rules_reset", mark(school.id), me.id))
    return Notice("communication", facts, (tuple(first), _article(me)), me.tongue)


def _facts(made: Matrix, usual: Matrix) -> dict[str, Any]:
    lines = [{"profile": one.value, "cells": [_cell((one, other), made, usual) for other in ORDER]} for one in ORDER]
    return {"place": "", "table": lines, "differs": len(sums.changed(made, usual)), "by_hand": []}


def _cell(pair: tuple[Profile, Profile], made: Matrix, usual: Matrix) -> dict[str, str]:
    return {"profile": pair[1].value, "reach": made[pair].value, "usual": usual[pair].value}


def _by_hand(known: reading.Known) -> list[dict[str, Any]]:
    """The rules from and to groups that are no profile's: the table does not show them."""
    by_id: Mapping[str, Circle] = {one.id: one for one in known.circles}
    pairs = [(by_id[one], by_id[other]) for one, other in sorted(known.rules) if one != other]
    return [{"writers": a.facts, "written": b.facts} for a, b in pairs if not (a.profile and b.profile)]


def _article(me: Person) -> Row:
    return (Button("resource_rights", "", me.id),)
