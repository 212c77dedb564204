"""Bringing an announcement to the linked people it is for: a portion at a time, by day, and to nobody twice.

Any replica does the next portion. Once all linked people were gone through, they are gone through again each morning:
so those who were linked, or became reachable, in the meantime get it as well.
"""

from __future__ import annotations

import logging
from datetime import timedelta

from bot.logs import brief
from bot.storage import announcements
from bot.storage.announcements import Spread
from bot.storage.work import Work
from bot.terms import Button, Notice, Person, Profile, Refusal
from bot.terms.announcements import Announcement, day_of
from bot.workflows.announcements.online import CLOCKS, found
from bot.workflows.desk import Caller, Desk, Turn
from bot.workflows.policy import Policy
from bot.workflows.rules.announcements import Announcing

log = logging.getLogger(__name__)

LEASE = timedelta(minutes=2)  #: after this, another replica may do the portion
PORTION = 100  #: people gone through in one transaction
_LOST = timedelta(hours=1)  #: after that, an announcement that the ENT does not list was never made
_AGAIN = timedelta(minutes=5)  #: until the ENT is asked again whether it was
_IDLE, _SOON = 3600.0, 0.05  # seconds until the next portion: where nothing is brought, and at least


async def advance(desk: Desk) -> int:
    """Does the portion that has been due for longest; returns how many it did, 1 or 0."""
    spread = await desk.put(announcements.claim, desk.clock() + LEASE)
    if spread is None:
        return 0
    try:
        if not spread.entry:
            await _recover(desk, spread)
        else:
            await desk.once(f"bring:{spread.id}:{spread.step}", _portion, desk.policy.announcing, spread)
    except Exception as trouble:  # whatever it is, the portion is done once the lease is over
        log.warning("Announcement %s waits: %s", spread.id, brief(trouble), exc_info=True)
    return 1


async def until_next(desk: Desk) -> float:
    """Seconds until the next portion is due; an hour where nothing is brought."""
    due = await desk.look(announcements.next_due)
    return _IDLE if due is None else max(_SOON, (due - desk.clock()).total_seconds())


def _portion(work: Work, announcing: Announcing, before: Spread) -> None:
    """Queues the announcement for the next people; says when to go on."""
    spread = announcements.load(work, before.id, to_change=True)
    if spread is None or spread.ended_at is not None or spread.step != before.step:
        return
    if work.now >= spread.ends_at:
        spread.ended_at = spread.ends_at  # its time is over: what was brought to chats stays there
        announcements.save(work, spread)
        return
    opens = announcing.opens(max(work.now, spread.starts_at))
    if opens > work.now:
        spread.due_at = min(opens, spread.ends_at)
        announcements.save(work, spread)
        return
    people = announcements.readers(work, spread, PORTION)
    for person in people:
        if spread.is_for(person):
            announcements.bring(work, spread, person)
    through = len(people) < PORTION
    spread.after = 0 if through else people[-1].id
    spread.due_at = min(announcing.tomorrow(work.now), spread.ends_at) if through else work.now
    announcements.save(work, spread)


async def _recover(desk: Desk, spread: Spread) -> None:
    """Asks the ENT whether it has the announcement whose making was cut off; goes on with it, or forgets it."""
    said = Announcement(
        title=spread.title,
        texts=spread.texts,
        starts=day_of(spread.starts_at),
        ends=day_of(spread.ends_at),
        profiles=frozenset(Profile(one) for one in spread.profiles),
    )
    entry = await found(desk, spread.school, said, spread.at - CLOCKS)
    await desk.put(_recovered, desk.policy.announcing, spread.id, entry)


def _recovered(work: Work, announcing: Announcing, number: int, entry: str) -> None:
    spread = announcements.load(work, number, to_change=True)
    if spread is None or spread.entry:
        return
    if not entry and work.now - spread.at > _LOST:
        announcements.forget(work, number)
        return
    spread.entry = entry
    spread.due_at = announcing.opens(max(work.now, spread.starts_at)) if entry else work.now + _AGAIN
    announcements.save(work, spread)


def screen(work: Work, _policy: Policy, person: Person, number: int) -> Notice:
    """The announcement as that person reads it in a chat; that it is over, where it was ended or is not theirs."""
    spread = announcements.load(work, number)
    if spread is None or spread.stopped or not spread.is_for(person):
        return Notice("announcement_over", {"place": spread.school_name if spread else ""})
    row = (Button("flash_read", str(number), person.id),)
    return Notice("announcement", {"place": spread.school_name, "texts": spread.texts}, (row,))


async def read(desk: Desk, caller: Caller, number: int) -> Notice:
    """`J’ai lu`: counts it in the ENT, once for each account; a toast. Refused where it is not for that person."""
    account, entry = await desk.see(caller, _mine, number)
    await desk.directory.count_reading(entry, account)
    return Notice("done_flash_read")


def _mine(turn: Turn, number: int) -> tuple[str, str]:
    spread = announcements.load(turn.work, number)
    if spread is None or spread.stopped or not spread.is_for(turn.me):
        raise Refusal("old-button")
    return turn.me.account, spread.entry
