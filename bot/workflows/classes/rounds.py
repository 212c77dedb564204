"""Goes through the teachers of a school who have no class yet, one after the other, as each September asks for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from bot.folding import tokens, words
from bot.terms import Account, Button, Notice, Person, Refusal
from bot.workflows.accounts import finding
from bot.workflows.conversations import course
from bot.workflows.desk import Desk, Turn
from bot.workflows.rules.calendar import today

_MONTH = 9  #: September: classes begin, and ONDE has new ones


@dataclass(slots=True)
class Round:
    """The teachers of one school, and how far one has come."""

    school: str = ""
    schools: dict[str, str] = field(default_factory=dict)  #: those to choose from: name by identifier
    passed: list[str] = field(default_factory=list)  #: accounts that were left out or looked at already
    wanted: str = ""  #: the name that was typed in place of going on
    total: int = 0
    placed: int = 0  #: how many of them have a class or teaching group
    saved: dict[str, Any] = field(default_factory=dict)  #: what was saved of the one before

    @property
    def facts(self) -> dict[str, Any]:
        """The facts that every sentence about it uses."""
        place = self.schools.get(self.school, "")
        return {"place": place, "total": self.total, "placed": self.placed, "saved": self.saved}

    def choose(self, typed: str) -> None:
        """Takes the school that the words name; refused where they name none of them, or several."""
        wanted = words(typed)
        found = [key for key, name in self.schools.items() if wanted and {*wanted} <= tokens(name)]
        if len(found) != 1:
            raise Refusal("no-such-school", name=typed)
        self.school = found[0]


def in_season(desk: Desk) -> bool:
    """Whether it is the month in which teachers get their classes."""
    return today(desk.clock()).month == _MONTH


async def next_one(desk: Desk, me: Person, at: Round) -> str:
    """The account to go on with: the teacher who was named, else the next one without a class; empty for none.

    Empty too while the school is not chosen; where there is one alone, it is that one. Counts those who have a class.
    Refused where the person has no school, and where the name that was typed is nobody's.
    """
    if not at.schools:
        at.schools = {school.id: school.name for school in await finding.schools_near(desk, me)}
        if len(at.schools) == 1:
            (at.school,) = at.schools
    if not at.school:
        return ""
    found = await desk.directory.teachers(at.school)
    at.total, at.placed = len(found), sum(placed for _, placed in found)
    if at.wanted:
        named, at.wanted = [one for one, _ in found if _is_named(one, at.wanted)], ""
        if len(named) != 1:
            raise Refusal("classes-whom", several=len(named) > 1)
        return named[0].id
    return next((one.id for one, placed in found if not placed and one.id not in at.passed), "")


def end(turn: Turn, at: Round) -> Notice:
    """Ends the round, in which nobody is left."""
    course.leave(turn)
    rows = ((Button("classes_round", "", turn.me.id),),) if at.placed < at.total else ()
    return Notice("classes_round_over", at.facts, rows)


def _is_named(account: Account, typed: str) -> bool:
    known = tokens(account.name)
    return all(any(name.startswith(word) for name in known) for word in words(typed))
