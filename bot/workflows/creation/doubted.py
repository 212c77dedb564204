"""What became of an account to be made by hand whose answer was lost, or whose process ended: the ENT is read, later.

Whoever asked for it read that nobody knows; now they read whether it is there. Nothing is asked of the ENT again.
"""

from __future__ import annotations

import logging
from datetime import timedelta

from bot.ent.creation import MANUAL
from bot.ent.directory import Query
from bot.folding import words
from bot.logs import brief
from bot.storage import interventions, outbox, people
from bot.storage.interventions import Intervention
from bot.storage.work import Work
from bot.terms import Account, Button, Declined, InDoubt, Notice, Profile, Unavailable
from bot.workflows.accounts import finding
from bot.workflows.acting import end
from bot.workflows.creation.making import CREATE, SKEW
from bot.workflows.desk import Desk
from bot.workflows.rules.accounts.lifecycle import InterventionEvent

log = logging.getLogger(__name__)
_AGAIN = 60.0  #: seconds between two looks at the acts in doubt
_LOOKED_FOR = timedelta(days=3)  #: for so long the ENT is asked what became of one
_COMES = timedelta(minutes=30)  #: for so long an account may still come
_MOST = 50  #: accounts of one name


async def settle(desk: Desk) -> int:
    """Reads from the ENT what became of the accounts in doubt; returns of how many that is known now.

    One of which several may be it stays in doubt. Stops at an ENT that does not answer.
    """
    found = await desk.look(interventions.doubtful, (CREATE,), desk.clock() - _LOOKED_FOR)
    settled = 0
    for act in found:
        try:
            made = await _made(desk, act)
        except (Declined, InDoubt, Unavailable) as lost:
            log.warning("What became of %s (%s) is not known yet: %s", act.act, act.id, brief(lost))
            break
        settled += bool(await desk.once(f"created:{act.id}:{len(made)}", _settle, act, made))
    return settled


async def pause(_desk: Desk) -> float:
    """Seconds until the acts in doubt are looked at again."""
    return _AGAIN


async def _made(desk: Desk, act: Intervention) -> list[Account]:
    """The accounts of that name and profile that were made by hand in the school since the act began."""
    query = Query(words=act.whom, profiles=frozenset({Profile(str(act.facts["profile"]))}))
    listed = await desk.directory.search(query, [act.school], _MOST)
    cards = await desk.directory.accounts([one.id for one in listed.accounts]) if listed.accounts else []
    assert act.at is not None
    since = act.at - SKEW
    return [
        one
        for one in cards
        if one.source == MANUAL
        and words(one.name) == words(act.whom)
        and one.created_at is not None
        and one.created_at >= since
    ]


def _settle(work: Work, act: Intervention, made: list[Account]) -> bool:
    """Records what became of the act, and tells whoever meant it; False where that was known or is not known yet."""
    others = interventions.made(work, CREATE, [one.id for one in made])
    mine = [one for one in made if one.id not in others]
    assert act.at is not None
    if len(mine) > 1 or (not mine and work.now < act.at + _COMES):
        work.undo()
        return False
    if mine:
        interventions.name_account(work, act.id, mine[0].id)
    if not end(work, act.id, InterventionEvent.SUCCEED if mine else InterventionEvent.DECLINE):
        return False
    person = people.by_id(work, act.person)
    if person is not None and person.telegram_id is not None:
        actions = ("account", "code") if mine else ()
        row = tuple(Button(action, finding.target(mine[0].id), person.id) for action in actions)
        facts = {"name": act.whom, "done": bool(mine)}
        outbox.tell(work, person, Notice("created_after", facts, (row,) if row else ()))
    return True
