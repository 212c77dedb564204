"""Campaigns on a screen: the message that follows one of them, and the history of a school."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.ent.directory import BlockTrace
from bot.storage import blocks, people
from bot.storage.blocks import Campaign
from bot.storage.work import Work
from bot.terms import Button, CampaignState, Declined, Notice, Person, Refusal, Structure
from bot.workflows.accounts import finding
from bot.workflows.desk import Caller, Desk, Turn
from bot.workflows.policy import Policy
from bot.workflows.rules.accounts import administration
from bot.workflows.rules.calendar import today
from bot.workflows.rules.screens import page_key, read_page_key


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line of the history: one of our campaigns, or a block made in the ENT's own console."""

    at: datetime
    number: int  #: 0 for one made in the ENT's console
    line: dict[str, Any]
    plan: int = 0  #: for a planned campaign, the lower number of its pair; else 0


async def history(desk: Desk, caller: Caller, page: str = "") -> Notice:
    """A page of the history of a school, newest first; `page` is the key of the button that was pressed."""
    me = await finding.administrator(desk, caller)
    schools = await own_schools(desk, me)
    index, before = _read(page, len(schools))
    school = schools[index]
    try:
        traces = await desk.directory.block_traces(school.id)
        heard = True
    except Declined:  # our own campaigns are shown all the same
        traces, heard = [], False
    return await desk.see(caller, _page, schools, index, before, traces, heard)


async def own_schools(desk: Desk, me: Person) -> list[Structure]:
    """The schools that the person administers themselves; a `Refusal` where there is none."""
    known = {place.id: place for place in me.places}
    found = []
    for school in administration.own_schools(me):
        place = known.get(school) or await desk.directory.structure(school)
        if place is not None:
            found.append(place)
    if not found:
        raise Refusal("school-administrators-only")
    return found


def screen(work: Work, _policy: Policy, person: Person, number: int) -> Notice:
    """How far the campaign is, and the buttons that this person may press.

    A `Refusal` where there is no such campaign, or the person does not administer the school.
    """
    campaign = blocks.load(work, number)
    if campaign is None:
        raise Refusal("old-button")
    administration.check_school(person, campaign.school)
    author = people.by_id(work, campaign.person)
    undone = blocks.load(work, campaign.facts["pair"]) if campaign.facts.get("pair") else None
    facts = {
        "profile": campaign.profile.value,
        "blocked": campaign.blocked,
        "place": campaign.school_name,
        "stage": campaign.state.value,
        "name": author.name if author else "",
        "starts": campaign.starts_at.isoformat(),
        "until": undone.starts_at.isoformat() if undone and undone.state is CampaignState.PLANNED else "",
        "waiting": bool(campaign.facts.get("waiting")),
        "lapsed": bool(campaign.facts.get("lapsed")),
        "failures": sorted(campaign.facts.get("failures", {}).items()),
        **{key: getattr(campaign, key) for key in ("total", "done", "spared", "failed")},
    }
    return Notice("campaign", facts, _keys_of(campaign, person))


def _page(
    turn: Turn,
    schools: Sequence[Structure],
    index: int,
    before: tuple[datetime, int] | None,
    traces: Sequence[BlockTrace],
    heard: bool,
) -> Notice:
    school, size = schools[index], turn.policy.page
    administration.check_school(turn.me, school.id)
    ours = blocks.history(turn.work, school.id, before, size + 1)
    entries = [*_ours(turn.work, ours), *_theirs(traces, ours, before)]
    entries.sort(key=lambda entry: (entry.at, entry.number), reverse=True)
    shown = entries[:size]
    rows = _planned_keys(shown, turn.me)
    if len(entries) > size:
        last = shown[-1]
        key = f"{index}:{page_key(last.at, last.number)}"
        rows.append((Button("history_further", key, turn.me.id),))
    others = [(number, one) for number, one in enumerate(schools) if number != index]
    rows += [(Button("history", f"{number}:", turn.me.id, words=f"🏫 {one.name}"),) for number, one in others]
    facts = {"place": school.name, "further": before is not None, "heard": heard}
    return Notice("history", facts | {"entries": [entry.line for entry in shown]}, tuple(rows))


def _ours(work: Work, found: Sequence[Campaign]) -> list[_Entry]:
    authors = people.named(work, {campaign.person for campaign in found})
    entries = []
    for one in found:
        line = _line(one.at, one.profile.value, one.blocked, authors[one.person].name)
        plan = min(one.id, one.facts.get("pair") or one.id) if one.state is CampaignState.PLANNED else 0
        entries.append(_Entry(one.at, one.id, line | {"stage": one.state.value, "done": one.done}, plan))
    return entries


def _theirs(
    traces: Sequence[BlockTrace], ours: Sequence[Campaign], before: tuple[datetime, int] | None
) -> list[_Entry]:
    """The blocks made in the ENT's console, without those that are the ENT's traces of our own campaigns."""
    return [
        _Entry(trace.at, 0, _line(trace.at, trace.profile.value, trace.blocked, trace.by) | {"stage": "traced"})
        for trace in traces
        if (before is None or (trace.at, 0) < before) and not any(_same(trace, campaign) for campaign in ours)
    ]


def _same(trace: BlockTrace, campaign: Campaign) -> bool:
    alike = trace.profile is campaign.profile and trace.blocked is campaign.blocked
    return alike and campaign.at <= trace.at and (campaign.ended_at is None or trace.at <= campaign.ended_at)


def _line(at: datetime, profile: str, blocked: bool, name: str) -> dict[str, Any]:
    return {"at": at.isoformat(), "profile": profile, "blocked": blocked, "name": name, "done": 0}


def _planned_keys(entries: Sequence[_Entry], me: Person) -> list[tuple[Button, ...]]:
    """For one planned campaign, a button that gives it up; for several, a button that opens each."""
    plans: dict[int, list[_Entry]] = {}
    for entry in reversed(entries):
        if entry.plan:
            plans.setdefault(entry.plan, []).append(entry)
    if len(plans) == 1:
        return [(Button("campaign_cancel", str(number), me.id, once=True),) for number in plans]
    days = {number: " → ".join(f"{today(one.at):%d/%m}" for one in plan) for number, plan in plans.items()}
    names = {number: str(plan[0].line["profile"]) for number, plan in plans.items()}
    return [(Button("campaign", str(n), me.id, words=f"{names[n]}|{words}"),) for n, words in days.items()]


def _keys_of(campaign: Campaign, person: Person) -> tuple[tuple[Button, ...], ...]:
    number = str(campaign.id)
    row = [Button("history", "", person.id)]
    if campaign.state is CampaignState.PLANNED:
        row.insert(0, Button("campaign_cancel", number, person.id))
    elif campaign.state is CampaignState.RUNNING:
        row.insert(0, Button("campaign_stop", number, person.id))
    return (tuple(row),)


def _read(page: str, schools: int) -> tuple[int, tuple[datetime, int] | None]:
    """The index of the school (below `schools`) and the key of the page that a button names; refused if forged."""
    index, _, key = (page or "0:").partition(":")
    if not (index.isascii() and index.isdecimal() and len(index) < 4) or int(index) >= schools:  # a forged button
        raise Refusal("old-button")
    return int(index), read_page_key(key)
