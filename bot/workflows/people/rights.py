"""Rights that follow the ENT: every linked person is looked up again within hours."""

from __future__ import annotations

import logging
from datetime import timedelta

from bot.ent.directory import Reason
from bot.storage import outbox, people
from bot.storage.work import Work
from bot.terms import Account, Declined, Notice, Person
from bot.workflows.desk import Desk
from bot.workflows.people import leaving, speaking
from bot.workflows.requests import moving, returning, serving
from bot.workflows.rules.requests.routing import Levels

log = logging.getLogger(__name__)


async def refresh(desk: Desk, limit: int = 50, older: timedelta = timedelta(hours=6)) -> int:
    """Looks up to `limit` linked people up in the ENT, those asked about longest ago first; returns how many.

    Stops at an ENT that does not answer: that says nothing about anybody's rights.
    """
    old = await desk.look(people.stale, desk.clock() - older, limit)
    asked = 0
    for person in old:
        try:
            await ask_again(desk, person)
        except Declined as no:
            log.warning("The ENT does not say who has which rights: %s", no.reason)
            if no.reason != Reason.FORBIDDEN:  # that one concerns this account only: the others are asked about
                break
        asked += 1
    if old:
        await serving.settle(desk)  # what the last reader of a desk left goes above
    return asked


async def ask_again(desk: Desk, person: Person) -> None:
    """Updates a person with what the ENT says of their account now; raises the ENT's `Declined`."""
    account = await desk.directory.account(person.account)
    cause = f"refresh:{person.id}:{person.seen_at.isoformat()}"
    await desk.once(cause, _refreshed, desk.policy.levels, person, account)


def _refreshed(work: Work, levels: Levels, person: Person, account: Account | None) -> None:
    """Updates the person, or unlinks them where the ENT has no such account; what they may not treat is released.

    What they asked for goes along to their new school. They are told what they leave open, and to whom it goes; at a
    new desk, what waits for them there.
    """
    before, places = person.roles, person.places
    if account is not None:
        person = people.know(work, account)
    now = person.roles if account is not None else ()
    left = leaving.estate(work, levels, person, set(before) - set(now))
    said = [Notice("account_left", {"name": person.name})] if account is None else []
    said += [Notice("left_desk", left)] if left is not None else []
    if person.telegram_id is not None:
        for notice in said:  # said to the chat, since the person may no longer be linked when it is sent
            outbox.say_later(work, person.telegram_id, notice, person.tongue)
    if account is None:
        speaking.part(work, person)
    moving.follow(work, levels, person, account, places)
    leaving.leave_desks(work, person)
    if gained := set(now) - set(before):
        returning.arrive(work, person, sorted(gained, key=lambda role: role.level))
