"""Acting on the ENT: written down as intended, done, written down as ended. No act is ever without trace.

The ENT is asked between two transactions, never inside one. An act whose end nobody heard, because this process was
killed or the answer got lost, is never done again unasked: whoever wanted it reads that it is in doubt.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, TypeVar

from bot.ent.directory import Reason
from bot.logs import brief
from bot.storage import interventions, outbox, people
from bot.storage.interventions import Intervention
from bot.storage.work import Work
from bot.terms import Account, Button, Declined, InDoubt, Notice, Refusal, Unavailable
from bot.workflows.desk import Caller, Desk, Turn
from bot.workflows.requests import verbs
from bot.workflows.rules.accounts import administration
from bot.workflows.rules.accounts.administration import Deed

log = logging.getLogger(__name__)
T = TypeVar("T")
PATIENCE = timedelta(minutes=2)  #: an act that takes longer has been lost

_FOR_THE_OPERATOR = (Reason.CREDENTIALS, Reason.MFA, Reason.NOT_READY, Reason.GARBLED)


@dataclass(frozen=True, slots=True)
class Meant:
    """What somebody is about to do to an account."""

    act: str  #: as the audit names it
    deed: Deed
    target: Account
    request: int | None = None  #: the request it helps to solve
    why: str = ""
    facts: dict[str, Any] = field(default_factory=dict)


async def carry_out(
    desk: Desk,
    cause: str,
    caller: Caller,
    meant: Meant,
    do: Callable[[], Awaitable[T]],
    guard: Callable[[Turn, Account], None] = lambda _turn, _target: None,
) -> tuple[int, T]:
    """The act's number in the audit and what the ENT answered; a `Refusal` where it may not, or was not done.

    `guard` may refuse what the rights alone allow, such as too many in an hour. It is for the caller to write down
    that the act is done, together with all that follows from it.
    """
    number = await desk.act(cause, caller, _intend, meant, guard)
    return number, await settled(desk, number, meant.act, meant.target.name, do)


async def settled(desk: Desk, number: int, act: str, whom: str, do: Callable[[], Awaitable[T]]) -> T:
    """What the ENT answered to an act that is written down as intended; a `Refusal` where it did not do it, noted."""
    try:
        return await do()
    except Declined as no:
        if no.reason in _FOR_THE_OPERATOR:
            log.warning("The ENT declined %s (%s), for the operator to mend: %s", act, number, no.reason)
        await desk.put(interventions.end, number, "declined", no.reason)
        raise Refusal(f"ent-{no.reason}", name=whom) from no
    except (InDoubt, Unavailable) as lost:
        log.warning("Whether %s (%s) was done is not known: %s", act, number, brief(lost))
        await desk.put(interventions.end, number, "doubt")
        raise Refusal("ent-doubt", name=whom, act=act) from lost


async def own_up(desk: Desk) -> int:
    """How many agents were told that nobody knows whether their act was done: its end was never heard."""
    lost = await desk.look(interventions.forgotten, desk.clock() - PATIENCE)
    for act in lost:
        await desk.once(f"doubt:{act.id}", _own_up, act)
    return len(lost)


def _intend(turn: Turn, meant: Meant, guard: Callable[[Turn, Account], None]) -> int:
    administration.check(meant.deed, turn.me, meant.target)
    if meant.request is not None:
        verbs.scene(turn, meant.request)  # refuses what is not theirs to read
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
            school=administration.school_of(turn.me, meant.target),
            request=meant.request,
            why=meant.why,
            facts=meant.facts,
        ),
    )


def _own_up(work: Work, act: Intervention) -> None:
    interventions.end(work, act.id, "doubt")
    person = people.by_id(work, act.person)
    if person is not None:
        look = Button("account", f":{act.account}", person.id)
        if "report" in act.facts:
            look = Button("report", str(act.facts["report"]), person.id)
        rows = ((look,),) if act.account or "report" in act.facts else ()
        outbox.tell(work, person, Notice("ent_doubt", {"act": act.act, "name": act.whom}, rows))
