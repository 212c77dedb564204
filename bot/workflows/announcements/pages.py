"""The announcements of a school, a page at a time, and the card of one."""

from __future__ import annotations

from typing import Any

from bot.terms import Button, Notice, Person, Refusal, Structure
from bot.terms.announcements import Announced
from bot.workflows.accounts import finding
from bot.workflows.announcements import asking, plan
from bot.workflows.announcements.online import facts_of, target
from bot.workflows.desk import Caller, Desk
from bot.workflows.rules import announcements as rules
from bot.workflows.rules.accounts import administration
from bot.workflows.rules.screens import Row, grid, marked

_STAGES = ("", "running", "coming", "over")
_CODES = dict(zip("aecp", _STAGES, strict=True))  #: in the targets of buttons


async def start(desk: Desk, caller: Caller, typed: str) -> Notice:
    """`/flash [tous|encours|avenir|passes]`: the announcements of the schools that the person administers."""
    return await _page(desk, caller, rules.stage(typed), 0)


async def turn_to(desk: Desk, caller: Caller, aim: str) -> Notice:
    """Another page, or those at another stage: the target is the stage's letter and the page's number."""
    code, number = aim[:1], aim[1:]
    if code not in _CODES or not (number.isascii() and number.isdecimal() and len(number) < 5):
        raise Refusal("old-button")
    return await _page(desk, caller, _CODES[code], int(number))


async def _page(desk: Desk, caller: Caller, stage: str, number: int) -> Notice:
    me, now = await finding.administrator(desk, caller), desk.clock()
    administration.own_schools(me)
    schools = await finding.own_schools(desk, me)
    every = [(school, one) for school in schools for one in await desk.directory.announcements(school.id)]
    fits = [pair for pair in every if not stage or pair[1].stage(now) == stage]
    fits.sort(key=lambda pair: (pair[1].starts_at, pair[1].id), reverse=True)
    size = desk.policy.page
    shown = fits[number * size : (number + 1) * size]
    several = len(schools) > 1
    lines = [facts_of(one, school.name if several else "", now) for school, one in shown]
    facts: dict[str, Any] = {"lines": lines, "stage": stage or "all", "count": len(fits), "first": number * size}
    return Notice("flash_list", facts, _rows(me, shown, stage, number, len(fits) > (number + 1) * size))


def _rows(
    me: Person, shown: list[tuple[Structure, Announced]], stage: str, number: int, more: bool
) -> tuple[Row, ...]:
    code = next(code for code, name in _CODES.items() if name == stage)
    cards = [
        Button("flash_card", target(school.id, one.id), me.id, words=one.said.title or "…") for school, one in shown
    ]
    sides = [Button("flash_before", f"{code}{number - 1}", me.id)] if number else []
    sides += [Button("flash_after", f"{code}{number + 1}", me.id)] if more else []
    stages = [Button("flash_list", f"{one}0", me.id) for one in _CODES if one != code]
    new = (Button("flash_new", "", me.id, style="primary"),)
    return tuple(row for row in (*grid(cards, 1), tuple(sides), tuple(stages), new) if row)


async def one_of(desk: Desk, caller: Caller, aim: str) -> tuple[Person, Structure, Announced]:
    """The announcement of a button, with a school of the person's where it is shown; refused where there is none."""
    me = await finding.administrator(desk, caller)
    administration.own_schools(me)
    schools = {one.id: one for one in await finding.own_schools(desk, me)}
    code, _, entry = aim.partition(":")
    school = schools[marked(schools, code)]
    listed = await desk.directory.announcements(school.id)
    found = next((one for one in listed if one.id == entry), None)
    if found is None:
        raise Refusal("flash-gone")
    return me, school, found


async def card(desk: Desk, caller: Caller, aim: str) -> Notice:
    """The card of an announcement, and what may be done about it: one of a structure above may only be copied."""
    me, school, one = await one_of(desk, caller, aim)
    now = desk.clock()
    actions = ["flash_copy"]
    if one.school == school.id and one.stage(now) != "over":
        actions = ["flash_edit", "flash_copy", "flash_end"]
    keys = tuple(Button(action, aim, me.id) for action in actions)
    own = one.school == school.id
    rows = (keys, (Button("flash_list", "a0", me.id),))
    return Notice("flash_card", {**facts_of(one, school.name, now), "own": own}, rows)


async def edit(desk: Desk, cause: str, caller: Caller, aim: str) -> Notice | None:
    """`Modifier`: its summary, with a button for each part; refused for one that is over, or not the school's own."""
    _, school, one = await one_of(desk, caller, aim)
    if one.school != school.id or one.stage(desk.clock()) == "over":
        raise Refusal("flash-not-changed")
    return await asking.change(desk, cause, caller, plan.of(school.id, school.name, one, one.id))


async def copy(desk: Desk, cause: str, caller: Caller, aim: str) -> Notice | None:
    """`Copier`: a new announcement like it, whose days are asked for."""
    _, school, one = await one_of(desk, caller, aim)
    return await asking.change(desk, cause, caller, plan.of(school.id, school.name, one, ""))
