"""What became of a merge or of a parting whose answer was lost, or whose process ended: the ENT is read, later.

Whoever asked for it read that nobody knows; now they read which of the two it was, and the records follow the ENT.
"""

from __future__ import annotations

import logging
from datetime import timedelta

from bot.ent.directory import Reason
from bot.logs import brief
from bot.storage import interventions, outbox, people
from bot.storage.interventions import Intervention
from bot.storage.work import Work
from bot.terms import Account, Button, Declined, InDoubt, Notice, Unavailable
from bot.workflows.accounts import finding
from bot.workflows.acting import end
from bot.workflows.desk import Caller, Desk, Turn
from bot.workflows.duplicates import joining
from bot.workflows.duplicates.settling import MERGE, PART, advise
from bot.workflows.policy import Policy
from bot.workflows.rules.accounts.lifecycle import InterventionEvent

log = logging.getLogger(__name__)
_AGAIN = 60.0  #: seconds between two looks at the acts in doubt
_LOOKED_FOR = timedelta(days=3)  #: for so long the ENT is asked what became of one


async def settle(desk: Desk) -> int:
    """Reads from the ENT what became of the acts in doubt; returns of how many that is known now.

    Stops at an ENT that does not answer; one that does not show an account leaves its act in doubt.
    """
    found = await desk.look(interventions.doubtful, (MERGE, PART), desk.clock() - _LOOKED_FOR)
    settled = 0
    for act in found:
        try:
            gone, kept = await _read(desk, act)
        except Declined as no:
            if no.reason != Reason.FORBIDDEN:
                log.warning("What became of %s (%s) is not known yet: %s", act.act, act.id, no.reason)
                break
            continue
        except (InDoubt, Unavailable) as lost:
            log.warning("What became of %s (%s) is not known yet: %s", act.act, act.id, brief(lost))
            break
        settled += bool(await desk.once(f"settled:{act.id}", _settle, desk.policy, act, gone, kept))
    return settled


async def pause(_desk: Desk) -> float:
    """Seconds until the acts in doubt are looked at again."""
    return _AGAIN


async def _read(desk: Desk, act: Intervention) -> tuple[Account | None, Account | None]:
    """The account that was to disappear, and the one that was to be kept, as the ENT has them now."""
    kept = await desk.directory.account(str(act.facts.get("with", "")))
    places = [place.id for place in kept.places] if kept is not None else [act.school]
    return await desk.directory.account(act.account, places), kept


def _settle(work: Work, policy: Policy, act: Intervention, gone: Account | None, kept: Account | None) -> bool:
    """Records what became of the act; returns False where that was known, or where neither account is there."""
    if kept is None:
        return False
    paired = gone is not None and kept.id in gone.duplicates
    done = gone is None if act.act == MERGE else not paired
    if not end(work, act.id, InterventionEvent.SUCCEED if done else InterventionEvent.DECLINE):
        return False
    person = people.by_id(work, act.person)
    if done and person is not None:  # as if the answer had come: whoever asked for advice reads what became of it
        turn = Turn(work, person, Caller(person.telegram_id or 0, person.telegram_id or 0, person.id), policy)
        advise(turn, act.act, (kept.id, act.account), act.request, kept.name)
    if done and act.act == MERGE:
        joining.follow(work, policy, act.account, kept)
    if person is not None and person.telegram_id is not None:
        row = (Button("account", finding.target(kept.id, act.request), person.id),)
        facts = {"act": act.act, "name": kept.name, "other": act.whom, "done": done}
        outbox.tell(work, person, Notice("settled_after", facts, (row,)))
    return True
