"""A whole profile of a school blocked or unblocked, some accounts at a time (guide, chapter 3.A.3).

Any replica takes a campaign further, and goes on where a killed one stopped once its lease is over. Blocking twice is
as blocking once, so a page that is gone through twice changes nothing more. Where the ENT is down, a campaign waits,
and goes on by itself.
"""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.ent.directory import Found, Query, Reason
from bot.logs import brief
from bot.storage import campaigns, interventions, outbox, people, screens
from bot.storage.campaigns import Campaign
from bot.storage.interventions import Intervention
from bot.storage.work import Work
from bot.terms import Account, Declined, InDoubt, Level, Notice, Refusal, Role, Unavailable
from bot.workflows.desk import Desk, Turn
from bot.workflows.people import rights
from bot.workflows.rules.accounts import administration
from bot.workflows.rules.blocks.sparing import spared

log = logging.getLogger(__name__)

ACTS = {True: "block_profile", False: "unblock_profile"}  #: as the audit names them
PAGE = 20  #: accounts at a time
LEASE = timedelta(minutes=3)  #: a page whose runner is not heard of any more is free again after this
AGAIN = timedelta(minutes=1)  #: until an ENT that is down is asked again
_PATIENCE = timedelta(seconds=40)  # a slow ENT must not hold up what else time brings
_TOGETHER = 8  # campaigns taken further at once
_DUE = 50  # planned campaigns begun at once

#: what the ENT may say of one account while it serves the others
_OF_ONE = (Reason.FORBIDDEN, Reason.GONE, Reason.REFUSED, Reason.GARBLED)


def enter(turn: Turn, asked: Campaign, starts: Sequence[datetime]) -> None:
    """Begins what was asked, or plans it for those moments, the second of which undoes it; its message is on its way.

    Refused: whoever does not administer the school, and a second campaign beside another.
    """
    work = turn.work
    administration.check_school(turn.me, asked.school)
    campaigns.lock(work, asked.school)
    if not starts:
        _refuse_second(work, asked.school)
        campaigns.add(work, asked)
        _start(work, asked)
    elif campaigns.planned(work, asked.school, asked.profile) is not None:
        raise Refusal("campaign-planned", profile=asked.profile.value, place=asked.school_name)
    else:
        asked = _plan(work, asked, starts)
    outbox.screen(work, turn.me, _about(asked))


def cancel(turn: Turn, number: int) -> Notice:
    """Gives up what is planned, its undoing included, or stops what is under way: what is done by then stays."""
    campaign = _own(turn, number)
    if campaign.state == "planned":
        _give_up(turn.work, campaign)
        return Notice("done_campaign_cancelled")
    if campaign.state != "running":
        raise Refusal("campaign-over")
    _end(turn.work, campaign, "cancelled")
    return Notice("done_campaign_stopped")


def open_again(turn: Turn, number: int) -> None:
    """Has the campaign shown anew, to be followed."""
    outbox.screen(turn.work, turn.me, _about(_own(turn, number)))


async def advance(desk: Desk) -> int:
    """How many campaigns were taken a page further, those whose moment has come included; more waits for a stir."""
    for number in await desk.look(campaigns.due, _DUE):
        try:
            await _ask_about_author(desk, number)
            await desk.once(f"campaign:{number}:begin", _begin, number)
        except Refusal:  # another of the school was quicker: this one follows it
            log.info("Campaign %s waits for another of its school", number)
        except Declined as no:
            log.warning("Campaign %s waits for the ENT: %s", number, no.reason)
    claimed = await desk.put(campaigns.claim, desk.clock() + LEASE, _TOGETHER)
    await asyncio.gather(*(_go_on(desk, campaign) for campaign in claimed))
    if claimed:
        desk.stir()
    return len(claimed)


async def _ask_about_author(desk: Desk, number: int) -> None:
    """Has the rights of whoever planned a campaign asked of the ENT again: months may have passed."""
    campaign = await desk.look(campaigns.load, number)
    author = await desk.look(people.by_id, campaign.person) if campaign else None
    if author is not None:
        await rights.ask_again(desk, author)


async def _go_on(desk: Desk, campaign: Campaign) -> None:
    cause = f"campaign:{campaign.id}:{campaign.facts['step']}"
    query = Query(profiles=frozenset({campaign.profile}))
    author = await desk.look(people.by_id, campaign.person)
    own = author.account if author else ""
    try:
        found = await desk.directory.search(query, [campaign.school], PAGE, campaign.after)
        tally = await _pass(desk, campaign, own, found.accounts)
    except Exception as trouble:  # whatever it is, the campaign outlives it
        known = isinstance(trouble, Declined | InDoubt | Unavailable)
        log.warning("Campaign %s waits for the ENT: %s", campaign.id, brief(trouble), exc_info=not known)
        await desk.once(cause, _wait, campaign)
    else:
        await desk.once(cause, _forward, campaign, found, tally)


async def _pass(desk: Desk, campaign: Campaign, own: str, accounts: Sequence[Account]) -> Counter[str]:
    """How many of the accounts are now as they shall be, were spared, or failed, those by reason."""
    tally: Counter[str] = Counter()
    began = desk.clock()
    for account in accounts:
        if desk.clock() - began > _PATIENCE:
            raise Declined(Reason.UNREACHABLE, "too slow")
        tally["spared" if spared(account, own) else await _block(desk, account, campaign.blocked)] += 1
    return tally


