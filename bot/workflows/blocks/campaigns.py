"""Campaigns: a whole profile of a school blocked or unblocked, a page of accounts at a time (guide, chapter 3.A.3).

Any replica may do the next page; where one is killed, another goes on once the lease is over. Blocking is idempotent,
so a page done twice does no harm. While the ENT is down, the campaign waits and tries again.
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
from bot.storage import blocks, interventions, outbox, people, screens
from bot.storage.blocks import Campaign
from bot.storage.interventions import Intervention
from bot.storage.work import Work
from bot.terms import Account, CampaignState, Declined, InDoubt, Level, Notice, Refusal, Role, Unavailable
from bot.workflows import acting
from bot.workflows.desk import Desk, Turn
from bot.workflows.people import rights
from bot.workflows.rules.accounts import administration
from bot.workflows.rules.accounts.lifecycle import InterventionEvent
from bot.workflows.rules.blocks.lifecycle import LIFECYCLE, CampaignCase, CampaignEvent
from bot.workflows.rules.blocks.sparing import spared
from bot.workflows.rules.machines import Impossible

log = logging.getLogger(__name__)

ACTS = {True: "block_profile", False: "unblock_profile"}  #: names of the acts in the audit
PAGE = 20  #: accounts blocked or unblocked in one step
LEASE = timedelta(minutes=3)  #: after this, another replica may do the page again
AGAIN = timedelta(minutes=1)  #: before an ENT that is down is asked again
_PATIENCE = timedelta(seconds=40)  # for one page: a slow ENT must not hold up the other jobs
_TOGETHER = 8  # campaigns worked on in parallel
_DUE = 50  # planned campaigns begun in one round

#: reasons that concern one account: the campaign goes on with the others
_OF_ONE = (Reason.FORBIDDEN, Reason.GONE, Reason.REFUSED, Reason.GARBLED)


def enter(turn: Turn, asked: Campaign, starts: Sequence[datetime]) -> None:
    """Starts the campaign, or schedules it: `starts[0]` applies it, an optional `starts[1]` reverts it.

    Queues the message that follows it. Refused to people who do not administer the school, while another campaign
    runs there, and where one is planned for the same profile already.
    """
    work = turn.work
    administration.check_school(turn.me, asked.school)
    blocks.lock(work, asked.school)
    if not starts:
        _refuse_second(work, asked.school)
        blocks.add(work, asked)
        _begin(work, asked, CampaignCase(asked.state, asked.blocked))
    elif blocks.planned(work, asked.school, asked.profile) is not None:
        raise Refusal("campaign-planned", profile=asked.profile.value, place=asked.school_name)
    else:
        asked = _plan(work, asked, starts)
    outbox.screen(work, turn.me, _about(asked))


def cancel(turn: Turn, number: int) -> Notice:
    """Gives up a planned campaign and its pair, or stops a running one: accounts changed already stay changed."""
    campaign = _own(turn, number)
    planned = campaign.state is CampaignState.PLANNED
    try:
        ended = LIFECYCLE.fire(CampaignEvent.CANCEL, _case(campaign))
    except Impossible as no:
        raise Refusal("campaign-over") from no
    if planned:
        _give_up(turn.work, campaign)
        return Notice("done_campaign_cancelled")
    _end(turn.work, campaign, ended)
    return Notice("done_campaign_stopped")


def open_again(turn: Turn, number: int) -> None:
    """Queues a new message that follows the campaign."""
    outbox.screen(turn.work, turn.me, _about(_own(turn, number)))


async def advance(desk: Desk) -> int:
    """Begins planned campaigns that are due, and does the next page of running ones; returns how many pages."""
    for number in await desk.look(blocks.due, _DUE):
        try:
            await _ask_about_author(desk, number)
            await desk.once(f"campaign:{number}:begin", _come_due, number)
        except Refusal:  # another one runs in the school: this one begins after it
            log.info("Campaign %s waits for another of its school", number)
        except Declined as no:
            log.warning("Campaign %s waits for the ENT: %s", number, no.reason)
    claimed = await desk.put(blocks.claim, desk.clock() + LEASE, _TOGETHER)
    await asyncio.gather(*(_go_on(desk, campaign) for campaign in claimed))
    if claimed:
        desk.stir()
    return len(claimed)


async def _ask_about_author(desk: Desk, number: int) -> None:
    """Updates the author's rights from the ENT: months may have passed since the campaign was planned."""
    campaign = await desk.look(blocks.load, number)
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
    except Exception as trouble:  # whatever it is, the campaign tries again later
        known = isinstance(trouble, Declined | InDoubt | Unavailable)
        log.warning("Campaign %s waits for the ENT: %s", campaign.id, brief(trouble), exc_info=not known)
        await desk.once(cause, _wait, campaign)
    else:
        await desk.once(cause, _forward, campaign, found, tally)


async def _pass(desk: Desk, campaign: Campaign, own: str, accounts: Sequence[Account]) -> Counter[str]:
    """Blocks or unblocks the accounts; returns how many are `done`, `spared`, or failed, by reason.

    Raises `Declined` where the ENT is down or too slow.
    """
    tally: Counter[str] = Counter()
    began = desk.clock()
    for account in accounts:
        if desk.clock() - began > _PATIENCE:
            raise Declined(Reason.UNREACHABLE, "too slow")
        tally["spared" if spared(account, own) else await _block(desk, account, campaign.blocked)] += 1
    return tally


