"""How a campaign begins, ends and is given up, in the records, and who is told. Each change refreshes its screens."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from bot.storage import blocks, holds, interventions, outbox, people, screens
from bot.storage.audit.lines import Line, level_of
from bot.storage.blocks import Campaign
from bot.storage.interventions import Intervention
from bot.storage.work import Work
from bot.terms import CampaignState, Level, Notice, Person, Role
from bot.workflows import acting
from bot.workflows.rules.accounts.lifecycle import InterventionEvent
from bot.workflows.rules.blocks.lifecycle import LIFECYCLE, CampaignCase, CampaignEvent

ACTS = {True: "block_profile", False: "unblock_profile"}  #: names of the acts in the audit
LONG = timedelta(minutes=1)  #: the end of a campaign that took longer is told in a new message


def begin(work: Work, campaign: Campaign, case: CampaignCase) -> None:
    """Begins a campaign; gives it up where its author has left the school, or its undoing is due already."""
    state = LIFECYCLE.fire(CampaignEvent.BEGIN, case)
    if state is CampaignState.CANCELLED:
        campaign.facts["expired" if case.expired else "lapsed"] = True
        give_up(work, campaign)
        return
    meant = Intervention(ACTS[campaign.blocked], campaign.person, school=campaign.school)
    meant.facts = {"campaign": campaign.id, "profile": campaign.profile.value}
    campaign.facts["deed"] = interventions.intend(work, meant)
    campaign.state, campaign.at = state, work.now
    blocks.save(work, campaign)
    screens.refresh(work, about(campaign))


def end(work: Work, campaign: Campaign, state: CampaignState) -> None:
    """Ends a running campaign: done, or stopped on its way. The other schools whose people it touched are told."""
    campaign.state, campaign.ended_at, campaign.lease_until = state, work.now, None
    campaign.facts.pop("waiting", None)
    tell_others(work, campaign, campaign.facts.get("elsewhere", {}))
    blocks.save(work, campaign)
    counts = {key: getattr(campaign, key) for key in ("done", "spared", "failed")}
    counts["kept"] = campaign.facts.get("kept", 0)
    facts = counts | {"stopped": state is CampaignState.CANCELLED}
    acting.end(work, campaign.facts["deed"], InterventionEvent.SUCCEED, facts=facts)
    screens.refresh(work, about(campaign))
    if campaign.facts.get("planned") or campaign.ended_at - campaign.at >= LONG:
        tell(work, campaign)


def trace(work: Work, campaign: Campaign, act: str, person: Person | None) -> None:
    """Adds a line to the audit: the person did that with the campaign; time did where it is None."""
    facts = {"campaign": campaign.id, "profile": campaign.profile.value, "blocked": campaign.blocked}
    work.trace(Line(act, person.id if person else None, level_of(person), school=campaign.school, facts=facts))


def give_up(work: Work, campaign: Campaign, person: Person | None = None) -> None:
    """Cancels a campaign that has not begun, and its pair if that has not either; without a person, time does."""
    for planned in (campaign, pair(work, campaign, to_change=True)):
        if planned is not None and planned.state is CampaignState.PLANNED:
            planned.state, planned.ended_at = LIFECYCLE.fire(CampaignEvent.CANCEL, case_of(planned)), work.now
            blocks.save(work, planned)
            screens.refresh(work, about(planned))
            trace(work, planned, "cancel_profile", person)


def pair(work: Work, campaign: Campaign, to_change: bool = False) -> Campaign | None:
    """The campaign that undoes a planned one, or that it undoes; None where there is none."""
    number = campaign.facts.get("pair")
    return blocks.load(work, number, to_change) if number else None


def overtaken(work: Work, campaign: Campaign) -> bool:
    """Whether the campaign that undoes it is due already: then it would only be done to be undone."""
    undoing = pair(work, campaign)
    return (
        undoing is not None
        and undoing.state is CampaignState.PLANNED
        and campaign.starts_at < undoing.starts_at <= work.now
    )


def case_of(campaign: Campaign) -> CampaignCase:
    """The campaign as its lifecycle sees it."""
    return CampaignCase(campaign.state, campaign.blocked)


def tell(work: Work, campaign: Campaign) -> None:
    """Queues a new message, since people do not notice an edit: for the author, or else for all administrators."""
    desk = people.at_desk(work, desk_of(campaign))
    for person in [one for one in desk if one.id == campaign.person] or desk:
        outbox.screen(work, person, about(campaign))


def desk_of(campaign: Campaign) -> Role:
    """The desk of the campaign's school."""
    return Role(Level.SCHOOL, campaign.school)


def about(campaign: Campaign) -> str:
    """The key under which messages that show the campaign are found, such as `campaign:7`."""
    return f"campaign:{campaign.id}"


def tell_others(work: Work, campaign: Campaign, touched: Mapping[str, Sequence[Any]]) -> None:
    """Tells the administrators of each other school how many of their people it touched, and a few of their names.

    `touched` has, by school, its name, the number of accounts and a few of their names. The names of the schools
    where nobody reads are added to the facts of the campaign, which the caller saves.
    """
    author = people.by_id(work, campaign.person)
    undoing = pair(work, campaign)
    until = undoing.starts_at.isoformat() if undoing and undoing.state is CampaignState.PLANNED else ""
    facts: dict[str, Any] = {"actor": author.name if author else "", "place": campaign.school_name, "until": until}
    facts |= {"profile": campaign.profile.value, "blocked": campaign.blocked}
    unread = list(campaign.facts.get("unread", ()))
    for school, (name, count, names) in touched.items():
        holds.touch(work, school, campaign.facts["deed"], campaign.school_name, count)
        told = facts | {"where": name, "count": count, "names": ", ".join(names), "others": count - len(names)}
        there = people.at_desk(work, Role(Level.SCHOOL, school))
        for person in {one.telegram_id: one for one in there if author is None or not _same(one, author)}.values():
            outbox.tell(work, person, Notice("shared_campaign", told))
        unread += [] if there or name in unread else [name]
    campaign.facts["unread"] = unread


def _same(one: Person, other: Person) -> bool:
    """Whether both read in the same chat."""
    return one.id == other.id or (one.telegram_id is not None and one.telegram_id == other.telegram_id)
