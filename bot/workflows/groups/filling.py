"""Puts people into a group, or takes them out, some at a time; one message says how far it is.

Who is left stands in the act that was written down: whoever finds it unfinished goes on with it, after a crash, a
restart, or while the ENT does not answer. To be put in twice is to be in once.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.ent.directory import Reason
from bot.logs import brief
from bot.storage import interventions, outbox, people, screens
from bot.storage.interventions import Intervention
from bot.storage.work import Work
from bot.terms import Button, Declined, InDoubt, InterventionState, Notice, Person, Refusal, Structure, Unavailable
from bot.workflows import acting
from bot.workflows.conversations import course
from bot.workflows.desk import Caller, Desk, Turn
from bot.workflows.groups import changing
from bot.workflows.groups.changing import EMPTY, FILL, Meant
from bot.workflows.people import rights
from bot.workflows.policy import Policy
from bot.workflows.rules.accounts import administration
from bot.workflows.rules.accounts.lifecycle import InterventionEvent
from bot.workflows.rules.screens import group_target

log = logging.getLogger(__name__)

PAGE = 20  #: accounts that are put in, or taken out, in one step
AGAIN = timedelta(minutes=1)  #: before an ENT that does not answer is asked again
_LONGEST = timedelta(days=1)  #: what could not be finished within this is given up
_NOW = timedelta(seconds=1)
#: reasons that waiting does not change
_FINAL = (Reason.GONE, Reason.FORBIDDEN, Reason.AUTOMATIC, Reason.LOCKED, Reason.REFUSED)


@dataclass(frozen=True, slots=True)
class Order:
    """Who is to be put into which group, or taken out."""

    place: Structure
    group: str
    name: str
    putting: bool
    accounts: tuple[str, ...]


async def begin(desk: Desk, cause: str, caller: Caller, order: Order) -> None:
    """Writes down what is to be done, and queues the message that follows it; the chore does it."""
    await rights.renew(desk, caller)
    await desk.act(cause, caller, _begin, order)
    desk.stir()


async def advance(desk: Desk) -> int:
    """Goes on with every group that is being filled or emptied; returns how many it had to do with."""
    until = desk.clock() + _NOW
    found = [act for name in (FILL, EMPTY) for act in await desk.look(interventions.unfinished, name, until)]
    due = [act for act in found if _due(act, desk.clock())]
    for act in due:
        await _go_on(desk, act)
    return len(due)


def screen(work: Work, _policy: Policy, person: Person, number: int) -> Notice:
    """How far it is; a `Refusal` for whoever did not ask for it."""
    act = interventions.load(work, number)
    if act is None or act.act not in (FILL, EMPTY) or act.person != person.id:
        raise Refusal("old-button")
    facts = {
        "name": act.whom,
        "putting": act.act == FILL,
        "progress": act.state.value,
        "hitch": act.reason,
        "total": act.facts["total"],
        "done": act.facts["done"],
        "waiting": bool(act.facts.get("again")) and act.state is InterventionState.INTENDED,
    }
    aim = group_target(act.school, act.facts["group"])
    return Notice("group_filling", facts, ((Button("group", aim, person.id),),))


def _begin(turn: Turn, order: Order) -> None:
    facts: dict[str, Any] = {"ids": list(order.accounts), "total": len(order.accounts), "done": 0}
    meant = Meant(FILL if order.putting else EMPTY, order.place, order.group, order.name, facts)
    number = changing.intend(turn, meant)
    course.leave(turn)
    outbox.screen(turn.work, turn.me, _about(number))


async def _go_on(desk: Desk, act: Intervention) -> None:
    """Puts in, or takes out, whoever is left; waits where the ENT does not answer, ends where it never will."""
    try:
        if not await _stands(desk, act):
            await desk.once(f"filling:{act.id}:end", _end, act.id, InterventionEvent.DECLINE, Reason.FORBIDDEN)
            return
        change = desk.directory.put_in if act.act == FILL else desk.directory.take_out
        ids = act.facts["ids"]
        for at in range(act.facts["done"], len(ids), PAGE):
            await change(act.school, act.facts["group"], ids[at : at + PAGE])
            done = min(at + PAGE, len(ids))
            await desk.once(f"filling:{act.id}:{done}", _forward, act.id, done)
    except (Declined, InDoubt, Unavailable) as no:
        log.warning("A group (%s) waits for the ENT: %s", act.id, brief(no))
        if isinstance(no, Declined) and no.reason in _FINAL:
            await desk.once(f"filling:{act.id}:end", _end, act.id, InterventionEvent.DECLINE, no.reason)
        elif act.at is None or desk.clock() - act.at > _LONGEST:
            await desk.once(f"filling:{act.id}:end", _end, act.id, InterventionEvent.LOSE)
        else:
            await desk.once(f"filling:{act.id}:wait:{desk.clock().isoformat()}", _wait, act.id)
    else:
        await desk.once(f"filling:{act.id}:end", _end, act.id, InterventionEvent.SUCCEED)


async def _stands(desk: Desk, act: Intervention) -> bool:
    """Whether whoever asked for it still administers the school."""
    person = await rights.confirm(desk, act.person)
    place = await desk.directory.structure(act.school)
    try:
        if person is not None and place is not None:
            administration.check_near(person, place)
            return True
    except Refusal:
        pass
    return False


def _due(act: Intervention, now: datetime) -> bool:
    again = act.facts.get("again")
    return not again or datetime.fromisoformat(again) <= now


def _forward(work: Work, number: int, done: int) -> None:
    act = interventions.load(work, number, to_change=True)
    if act is not None and act.facts["done"] < done:
        interventions.note(work, number, done=done, again="")
        screens.refresh(work, _about(number))


def _wait(work: Work, number: int) -> None:
    interventions.note(work, number, again=(work.now + AGAIN).isoformat(), waited=True)
    screens.refresh(work, _about(number))


def _end(work: Work, number: int, event: InterventionEvent, reason: str = "") -> None:
    """Writes down how it ended, and forgets who it was about: that is the ENT's. Tells anew where it had to wait."""
    if not acting.end(work, number, event, reason):
        return
    interventions.note(work, number, ids=[], again="")
    screens.refresh(work, _about(number))
    act = interventions.load(work, number)
    person = people.by_id(work, act.person) if act is not None else None
    if act is not None and act.facts.get("waited") and person is not None:
        outbox.screen(work, person, _about(number))


def _about(number: int) -> str:
    """The key under which the message is found that says how far it is."""
    return f"filling:{number}"
