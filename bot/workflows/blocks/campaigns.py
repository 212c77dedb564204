"""Campaigns: a whole profile of a school blocked or unblocked, a page of accounts at a time (guide, chapter 3.A.3).

Any replica may do the next page; where one is killed, another goes on once the lease is over. Blocking is idempotent,
so a page done twice does no harm. While the ENT is down, the campaign waits and tries again.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.storage import blocks, outbox, people
from bot.storage.blocks import Campaign
from bot.storage.work import Work
from bot.terms import CampaignState, Declined, Notice, Profile, Refusal
from bot.workflows.blocks import ending, steps
from bot.workflows.desk import Desk, Turn
from bot.workflows.people import rights
from bot.workflows.rules.accounts import administration
from bot.workflows.rules.blocks.lifecycle import LIFECYCLE, CampaignCase, CampaignEvent
from bot.workflows.rules.machines import Impossible

log = logging.getLogger(__name__)

LEASE = timedelta(minutes=3)  #: after this, another replica may do the page again
_TOGETHER = 8  # campaigns worked on in parallel
_DUE = 50  # planned campaigns begun in one round


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
        ending.begin(work, asked, CampaignCase(asked.state, asked.blocked))
    else:
        refuse_planned(work, asked.school, asked.profile, asked.school_name)
        asked = _plan(work, asked, starts)
        ending.trace(work, asked, "plan_profile", turn.me)
    outbox.screen(work, turn.me, ending.about(asked))


def refuse_planned(work: Work, school: str, profile: Profile, place: str) -> None:
    """Raises a `Refusal` where a campaign is planned for that profile of the school; `place` is the school's name."""
    planned = blocks.planned(work, school, profile)
    if planned is not None:
        facts = {"blocked": planned.blocked, "when": planned.starts_at.isoformat()}
        raise Refusal("campaign-planned", profile=profile.value, place=place, **facts)


def cancel(turn: Turn, number: int) -> Notice:
    """Gives up a planned campaign and its pair, or stops a running one: accounts changed already stay changed."""
    campaign = _own(turn, number)
    planned = campaign.state is CampaignState.PLANNED
    try:
        ended = LIFECYCLE.fire(CampaignEvent.CANCEL, ending.case_of(campaign))
    except Impossible as no:
        raise Refusal("campaign-over") from no
    if planned:
        ending.give_up(turn.work, campaign, turn.me)
        return Notice("done_campaign_cancelled")
    ending.end(turn.work, campaign, ended)
    return Notice("done_campaign_stopped")


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
    await asyncio.gather(*(steps.go_on(desk, campaign) for campaign in claimed))
    if claimed:
        desk.stir()
    return len(claimed)


async def _ask_about_author(desk: Desk, number: int) -> None:
    """Has the ENT confirm the author's rights: months may have passed since the campaign was planned."""
    campaign = await desk.look(blocks.load, number)
    if campaign is not None:
        await rights.confirm(desk, campaign.person)


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
    """Begins a planned campaign; or gives it up where its undoing is due too, or the author of a block has left.

    Shows it anew.
    """
    campaign = blocks.load(work, number, to_change=True)
    if campaign is None or campaign.state is not CampaignState.PLANNED:
        return
    blocks.lock(work, campaign.school)
    _refuse_second(work, campaign.school)
    author = people.by_id(work, campaign.person)
    there = author is not None and ending.desk_of(campaign) in author.roles
    case = CampaignCase(campaign.state, campaign.blocked, there, ending.overtaken(work, campaign))
    ending.begin(work, campaign, case)
    ending.tell(work, campaign)


def _own(turn: Turn, number: int) -> Campaign:
    """The campaign; one of a school that is not the person's looks the same as none."""
    mine = administration.own_schools(turn.me)
    campaign = blocks.load(turn.work, number, to_change=True)
    if campaign is None or campaign.school not in mine:
        raise Refusal("old-button")
    return campaign


def _refuse_second(work: Work, school: str) -> None:
    other = blocks.running(work, school)
    if other is not None:
        raise Refusal("campaign-under-way", profile=other.profile.value, blocked=other.blocked)
