"""Changes to a group: written down, asked of the ENT, and written down as done."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from bot.storage import interventions
from bot.storage.interventions import Intervention
from bot.storage.work import Work
from bot.terms import InterventionState, Refusal, Structure
from bot.workflows import acting
from bot.workflows.desk import Caller, Desk, Turn
from bot.workflows.people import rights
from bot.workflows.rules.accounts import administration

T = TypeVar("T")

MAKE, RENAME, DELETE = "make_group", "rename_group", "delete_group"  #: the names of the acts in the audit
LET, KEEP = "let_group_write", "keep_group_from_writing"
FILL, EMPTY = "fill_group", "empty_group"
ACTS = (MAKE, RENAME, DELETE, LET, KEEP, FILL, EMPTY)


@dataclass(frozen=True, slots=True)
class Meant:
    """An act that somebody is about to do to a group."""

    act: str
    place: Structure
    group: str  #: its identifier; empty for one that is to be made
    name: str
    facts: Mapping[str, Any] = field(default_factory=dict)


async def carry_out(
    desk: Desk, cause: str, caller: Caller, meant: Meant, do: Callable[[], Awaitable[T]]
) -> tuple[int, T]:
    """Writes the act down, then has `do` ask the ENT; returns the act's number and the ENT's answer.

    Raises a `Refusal` where the person may not, and as `acting.ask_ent` does. The caller writes down that it is done.
    """
    await rights.renew(desk, caller)
    number = await desk.act(cause, caller, intend, meant)
    return number, await acting.ask_ent(desk, number, meant.act, meant.name, do)


def intend(turn: Turn, meant: Meant) -> int:
    """Writes the act down; returns its number. Refused where the person may not, or does the very same already."""
    administration.check_near(turn.me, meant.place)
    interventions.lock(turn.work, turn.me.id)
    for other in interventions.of_school(turn.work, [meant.act], meant.place.id):
        if other.at is None or other.at <= turn.work.now - acting.PATIENCE:
            break
        mine = (other.person, other.facts.get("group"), other.whom) == (turn.me.id, meant.group, meant.name)
        if mine and other.state is InterventionState.INTENDED:
            raise Refusal("under-way")
    facts = {"group": meant.group, **meant.facts}
    act = Intervention(meant.act, turn.me.id, whom=meant.name, school=meant.place.id, facts=facts)
    return interventions.intend(turn.work, act)


def latest(work: Work, school: str, group: str) -> Intervention | None:
    """The latest act on that group that was done here; None where none is known."""
    found = interventions.of_school(work, ACTS, school)
    done = (one for one in found if one.state is InterventionState.DONE)
    return next((one for one in done if one.facts.get("group") == group), None)