async def _block(desk: Desk, account: Account, blocked: bool) -> str:
    """Returns `done`, or the reason why this account failed. The ENT is asked even where its list, which may be old,
    shows the account as blocked or unblocked already.
    """
    try:
        await desk.directory.block(account.id, blocked)
    except Declined as no:
        if no.reason not in _OF_ONE:
            raise
        log.warning("The ENT declined to block or unblock an account: %s", no.reason)
        return no.reason
    return "done"


def _forward(work: Work, before: Campaign, found: Found, tally: Counter[str]) -> None:
    campaign = blocks.load(work, before.id, to_change=True)
    if (
        campaign is None or campaign.facts["step"] != before.facts["step"]
    ):  # the lease ended and another replica went on
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
    if campaign.state is CampaignState.RUNNING and not found.after:
        _end(work, campaign, LIFECYCLE.fire(CampaignEvent.FINISH, _case(campaign)))
        return
    blocks.save(work, campaign)
    screens.refresh(work, _about(campaign))


def _wait(work: Work, before: Campaign) -> None:
    campaign = blocks.load(work, before.id, to_change=True)
    if (
        campaign is None
        or campaign.state is not CampaignState.RUNNING
        or campaign.facts["step"] != before.facts["step"]
    ):
        return
    campaign.lease_until = work.now + AGAIN
    campaign.facts["waiting"] = True
    blocks.save(work, campaign)
    screens.refresh(work, _about(campaign))


def _plan(work: Work, asked: Campaign, starts: Sequence[datetime]) -> Campaign:
    begins = max(starts[0], work.now)
    asked = replace(asked, at=begins, starts_at=begins, facts={"planned": True})
    blocks.add(work, asked)
    for moment in starts[1:]:
        facts = {"planned": True, "pair": asked.id}
        undoing = replace(asked, blocked=not asked.blocked, at=moment, starts_at=moment, facts=facts)
        blocks.add(work, undoing)
        asked.facts["pair"] = undoing.id
        blocks.save(work, asked)
    return asked


def _come_due(work: Work, number: int) -> None:
    """Begins a planned campaign, or gives up a block whose author has left the school; shows it anew."""
    campaign = blocks.load(work, number, to_change=True)
    if campaign is None or campaign.state is not CampaignState.PLANNED:
        return
    blocks.lock(work, campaign.school)
    _refuse_second(work, campaign.school)
    author = people.by_id(work, campaign.person)
    there = author is not None and _desk_of(campaign) in author.roles
    _begin(work, campaign, CampaignCase(campaign.state, campaign.blocked, there))
    _tell(work, campaign)


def _begin(work: Work, campaign: Campaign, case: CampaignCase) -> None:
    state = LIFECYCLE.fire(CampaignEvent.BEGIN, case)
    if state is CampaignState.CANCELLED:
        campaign.facts["lapsed"] = True
        _give_up(work, campaign)
        return
    meant = Intervention(ACTS[campaign.blocked], campaign.person, school=campaign.school)
    meant.facts = {"campaign": campaign.id, "profile": campaign.profile.value}
    campaign.facts["deed"] = interventions.intend(work, meant)
    campaign.state, campaign.at = state, work.now
    blocks.save(work, campaign)
    screens.refresh(work, _about(campaign))


def _end(work: Work, campaign: Campaign, state: CampaignState) -> None:
    """Ends a running campaign: done, or stopped on its way."""
    campaign.state, campaign.ended_at, campaign.lease_until = state, work.now, None
    campaign.facts.pop("waiting", None)
    blocks.save(work, campaign)
    counts = {key: getattr(campaign, key) for key in ("done", "spared", "failed")}
    facts = counts | {"stopped": state is CampaignState.CANCELLED}
    acting.end(work, campaign.facts["deed"], InterventionEvent.SUCCEED, facts=facts)
    screens.refresh(work, _about(campaign))
    if campaign.facts.get("planned") or campaign.ended_at - campaign.at >= AGAIN:
        _tell(work, campaign)


def _give_up(work: Work, campaign: Campaign) -> None:
    """Cancels a campaign that has not begun, and its pair where that has not begun either."""
    pair = blocks.load(work, campaign.facts["pair"], to_change=True) if campaign.facts.get("pair") else None
    for planned in (campaign, pair):
        if planned is not None and planned.state is CampaignState.PLANNED:
            planned.state, planned.ended_at = LIFECYCLE.fire(CampaignEvent.CANCEL, _case(planned)), work.now
            blocks.save(work, planned)
            screens.refresh(work, _about(planned))


def _case(campaign: Campaign) -> CampaignCase:
    return CampaignCase(campaign.state, campaign.blocked)


def _own(turn: Turn, number: int) -> Campaign:
    """The campaign; one of a school that is not the person's looks the same as none."""
    campaign = blocks.load(turn.work, number, to_change=True)
    if campaign is None or campaign.school not in administration.own_schools(turn.me):
        raise Refusal("old-button")
    return campaign


def _refuse_second(work: Work, school: str) -> None:
    other = blocks.running(work, school)
    if other is not None:
        raise Refusal("campaign-under-way", profile=other.profile.value, blocked=other.blocked)


def _tell(work: Work, campaign: Campaign) -> None:
    """Queues a new message, since people do not notice an edit: for the author, or else for all administrators."""
    desk = people.at_desk(work, _desk_of(campaign))
    for person in [one for one in desk if one.id == campaign.person] or desk:
        outbox.screen(work, person, _about(campaign))


def _desk_of(campaign: Campaign) -> Role:
    return Role(Level.SCHOOL, campaign.school)


def _about(campaign: Campaign) -> str:
    return f"campaign:{campaign.id}"
