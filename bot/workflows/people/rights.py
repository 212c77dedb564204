"""Rights that follow the ENT: every linked person is looked up again within hours."""

from __future__ import annotations

import logging
from datetime import timedelta

from bot.ent.directory import Reason
from bot.storage import people
from bot.storage.work import Work
from bot.terms import Account, Declined, Person
from bot.workflows.desk import Desk
from bot.workflows.people import leaving

log = logging.getLogger(__name__)


async def refresh(desk: Desk, limit: int = 50, older: timedelta = timedelta(hours=6)) -> int:
    """Looks up to `limit` linked people up in the ENT, those asked about longest ago first; returns how many.

    Stops at an ENT that does not answer: that says nothing about anybody's rights.
    """
    old = await desk.look(people.stale, desk.clock() - older, limit)
    for asked, person in enumerate(old):
        try:
            await ask_again(desk, person)
        except Declined as no:
            log.warning("The ENT does not say who has which rights: %s", no.reason)
            if no.reason != Reason.FORBIDDEN:  # that one concerns this account only: the others are asked about
                return asked
    return len(old)


async def ask_again(desk: Desk, person: Person) -> None:
    """Updates a person with what the ENT says of their account now; raises the ENT's `Declined`."""
    account = await desk.directory.account(person.account)
    await desk.once(f"refresh:{person.id}:{person.seen_at.isoformat()}", _refreshed, person, account)


def _refreshed(work: Work, person: Person, account: Account | None) -> None:
    """Updates the person, or unlinks them where the ENT has no such account; what they may not treat is released."""
    if account is not None:
        person = people.know(work, account)
    else:
        people.forget(work, person)
    leaving.leave_desks(work, person)
