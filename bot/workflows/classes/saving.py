"""Saves what somebody teaches: written down, then done in the ENT; and goes on with what was broken off."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import timedelta

from bot.ent.directory import Reason
from bot.storage import interventions, outbox, people
from bot.storage.interventions import Intervention
from bot.storage.work import Work
from bot.terms import Account, Button, Declined, Notice, Person, Unavailable
from bot.workflows.accounts import finding
from bot.workflows.acting import PATIENCE, Meant, carry_out, end
from bot.workflows.classes import changing
from bot.workflows.classes.changing import ACT, Outcome, Step
from bot.workflows.conversations import course
from bot.workflows.desk import Caller, Desk, Turn
from bot.workflows.people import rights
from bot.workflows.requests import verbs
from bot.workflows.rules.accounts import administration
from bot.workflows.rules.accounts.administration import Deed
from bot.workflows.rules.accounts.lifecycle import InterventionEvent
from bot.workflows.rules.classes.labels import Choice

log = logging.getLogger(__name__)
_LONGEST = timedelta(days=1)  #: what could not be finished within this is given up
_AWAY = (Reason.UNREACHABLE, Reason.GARBLED, Reason.CREDENTIALS, Reason.MFA, Reason.NOT_READY)


async def save(
    desk: Desk,
    cause: str,
    caller: Caller,
    account_id: str,
    request: int | None,
    wanted: tuple[Sequence[Choice], Sequence[Choice]],
) -> Notice:
    """Has the ENT add and remove what is wanted; returns the receipt.

    Where the ENT stops answering on the way, the receipt says how far it came: the rest is done later.
    """
    me = await finding.administrator(desk, caller)
    account = await finding.one(desk, me, account_id)
    taken = [Step(there, one.group, one.id, one.label) for there in (True, False) for one in wanted[not there]]

    async def do() -> Outcome:
        return await changing.take(desk.directory, account.id, taken)

    meant = Meant(ACT, Deed.CLASSES, account, request, facts=changing.noted(taken))
    number, made = await carry_out(desk, cause, caller, meant, do)
    return await desk.act(f"deed:{number}", caller, _done, account, number, request, made)


def _done(turn: Turn, account: Account, number: int, request: int | None, made: Outcome) -> Notice:
    course.leave(turn)
    facts = {"name": account.name} | made.facts
    row = [Button("account", finding.target(account.id, request), turn.me.id)]
    if made.left:  # the act stays unfinished, so that `advance` finds it
        return Notice("classes_waiting", facts, (tuple(row),))
    end(turn.work, number, InterventionEvent.SUCCEED, facts={"failed": len(made.failed)} if made.failed else None)
    if request:
        verbs.acted(turn, request, ACT, account.name)
        row.append(Button("resolve", str(request), turn.me.id, style="success"))
    return Notice("classes_saved", facts, (tuple(row),))


async def advance(desk: Desk) -> int:
    """Goes on with what was broken off, by a crash or since the ENT stopped answering; returns how many it finished.

    Every step is taken anew, since each twice is as once. Whoever asked for it is told.
    """
    finished = 0
    for act in await desk.look(interventions.unfinished, ACT, desk.clock() - PATIENCE):
        try:
            finished += await _go_on(desk, act)
        except (Declined, Unavailable) as lost:
            log.warning("Classes (%s) wait for the ENT: %s", act.id, lost)
    return finished


async def _go_on(desk: Desk, act: Intervention) -> bool:
    """Finishes the act, or gives it up; False where the ENT must be asked again later."""
    person = await rights.confirm(desk, act.person)
    account = await desk.directory.account(act.account)
    made: Outcome | None = None
    if person is not None and account is not None and await desk.look(_stands, person, account, act):
        try:
            made = await changing.take(desk.directory, account.id, changing.read(act))
        except Declined as no:
            if no.reason in _AWAY and _young(desk, act):
                return False
            made = Outcome(failed=changing.read(act))
        if made.left and _young(desk, act):
            return False
    await desk.once(f"deed:{act.id}:later", _finished, act, made)
    return True


def _stands(work: Work, person: Person, account: Account, act: Intervention) -> bool:
    """Whether the person may still do that, and nobody changed the classes of the account since."""
    return administration.allows(Deed.CLASSES, person, account) and not interventions.renewed(work, act)


def _young(desk: Desk, act: Intervention) -> bool:
    return act.at is not None and desk.clock() - act.at < _LONGEST


def _finished(work: Work, act: Intervention, made: Outcome | None) -> None:
    """Writes down how it ended, and tells whoever asked for it; nothing where that is known already."""
    known = made is not None and not made.left
    event = InterventionEvent.LOSE if not known else InterventionEvent.SUCCEED
    if known and made is not None and not made.done:
        event = InterventionEvent.DECLINE
    if not end(work, act.id, event):
        return
    person = people.by_id(work, act.person)
    if person is None:
        return
    rows = ((Button("account", finding.target(act.account), person.id),),)
    if made is None or not known:
        outbox.tell(work, person, Notice("ent_doubt", {"act": ACT, "name": act.whom}, rows))
    else:
        outbox.tell(work, person, Notice("classes_saved", {"name": act.whom} | made.facts, rows))
