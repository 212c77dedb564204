"""Rights that follow the ENT: read anew before whatever somebody does, and now and then for those who do nothing.

`renew` is called before a handler runs, `confirm` before something is done in somebody's name later, `refresh` by the
ticker. Each account is read at most once in `config/rights.toml`'s `fresh_minutes`, by whoever needs it first.
"""

from __future__ import annotations

import asyncio
import logging
from functools import partial

from bot.ent.directory import Reason
from bot.logs import brief
from bot.storage import people
from bot.storage.work import Work
from bot.terms import Account, Declined, Person, Refusal, Unavailable, tongue
from bot.workflows.desk import Caller, Desk, Look
from bot.workflows.people import changing
from bot.workflows.requests import serving
from bot.workflows.rules import rights as rules

log = logging.getLogger(__name__)
_LOOKS = 50  #: accounts that the ticker has looked up in one round


async def renew(desk: Desk, caller: Caller) -> None:
    """Has the ENT say again who the accounts of the caller's chat are, where it said so too long ago.

    All at once, and once for all who ask at the same time. Returns when the ENT has answered, or after the time that
    an update may wait for it; the looks go on then. Where the ENT gives no answer, what is known stays.
    """
    await _all(desk, await desk.look(_due, desk, caller.telegram_id))


async def confirm(desk: Desk, person_id: int) -> Person | None:
    """The person as the ENT knows them now, before something is done in their name; None where there is none.

    Raises `Declined` where the ENT has not confirmed their rights lately enough to be believed.
    """
    person = await desk.look(people.by_id, person_id)
    if person is not None and rules.due(person, desk.clock(), desk.policy.rights):
        await _all(desk, [person])
        person = await desk.look(people.by_id, person_id)
    if person is not None and not person.barred and rules.unconfirmed(person, desk.clock(), desk.policy.rights):
        raise Declined(Reason.UNREACHABLE, "it does not confirm the rights of who asked for it")
    return person


async def renew_reader(desk: Desk, person_id: int | None) -> None:
    """As `renew`, for one person who is about to read something that they did not ask for; nothing for None."""
    person = await desk.look(people.by_id, person_id) if person_id is not None else None
    if person is not None and rules.due(person, desk.clock(), desk.policy.rights):
        await _all(desk, [person])


async def refresh(desk: Desk, limit: int = _LOOKS) -> int:
    """Looks up to `limit` people up in the ENT who are due, those asked about longest ago first; returns how many.

    Stops at an ENT that does not answer: that says nothing about anybody's rights.
    """
    bounds = desk.policy.rights
    old = await desk.look(people.stale, bounds.agents, bounds.others, bounds.gone, limit)
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


async def ask_again(desk: Desk, person: Person) -> Account | None:
    """Updates a person with what the ENT says of their account now, and returns that; None where it has no such one.

    Raises the ENT's `Declined`.
    """
    try:
        account = await desk.directory.account(person.account, [place.id for place in person.places], briefly=True)
    except Declined as no:
        await desk.put(changing.unanswered, desk.policy, person, hidden=no.reason == Reason.FORBIDDEN)
        raise
    # With the present moment: a clock that was set back makes the others come again.
    moments = (person.seen_at, person.tried_at or person.seen_at, desk.clock())
    cause = ":".join(("refresh", str(person.id), *(moment.isoformat() for moment in moments)))
    if await desk.once(cause, changing.answered, desk.policy, person, account):
        desk.stir()  # what they leave goes to where somebody reads it
    return account


def refuse_link(account: Account | Person, language: str) -> None:
    """Refuses in that language to link an account that cannot log in.

    A pupil's or a relative's that is blocked may be linked, to ask why.
    """
    if account.barred and not rules.may_ask(account):
        refusal = Refusal("barred-deleted") if account.barred == "deleted" else Refusal("barred-blocked")
        refusal.language = tongue(language, account.profile)
        raise refusal


async def _all(desk: Desk, due: list[Person]) -> None:
    """Looks these people up, and waits for that as long as an update may wait."""
    if not due:
        return
    loop = asyncio.get_running_loop()
    looks = [_look(desk, person) for person in due]
    left = max(0.0, max(look.until for look in looks) - loop.time())
    await asyncio.wait([look.task for look in looks], timeout=left)


def _look(desk: Desk, person: Person) -> Look:
    """The look at that account that is under way, or a new one."""
    found = desk.looks.get(person.id)
    if found is None:
        until = asyncio.get_running_loop().time() + desk.policy.rights.wait.total_seconds()
        found = desk.looks[person.id] = Look(asyncio.create_task(_ask(desk, person)), until)
        found.task.add_done_callback(partial(_through, desk, person.id))
    return found


def _through(desk: Desk, person_id: int, task: asyncio.Task[None]) -> None:
    del desk.looks[person_id]
    if not task.cancelled() and (error := task.exception()) is not None:
        log.error("The rights of somebody could not be read", exc_info=error)


async def _ask(desk: Desk, person: Person) -> None:
    try:
        await ask_again(desk, person)
    except Declined as no:
        log.warning("The ENT does not say who has which rights: %s", no.reason)
    except Unavailable as error:
        log.warning("The ENT does not say who has which rights: %s", brief(error))


def _due(work: Work, desk: Desk, telegram_id: int) -> list[Person]:
    mine = people.of_telegram(work, telegram_id)
    if any(not one.reachable or one.unmet(work.bot) for one in mine):
        desk.heard(telegram_id)
    return [one for one in mine if rules.due(one, work.now, desk.policy.rights)]
