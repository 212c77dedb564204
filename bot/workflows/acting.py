"""Acting on the ENT: records the act as intended, asks the ENT, records how it ended. No act goes unrecorded.

The ENT is asked between two transactions, never inside one. An act whose answer was lost, or whose process was
killed, is in doubt: it is not repeated, and the agent is told so.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, TypeVar

from bot.ent.directory import Reason
from bot.logs import brief
from bot.storage import interventions, outbox, people
from bot.storage.interventions import Intervention
from bot.storage.work import Work
from bot.terms import Account, Button, Declined, InDoubt, Notice, Refusal, Structure, Unavailable
from bot.workflows.desk import Caller, Desk, Turn
from bot.workflows.people import rights
from bot.workflows.requests import scenes
from bot.workflows.rules.accounts import administration
from bot.workflows.rules.accounts.administration import Deed
from bot.workflows.rules.accounts.lifecycle import LIFECYCLE, InterventionCase, InterventionEvent
from bot.workflows.rules.machines import Impossible

log = logging.getLogger(__name__)
T = TypeVar("T")
PATIENCE = timedelta(minutes=2)  #: an act without an answer for longer than this is in doubt

_FOR_THE_OPERATOR = (
    *(Reason.CREDENTIALS, Reason.HTTPS, Reason.ADDRESS),
    *(Reason.MFA, Reason.NOT_READY, Reason.GARBLED),
)


@dataclass(frozen=True, slots=True)
class Meant:
    """An act that an agent is about to do to an account."""

    act: str  #: its name in the audit
    deed: Deed
    target: Account
    request: int | None = None  #: the request it helps to solve
    why: str = ""
    facts: dict[str, Any] = field(default_factory=dict)
    place: Structure | None = None  #: the school that it concerns; None for that of the account


async def carry_out(
    desk: Desk,
    cause: str,
    caller: Caller,
    meant: Meant,
    do: Callable[[], Awaitable[T]],
    guard: Callable[[Turn, Account], None] = lambda _turn, _target: None,
) -> tuple[int, T]:
    """Records the act, then has `do` ask the ENT; returns the act's number in the audit and the ENT's answer.

    Raises a `Refusal` where the agent may not, where `guard` refuses (such as too many in an hour), or as `ask_ent`
    does. The caller records that the act is done (`end`), in one transaction with all that follows from it.
    """
    await rights.renew(desk, caller)
    number = await desk.act(cause, caller, _intend, meant, guard)
    return number, await ask_ent(desk, number, meant.act, meant.target.name, do)


async def ask_ent(desk: Desk, number: int, act: str, whom: str, do: Callable[[], Awaitable[T]]) -> T:
    """Asks the ENT to do an intended act, and returns its answer.

    Where the ENT declines or its answer is lost, records that and raises a `Refusal`. `whom` is the account's name.
    """
    try:
        return await do()
    except Declined as no:
        if no.reason in _FOR_THE_OPERATOR:
            log.warning("The ENT declined %s (%s), for the operator to mend: %s", act, number, no.reason)
        await desk.put(end, number, InterventionEvent.DECLINE, no.reason)
        raise Refusal(f"ent-{no.reason}", name=whom) from no
    except (InDoubt, Unavailable) as lost:
        log.warning("Whether %s (%s) was done is not known: %s", act, number, brief(lost))
        await desk.put(end, number, InterventionEvent.LOSE)
        raise Refusal("ent-doubt", name=whom, act=act) from lost


def end(
    work: Work, number: int, event: InterventionEvent, reason: str = "", facts: Mapping[str, Any] | None = None
) -> bool:
    """Records how the act of that number ended; where that was known before, changes nothing and returns False."""
    act = interventions.load(work, number, to_change=True)
    assert act is not None
    try:
        state = LIFECYCLE.fire(event, InterventionCase(act.state))
    except Impossible:
        return False
    interventions.end(work, act, state, reason, facts or {})
    return True


async def own_up(desk: Desk) -> int:
    """Puts acts in doubt that had no answer for `PATIENCE`, and tells their agents; returns how many it found."""
    lost = await desk.look(interventions.forgotten, desk.clock() - PATIENCE)
    for act in lost:
        await desk.once(f"doubt:{act.id}", _own_up, act)
    return len(lost)


def _intend(turn: Turn, meant: Meant, guard: Callable[[Turn, Account], None]) -> int:
    if meant.deed in administration.MEMBERSHIP and meant.place is not None:
        administration.check_member(meant.deed, turn.me, meant.target, meant.place)
    else:
        administration.check(meant.deed, turn.me, meant.target)
    if meant.request is not None:
        scenes.scene(turn, meant.request)  # refused where the agent may not read that request
    if interventions.under_way(turn.work, turn.me.id, meant.target.id, turn.work.now - PATIENCE):
        raise Refusal("under-way")  # a button pressed twice
    guard(turn, meant.target)
    return interventions.intend(
        turn.work,
        Intervention(
            act=meant.act,
            person=turn.me.id,
            account=meant.target.id,
            whom=meant.target.name,
            school=meant.place.id if meant.place else administration.school_of(turn.me, meant.target),
            request=meant.request,
            why=meant.why,
            facts=meant.facts,
        ),
    )


def _own_up(work: Work, act: Intervention) -> None:
    if not end(work, act.id, InterventionEvent.LOSE):
        return  # its end was recorded meanwhile
    person = people.by_id(work, act.person)
    if person is not None:
        look = Button("account", f":{act.facts.get('with', act.account)}", person.id)
        if "report" in act.facts:
            look = Button("report", str(act.facts["report"]), person.id)
        rows = ((look,),) if act.account or "report" in act.facts else ()
        outbox.tell(work, person, Notice("ent_doubt", {"act": act.act, "name": act.whom}, rows))
