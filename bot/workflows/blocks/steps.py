"""One step of a running campaign: blocks or unblocks a page of accounts, then records what came of it."""

from __future__ import annotations

import logging
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from bot.ent.directory import Found, Query, Reason
from bot.logs import brief
from bot.storage import blocks, holds, screens
from bot.storage.audit.lines import Line
from bot.storage.blocks import Campaign
from bot.storage.work import Work
from bot.terms import Account, CampaignState, Declined, InDoubt, InterventionState, Person, Unavailable
from bot.workflows.blocks import ending
from bot.workflows.desk import Desk
from bot.workflows.people import rights
from bot.workflows.rules.blocks import elsewhere
from bot.workflows.rules.blocks.lifecycle import LIFECYCLE, CampaignEvent
from bot.workflows.rules.blocks.sparing import spared

log = logging.getLogger(__name__)

PAGE = 20  #: accounts blocked or unblocked in one step
AGAIN = timedelta(minutes=1)  #: before an ENT that is down is asked again
NAMED = 5  #: accounts named to another school, at most
_PATIENCE = 40.0  # seconds, for one page: a slow ENT must not hold up the other jobs
_STALE = timedelta(days=1)  # an account that the ENT's list shows as unblocked is no more held since before that

#: reasons that concern one account: the campaign goes on with the others
_OF_ONE = (Reason.FORBIDDEN, Reason.GONE, Reason.DELETED, Reason.REFUSED, Reason.GARBLED)


@dataclass(slots=True)
class _Page:
    """What came of a page of accounts."""

    began: datetime
    tally: Counter[str] = field(
        default_factory=Counter
    )  #: how many are `done`, `spared`, `kept`, or failed, by reason
    done: list[Account] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)  #: accounts that another school keeps blocked


async def go_on(desk: Desk, campaign: Campaign) -> None:
    """Does the next page of a running campaign; stops it instead where its undoing is due already.

    Stops it, too, where its author may not block there any more, and waits where the ENT does not say so.
    """
    cause = f"campaign:{campaign.id}:{campaign.facts['step']}"
    if await desk.look(ending.overtaken, campaign):
        await desk.once(cause, _stop, campaign)
        return
    query = Query(profiles=frozenset({campaign.profile}))
    try:
        author = await rights.confirm(desk, campaign.person)
        if not _may(campaign, author):
            await desk.once(cause, _lapse, campaign)
            return
        own = author.account if author else ""
        found = await desk.directory.search(query, [campaign.school], PAGE, campaign.after)
        page = await _pass(desk, campaign, own, found.accounts)
    except Exception as trouble:  # whatever it is, the campaign tries again later
        known = isinstance(trouble, Declined | InDoubt | Unavailable)
        log.warning("Campaign %s waits for the ENT: %s", campaign.id, brief(trouble), exc_info=not known)
        await desk.once(cause, _wait, campaign)
    else:
        await desk.once(cause, _forward, campaign, found, page)


async def _pass(desk: Desk, campaign: Campaign, own: str, accounts: Sequence[Account]) -> _Page:
    """Blocks or unblocks the accounts; raises `Declined` where the ENT is down or too slow.

    Leaves blocked what another school holds.
    """
    page, latest = _Page(desk.clock()), time.monotonic() + _PATIENCE
    held = {} if campaign.blocked else await desk.look(holds.of, [account.id for account in accounts])
    for account in accounts:
        if time.monotonic() > latest:
            raise Declined(Reason.UNREACHABLE, "too slow")
        holding = [one.school for one in held.get(account.id, ())]
        if spared(account, own):
            page.tally["spared"] += 1
        elif elsewhere.keepers(account, holding, (campaign.school,)):
            page.kept.append(account.id)
        else:
            ended = await _block(desk, account, campaign.blocked)
            page.tally[ended] += 1
            page.done += [account] if ended == "done" else []
    return page


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


def _forward(work: Work, before: Campaign, found: Found, page: _Page) -> None:
    campaign = blocks.load(work, before.id, to_change=True)
    if (
        campaign is None or campaign.facts["step"] != before.facts["step"]
    ):  # the lease ended and another replica went on
        return
    _hold(work, campaign, page)
    _count(work, campaign, page)
    campaign.total = max(campaign.total, found.count or 0, _passed(campaign))
    campaign.after, campaign.lease_until = found.after, None
    if campaign.state is CampaignState.RUNNING and not found.after:
        ending.end(work, campaign, LIFECYCLE.fire(CampaignEvent.FINISH, ending.case_of(campaign)))
        return
    blocks.save(work, campaign)
    screens.refresh(work, ending.about(campaign))


