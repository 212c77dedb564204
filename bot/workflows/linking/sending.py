"""Sending invitations: one step of a mailing, so many a minute, each noted before it is sent and after.

The token of an invitation is made as it is sent: only its hash is kept. What was sent, or may have been, is never
sent again; what was not sent waits for its turn again.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.ent.directory import Reason
from bot.logs import brief
from bot.storage import handouts, invitations, mailings, people, screens
from bot.storage.audit.lines import Line
from bot.storage.mailings import Mailing
from bot.storage.work import Work
from bot.terms import (
    Account,
    Declined,
    InDoubt,
    InvitationState,
    Letter,
    Level,
    Unavailable,
    Way,
    deep_link,
    tongue,
)
from bot.workflows.desk import Desk
from bot.workflows.linking.mailings import about, desk_of, end
from bot.workflows.linking.surveying import linked_of, pages
from bot.workflows.people import issuing, rights, voiding
from bot.workflows.rules.mailings import MailingEvent, reads

log = logging.getLogger(__name__)

LEASE = timedelta(minutes=3)  #: after this, another replica may go on with the mailing
PAGE = 20  #: invitations sent in one step
AGAIN = timedelta(minutes=1)  #: before an ENT that is down is asked again
_MOST_AGAIN = 6  #: so many times is that wait doubled, where one answer after the other is lost
_MINUTE = timedelta(minutes=1)
_PATIENCE = 40.0  # seconds, for one step: a slow ENT must not hold up the other jobs
_MOST_FAILED = 5  #: so many failures in a row say that the ENT takes no message at all
_IDLE, _SOON = 3600.0, 0.05  # seconds until the next step: where no mailing is under way, and at least
#: reasons that concern one account: the mailing goes on with the others
_OF_ONE = (Reason.GONE, Reason.DELETED, Reason.INACTIVE, Reason.REFUSED, Reason.GARBLED)


async def advance(desk: Desk) -> int:
    """Does the next step of the mailing that has waited longest for it; returns how many steps, 1 or 0."""
    mailing = await desk.put(mailings.claim, desk.clock() + LEASE)
    if mailing is None:
        return 0
    try:
        await _go_on(desk, mailing)
    except Exception as trouble:  # whatever it is, the mailing tries again later
        known = isinstance(trouble, Declined | InDoubt | Unavailable)
        log.warning("Mailing %s waits for the ENT: %s", mailing.id, brief(trouble), exc_info=not known)
        await desk.put(_wait, mailing)
    return 1


async def until_next(desk: Desk) -> float:
    """Seconds until the next step of a mailing is due; an hour where none is under way."""
    due = await desk.look(mailings.next_step)
    return _IDLE if due is None else max(_SOON, (due - desk.clock()).total_seconds())


async def _go_on(desk: Desk, mailing: Mailing) -> None:
    author = await rights.confirm(desk, mailing.person)
    if author is None or author.barred or desk_of(mailing) not in author.roles:
        await desk.put(_stop, mailing, "lapsed")
        return
    await desk.put(_own_up, mailing)
    if not mailing.gathered:
        async for accounts, last in pages(desk, mailing.school, mailing.scope):
            await desk.put(_queue, desk, mailing, accounts, last)
    latest = time.monotonic() + _PATIENCE
    for account_id in await desk.look(_next, desk, mailing):
        if time.monotonic() > latest:
            break
        if not await _invite(desk, mailing, account_id):
            return
    await desk.put(_rest, desk, mailing)


async def _invite(desk: Desk, mailing: Mailing, account_id: str) -> bool:
    """Sends one invitation, or skips it; whether the step may go on with the next one."""
    try:
        account = await desk.directory.account(account_id, [mailing.school])
    except Declined as no:
        if no.reason != Reason.FORBIDDEN:
            raise
        account = None  # out of the bot's sight
    if account is None or not reads(account, mailing.school):
        return await desk.put(_skip, mailing, account_id)
    letter = await desk.put(_intend, desk, mailing, account)
    if letter is None:
        return await desk.put(_skip, mailing, account_id)
    try:
        await desk.directory.send_message(account_id, *desk.letter(letter))
    except Declined as no:
        log.warning("The ENT declined an invitation: %s", no.reason)
        return await desk.put(_declined, mailing, account_id, no.reason)
    except (InDoubt, Unavailable) as lost:
        log.warning("Whether an invitation was sent is not known: %s", brief(lost))
        return await desk.put(_doubtful, mailing, account_id)
    return await desk.put(_sent, mailing, account_id)


def _next(work: Work, desk: Desk, mailing: Mailing) -> list[str]:
    """The accounts whose turn it is, as many as may be sent something within this minute."""
    room = desk.policy.linking.a_minute - invitations.sent_since(work, work.now - _MINUTE)[0]
    return invitations.waiting(work, mailing.id, max(0, min(PAGE, room)))


def _queue(work: Work, desk: Desk, before: Mailing, accounts: Sequence[Account], last: bool) -> None:
    """Has those wait for their turn who read in the ENT, are not linked, and were not invited lately."""
    mailing = _mine(work, before)
    if mailing is None:
        return
    there = linked_of(work, [account.id for account in accounts])
    them = [one.id for one in accounts if reads(one, mailing.school) and one.id not in there]
    mailing.total += invitations.queue(work, mailing.id, them, work.now - desk.policy.linking.again)
    mailing.gathered = before.gathered = last
    mailings.save(work, mailing)


def _intend(work: Work, desk: Desk, before: Mailing, account: Account) -> Letter | None:
    """Makes a token, and notes that it is about to be sent; the letter that holds it.

    None where the account was linked meanwhile, or the mailing is over.
    """
    if _mine(work, before) is None or linked_of(work, [account.id]):
        return None
    if not invitations.intend(work, before.id, account.id):
        return None
    made = issuing.issue(work, desk.policy, [account.id], Way.MESSAGE, before.handout)
    known = people.by_account(work, account.id)
    language = known.tongue if known is not None else tongue("fr", account.profile)
    link, life = deep_link(desk.username(), made[account.id]), desk.policy.linking.life[Way.MESSAGE]
    return Letter(account.first_name, before.school_name, link, life.days, language)


def _sent(work: Work, before: Mailing, account_id: str) -> bool:
    if invitations.end(work, before.id, account_id, InvitationState.SENT):
        _count(work, before, "sent", account_id)
    return True


def _doubtful(work: Work, before: Mailing, account_id: str) -> bool:
    """Notes that nobody knows whether it was sent; the mailing waits, longer each time this follows itself."""
    if invitations.end(work, before.id, account_id, InvitationState.DOUBT):
        mailing = _count(work, before, "doubtful", account_id)
        if mailing is not None and not mailing.over:
            row = mailing.facts["doubts"] = mailing.facts.get("doubts", 0) + 1
            _pause(work, mailing, work.now + AGAIN * 2 ** min(row - 1, _MOST_AGAIN))
    return False


def _declined(work: Work, before: Mailing, account_id: str, reason: str) -> bool:
    """Nothing was sent: the token is void. The account is given up, or waits again; or the mailing is stopped."""
    voiding.void_ways(work, [account_id], (Way.MESSAGE,))
    if reason in _OF_ONE:
        invitations.drop(work, before.id, account_id)
        mailing = _count(work, before, "failed", account_id)
        if mailing is None or mailing.over:
            return False
        mailing.facts["failures"] = mailing.facts.get("failures", 0) + 1
        mailings.save(work, mailing)
        if mailing.facts["failures"] < _MOST_FAILED:
            return True
    else:
        invitations.back(work, before.id, account_id)
    if reason in _OF_ONE or reason == Reason.FORBIDDEN:
        _stop(work, before, "refused")
    else:
        _wait(work, before)
    return False


def _skip(work: Work, before: Mailing, account_id: str) -> bool:
    mailing = _mine(work, before)
    if mailing is None:
        return False
    if invitations.drop(work, before.id, account_id):
        mailing.skipped += 1
        mailings.save(work, mailing)
    return True


def _count(work: Work, before: Mailing, what: str, account_id: str) -> Mailing | None:
    """Counts how one invitation ended, traces it where it was sent or may have been; the mailing as it is then."""
    mailing = mailings.load(work, before.id, to_change=True)
    if mailing is None:
        return None
    setattr(mailing, what, getattr(mailing, what) + 1)
    if what != "failed":
        facts = {"mailing": mailing.id, "state": "done" if what == "sent" else "doubt"}
        work.trace(
            Line("invite", mailing.person, Level.SCHOOL, account=account_id, school=mailing.school, facts=facts)
        )
    if what == "sent":
        mailing.facts.pop("doubts", None)
        mailing.facts.pop("failures", None)
    mailings.save(work, mailing)
    handouts.count(work, mailing.handout, mailing.sent + mailing.doubtful)
    if mailing.over:
        screens.refresh(work, about(mailing))
    return mailing


def _own_up(work: Work, before: Mailing) -> None:
    """Puts in doubt what a process was sending when it was killed."""
    for account_id in invitations.intended(work, before.id) if _mine(work, before) is not None else ():
        if invitations.end(work, before.id, account_id, InvitationState.DOUBT):
            _count(work, before, "doubtful", account_id)


def _rest(work: Work, desk: Desk, before: Mailing) -> None:
    """Ends the mailing where nobody waits any more; else has it go on as soon as something may be sent."""
    mailing = _mine(work, before)
    if mailing is None:
        return
    if not invitations.waiting(work, mailing.id, 1):
        end(work, mailing, MailingEvent.FINISH)
        return
    sent, first = invitations.sent_since(work, work.now - _MINUTE)
    full = first is not None and sent >= desk.policy.linking.a_minute
    mailing.facts.pop("waiting", None)
    _lease(work, mailing, first + _MINUTE if full and first is not None else work.now)


def _wait(work: Work, before: Mailing) -> None:
    mailing = _mine(work, before)
    if mailing is not None:
        _pause(work, mailing, work.now + AGAIN)


def _pause(work: Work, mailing: Mailing, until: datetime) -> None:
    mailing.facts["waiting"] = True
    _lease(work, mailing, until)


def _lease(work: Work, mailing: Mailing, until: datetime) -> None:
    mailing.lease_until = until
    mailings.save(work, mailing)
    screens.refresh(work, about(mailing))


def _stop(work: Work, before: Mailing, why: str) -> None:
    mailing = _mine(work, before)
    if mailing is not None:
        end(work, mailing, MailingEvent.STOP, why)


def _mine(work: Work, before: Mailing) -> Mailing | None:
    """The mailing, still to be gone on with in this step; None where it is over, or another replica goes on with it.

    One whose links were all made void is stopped.
    """
    mailing = mailings.load(work, before.id, to_change=True)
    if mailing is None or mailing.over or mailing.facts["step"] != before.facts["step"]:
        return None
    handout = handouts.by_id(work, mailing.handout)
    if handout is not None and handout.revoked_at is not None:
        end(work, mailing, MailingEvent.STOP, "revoked")
        return None
    return mailing