async def _block(desk: Desk, account: Account, blocked: bool) -> str:
    """Asked of every account, even where a list says that it is so already: a list may be of a while ago."""
    try:
        await desk.directory.block(account.id, blocked)
    except Declined as no:
        if no.reason not in _OF_ONE:
            raise
        log.warning("The ENT declined to block or unblock an account: %s", no.reason)
        return no.reason
    return "done"


def _forward(work: Work, before: Campaign, found: Found, tally: Counter[str]) -> None:
    campaign = campaigns.load(work, before.id, to_change=True)
    if campaign is None or campaign.facts["step"] != before.facts["step"]:  # its lease ended, another went on
        return
    campaign.done += tally.pop("done", 0)
    campaign.spared += tally.pop("spared", 0)
    campaign.failed += tally.total()
    failures = Counter(campaign.facts.get("failures", {}))
    failures.update(tally)
    campaign.facts = {**campaign.facts, "failures": dict(failures)}
    campaign.facts.pop("waiting", None)
    campaign.total = max(campaign.total, found.count or 0, campaign.done + campaign.spared + campaign.failed)
    campaign.after, campaign.lease_until = found.after, None
    if campaign.state == "running" and not found.after:
        _end(work, campaign, "done")
        return
    campaigns.save(work, campaign)
    screens.refresh(work, _about(campaign))


def _wait(work: Work, before: Campaign) -> None:
    campaign = campaigns.load(work, before.id, to_change=True)
    if campaign is None or campaign.state != "running" or campaign.facts["step"] != before.facts["step"]:
        return
    campaign.lease_until = work.now + AGAIN
    campaign.facts["waiting"] = True
    campaigns.save(work, campaign)
    screens.refresh(work, _about(campaign))


def _plan(work: Work, asked: Campaign, starts: Sequence[datetime]) -> Campaign:
    begins = max(starts[0], work.now)
    asked = replace(asked, state="planned", at=begins, starts_at=begins, facts={"planned": True})
    campaigns.add(work, asked)
    for moment in starts[1:]:
        facts = {"planned": True, "pair": asked.id}
        undoing = replace(asked, blocked=not asked.blocked, at=moment, starts_at=moment, facts=facts)
        campaigns.add(work, undoing)
        asked.facts["pair"] = undoing.id
        campaigns.save(work, asked)
    return asked


def _begin(work: Work, number: int) -> None:
    """Begins what was planned. Whoever left the school blocks nobody there any more, but what they did is undone."""
    campaign = campaigns.load(work, number, to_change=True)
    if campaign is None or campaign.state != "planned":
        return
    campaigns.lock(work, campaign.school)
    _refuse_second(work, campaign.school)
    author = people.by_id(work, campaign.person)
    if campaign.blocked and (author is None or _desk_of(campaign) not in author.roles):
        campaign.facts["lapsed"] = True
        _give_up(work, campaign)
    else:
        _start(work, campaign)
        screens.refresh(work, _about(campaign))
    _tell(work, campaign)


def _start(work: Work, campaign: Campaign) -> None:
    meant = Intervention(ACTS[campaign.blocked], campaign.person, school=campaign.school)
    meant.facts = {"campaign": campaign.id, "profile": campaign.profile.value}
    campaign.facts["deed"] = interventions.intend(work, meant)
    campaign.state, campaign.at = "running", work.now
    campaigns.save(work, campaign)


def _end(work: Work, campaign: Campaign, state: str) -> None:
    campaign.state, campaign.ended_at, campaign.lease_until = state, work.now, None
    campaign.facts.pop("waiting", None)
    campaigns.save(work, campaign)
    counts = {key: getattr(campaign, key) for key in ("done", "spared", "failed")}
    interventions.end(work, campaign.facts["deed"], "done", facts=counts | {"stopped": state == "cancelled"})
    screens.refresh(work, _about(campaign))
    if campaign.facts.get("planned") or campaign.ended_at - campaign.at >= AGAIN:
        _tell(work, campaign)


def _give_up(work: Work, campaign: Campaign) -> None:
    """Ends what has not begun, and the undoing of it."""
    pair = campaigns.load(work, campaign.facts["pair"], to_change=True) if campaign.facts.get("pair") else None
    for planned in (campaign, pair):
        if planned is not None and planned.state == "planned":
            planned.state, planned.ended_at = "cancelled", work.now
            campaigns.save(work, planned)
            screens.refresh(work, _about(planned))


def _own(turn: Turn, number: int) -> Campaign:
    campaign = campaigns.load(turn.work, number, to_change=True)
    if campaign is None:
        raise Refusal("old-button")
    administration.check_school(turn.me, campaign.school)
    return campaign


def _refuse_second(work: Work, school: str) -> None:
    other = campaigns.running(work, school)
    if other is not None:
        raise Refusal("campaign-under-way", profile=other.profile.value, blocked=other.blocked)


def _tell(work: Work, campaign: Campaign) -> None:
    """Shows it anew to who asked for it, else to all who administer the school: an edit alone makes no sound."""
    desk = people.at_desk(work, _desk_of(campaign))
    for person in [one for one in desk if one.id == campaign.person] or desk:
        outbox.screen(work, person, _about(campaign))


def _desk_of(campaign: Campaign) -> Role:
    return Role(Level.SCHOOL, campaign.school)


def _about(campaign: Campaign) -> str:
    return f"campaign:{campaign.id}"