def _count(work: Work, campaign: Campaign, page: _Page) -> None:
    """Adds what came of the page to the counts; tells the other schools at once where the campaign was stopped."""
    tally, facts = page.tally, campaign.facts
    campaign.done += tally.pop("done", 0)
    campaign.spared += tally.pop("spared", 0)
    campaign.failed += tally.total()
    failures = Counter(facts.get("failures", {}))
    failures.update(tally)
    away = [one for one in page.done if elsewhere.others(one, campaign.school)]
    campaign.facts = facts | {
        "failures": dict(failures),
        "kept": facts.get("kept", 0) + len(page.kept),
        "shared": facts.get("shared", 0) + len(away),
        "elsewhere": _added(facts.get("elsewhere", {}), campaign.school, away),
    }
    campaign.facts.pop("waiting", None)
    if campaign.state is not CampaignState.RUNNING:
        ending.tell_others(work, campaign, _added({}, campaign.school, away))


def _passed(campaign: Campaign) -> int:
    return int(campaign.done + campaign.spared + campaign.failed + campaign.facts["kept"])


def _hold(work: Work, campaign: Campaign, page: _Page) -> None:
    """Records whom the school holds blocked now, or holds no more."""
    done = [account.id for account in page.done]
    facts = {"campaign": campaign.id, "number": campaign.facts["deed"], "state": InterventionState.DONE.value}
    act = "block" if campaign.blocked else "unblock"
    for one in done:
        work.trace(Line(act, campaign.person, account=one, school=campaign.school, facts=facts))
    if campaign.blocked:
        fresh = [account.id for account in page.done if not account.blocked]
        holds.release(work, fresh, until=work.now - _STALE)
        holds.add(work, done, campaign.school, campaign.school_name, campaign.facts["deed"])
    else:
        holds.release(work, [*done, *page.kept], campaign.school)
        holds.release(work, done, until=page.began)


def _added(before: Mapping[str, Sequence[Any]], school: str, accounts: Sequence[Account]) -> dict[str, list[Any]]:
    """For each other school of the accounts: its name, how many of its people, and a few of their names.

    `before` has those of the pages before.
    """
    found = {key: [name, count, [*names]] for key, (name, count, names) in before.items()}
    for account in accounts:
        for place in elsewhere.others(account, school):
            line = found.setdefault(place.id, [place.name, 0, []])
            line[1] += 1
            line[2] += [account.name] if len(line[2]) < NAMED else []
    return found


def _wait(work: Work, before: Campaign) -> None:
    campaign = _running(work, before)
    if campaign is None:
        return
    campaign.lease_until = work.now + AGAIN
    campaign.facts["waiting"] = True
    blocks.save(work, campaign)
    screens.refresh(work, ending.about(campaign))


def _stop(work: Work, before: Campaign) -> None:
    """Stops a campaign whose undoing is due; where it has changed nothing yet, gives that up too."""
    campaign = _running(work, before)
    if campaign is None:
        return
    campaign.facts["expired"] = True
    if not campaign.done:
        ending.give_up(work, campaign)
    ending.end(work, campaign, LIFECYCLE.fire(CampaignEvent.CANCEL, ending.case_of(campaign)))


def _may(campaign: Campaign, author: Person | None) -> bool:
    """Whether the campaign may go on: its author answers for the school, or it undoes as planned what was blocked."""
    undoes = not campaign.blocked and bool(campaign.facts.get("planned"))
    return undoes or (author is not None and ending.desk_of(campaign) in author.roles)


def _lapse(work: Work, before: Campaign) -> None:
    """Stops a campaign whose author has lost the right to it."""
    campaign = _running(work, before)
    if campaign is not None:
        campaign.facts["lapsed"] = True
        ending.end(work, campaign, LIFECYCLE.fire(CampaignEvent.CANCEL, ending.case_of(campaign)))


def _running(work: Work, before: Campaign) -> Campaign | None:
    """The campaign, still to be gone on with; None where another replica did so meanwhile, or it has ended."""
    campaign = blocks.load(work, before.id, to_change=True)
    if campaign is None or campaign.facts["step"] != before.facts["step"]:
        return None
    return campaign if campaign.state is CampaignState.RUNNING else None
