"""What a month of the school year asks for in a school: what is done of it, and the buttons that do the rest."""

from __future__ import annotations

from typing import Any

from bot.storage import reminders
from bot.terms import Button, Notice, Person, Refusal, Structure
from bot.workflows.accounts import finding
from bot.workflows.desk import Caller, Desk, Turn
from bot.workflows.rules.accounts import administration
from bot.workflows.rules.calendar import today
from bot.workflows.rules.lists import filters
from bot.workflows.rules.screens import mark
from bot.workflows.rules.year import Task, month_named
from bot.workflows.year import checking

_IN_YEAR = 12  #: months
_MOST = 8  #: schools to choose from


async def start(desk: Desk, caller: Caller, typed: str) -> Notice:
    """`/fil [month] [school]`: the checklist of that month, of this one where none is typed.

    Refused to whoever administers no school, and for words that name no month.
    """
    me = await finding.administrator(desk, caller)
    month, name = today(desk.clock()).month, typed
    if typed:
        first, _, rest = typed.partition(" ")
        if (named := month_named(first)) is not None:
            month, name = named, rest
    schools = await _schools(desk, me)
    found = filters.called(name, schools) if name else schools
    if not found:
        raise Refusal("no-such-month", name=typed)
    return await _shown(desk, me, found, month)


async def leaf(desk: Desk, caller: Caller, target: str) -> Notice:
    """The checklist of the school and month of a button; refused for what no button says."""
    month, _, marked = target.partition(":")
    me = await finding.administrator(desk, caller)
    chosen = [one for one in await _schools(desk, me) if not marked or mark(one.id) == marked]
    if not chosen or month_named(month) is None:
        raise Refusal("old-button")
    return await _shown(desk, me, chosen, int(month))


def silence(turn: Turn, muted: bool) -> Notice:
    """Has the person reminded no more, or again; refused to whoever administers no school."""
    administration.own_schools(turn.me)
    reminders.silence(turn.work, turn.me.id, muted)
    again = (Button("year_remind" if muted else "year_silence", "", turn.me.id),)
    return Notice("year_silenced", {"muted": muted}, (again,))


def refuse_aimed(target: str) -> None:
    """Refused where a button that is about nobody else names something."""
    if target:
        raise Refusal("old-button")


def known(desk: Desk, command: str) -> str:
    """That command, where a task of the year names it; refused where none does."""
    if command not in {task.command for task in desk.policy.year.tasks if task.command}:
        raise Refusal("old-button")
    return command


async def _schools(desk: Desk, me: Person) -> list[Structure]:
    return await desk.directory.schools(administration.own_schools(me))


async def _shown(desk: Desk, me: Person, schools: list[Structure], month: int) -> Notice:
    if len(schools) > 1:
        rows = [(Button("year", f"{month}:{mark(one.id)}", me.id, words=one.name),) for one in schools[:_MOST]]
        return Notice("year_schools", {"month": month}, tuple(rows), me.tongue)
    (school,) = schools
    tasks = desk.policy.year.of(month)
    lines = [await _line(desk, me, task, school) for task in tasks]
    doing = [line["command"] for line in lines if line["command"] and line["left"] != 0]
    rows = [(Button("year_do", one, me.id),) for one in dict.fromkeys(doing)]
    before, after = (month - 2) % _IN_YEAR + 1, month % _IN_YEAR + 1
    leafs = (_leaf(me, "year_back", before, school), _leaf(me, "year_next", after, school))
    return Notice("year", {"month": month, "place": school.name, "lines": lines}, (*rows, leafs), me.tongue)


def _leaf(me: Person, action: str, month: int, school: Structure) -> Button:
    return Button(action, f"{month}:{mark(school.id)}", me.id, words=str(month))


async def _line(desk: Desk, me: Person, task: Task, school: Structure) -> dict[str, Any]:
    """What is told of a task: `left` is how much of it is, None where nobody knows or it cannot be looked up."""
    found = await checking.left(desk, task.check, school) if task.check else None
    words = task.words.get(me.language) or task.words["fr"]
    return {"words": words, "where": task.where, "check": task.check, "left": found, "command": task.command}
