"""Campaigns on a screen: the message that follows one of them, and the history of a school.

The history shows all that touched the people of the school: its campaigns, blocks of single accounts, and what other
schools did to accounts that both share. No line names somebody of another school's, except who acted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from bot.ent.directory import BlockTrace
from bot.storage import blocks, holds, people
from bot.storage.blocks import Campaign
from bot.storage.holds import Touch
from bot.storage.work import Work
from bot.terms import Button, CampaignState, Declined, Notice, Person, Refusal, Structure
from bot.workflows import looks
from bot.workflows.accounts.finding import administrator
from bot.workflows.accounts.finding import own_schools as own_schools
from bot.workflows.blocks import campaigns, ending
from bot.workflows.desk import Caller, Desk, Turn
from bot.workflows.policy import Policy
from bot.workflows.rules.accounts import administration
from bot.workflows.rules.calendar import today
from bot.workflows.rules.screens import page_key, read_page_key

_OURS, _TOUCHED, _KINDS = 1, 2, 3  #: kinds of lines, beside those of the ENT's console; how many there are


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line of the history: one of our campaigns, a block made in the ENT's own console, or a touch."""

    at: datetime
    number: int  #: its place among those of the same moment, lowest last: `_place` of its number; 0 for the console's
    line: dict[str, Any]
    plan: int = 0  #: for a planned campaign, the lower number of its pair; else 0


async def history(desk: Desk, caller: Caller, page: str = "", given_up: bool = False) -> Notice:
    """A page of the history of a school, newest first; `page` is the key of the button that was pressed.

    `given_up` says that a planned campaign was just cancelled.
    """
    me = await administrator(desk, caller)
    schools = await own_schools(desk, me)
    index, before = _read(page, len(schools))
    school = schools[index]
    try:
        traces = await desk.directory.block_traces(school.id)
        heard = True
    except Declined:  # our own campaigns are shown all the same
        traces, heard = [], False
    facts = {"heard": heard, "given_up": given_up}
    return await desk.see(caller, _page, schools, index, before, traces, facts)


async def plan(desk: Desk, caller: Caller, number: int) -> Notice:
    """The campaign in place of the history that its button is under, with the ways to cancel it and to go back."""
    index = await _index(desk, caller, number)
    return await desk.see(caller, _plan, number, f"{index}:")


async def give_up(desk: Desk, cause: str, caller: Caller, number: int) -> Notice:
    """Cancels a planned campaign, and shows the history as it is then; so too where a colleague was first."""
    index = await _index(desk, caller, number)
    try:
        await desk.act(cause, caller, campaigns.cancel, number)
    except Refusal as no:
        if no.reason != "campaign-over":
            raise
        return await history(desk, caller, f"{index}:")
    return await history(desk, caller, f"{index}:", given_up=True)


async def _index(desk: Desk, caller: Caller, number: int) -> int:
    """The place of the campaign's school among those of the person; refused where it is none of theirs."""
    me = await administrator(desk, caller)
    schools = [school.id for school in await own_schools(desk, me)]
    campaign = await desk.look(blocks.load, number)
    if campaign is None or campaign.school not in schools:
        raise Refusal("old-button")
    return schools.index(campaign.school)


def _plan(turn: Turn, number: int, page: str) -> Notice:
    shown = screen(turn.work, turn.policy, turn.me, number)
    campaign = blocks.load(turn.work, number)
    assert campaign is not None  # it has a screen
    looks.at(turn.work, turn.policy, turn.me, "history", school=campaign.school, number=number)
    row = [Button("history_back", page, turn.me.id)]
    if shown.facts["stage"] == CampaignState.PLANNED:
        row.insert(0, Button("history_cancel", str(number), turn.me.id))
    return replace(shown, buttons=(tuple(row),))


def screen(work: Work, _policy: Policy, person: Person, number: int) -> Notice:
    """How far the campaign is, and the buttons that this person may press.

    A `Refusal` where there is no such campaign, or the person does not administer the school.
    """
    campaign = blocks.load(work, number)
    if campaign is None:
        raise Refusal("old-button")
    administration.check_school(person, campaign.school)
    author = people.by_id(work, campaign.person)
    undone = ending.pair(work, campaign)
    touched = sorted(campaign.facts.get("elsewhere", {}).values(), key=lambda line: (-line[1], line[0]))
    facts = {
        "profile": campaign.profile.value,
        "blocked": campaign.blocked,
        "place": campaign.school_name,
        "stage": campaign.state.value,
        "name": author.name if author else "",
        "starts": campaign.starts_at.isoformat(),
        "until": undone.starts_at.isoformat() if undone and _to_come(campaign, undone) else "",
        "waiting": bool(campaign.facts.get("waiting")),
        "lapsed": bool(campaign.facts.get("lapsed")),
        "expired": bool(campaign.facts.get("expired")),
        "kept": campaign.facts.get("kept", 0),
        "shared": campaign.facts.get("shared", 0),
        "schools": [line[0] for line in touched],
        "silent": campaign.facts.get("unread", []),
        "failures": sorted(campaign.facts.get("failures", {}).items()),
        **{key: getattr(campaign, key) for key in ("total", "done", "spared", "failed")},
    }
    return Notice("campaign", facts, _keys_of(campaign, person))


def _to_come(campaign: Campaign, undone: Campaign) -> bool:
    """Whether the screen says when it is undone: while that is planned, or after both came too late."""
    return undone.state is CampaignState.PLANNED or bool(campaign.facts.get("expired"))


def _page(
    turn: Turn,
    schools: Sequence[Structure],
    index: int,
    before: tuple[datetime, int] | None,
    traces: Sequence[BlockTrace],
    facts: dict[str, Any],
) -> Notice:
    school, size = schools[index], turn.policy.page
    administration.check_school(turn.me, school.id)
    ours = blocks.history(turn.work, school.id, _before(before, _OURS), size + 1)
    touched = holds.touches(turn.work, school.id, _before(before, _TOUCHED), size + 1)
    entries = [*_ours(turn.work, ours), *map(_touched, touched), *_theirs(traces, ours, before)]
    entries.sort(key=lambda entry: (entry.at, entry.number), reverse=True)
    shown = entries[:size]
    seen = {school.id: [[entry.at.isoformat(), entry.number] for entry in shown]}
    looks.at_list(turn.work, turn.policy, turn.me, "history", looks.View(str(before), seen, school.id))
    rows = _planned_keys(shown, turn.me)
    if len(entries) > size:
        last = shown[-1]
        key = f"{index}:{page_key(last.at, last.number)}"
        rows.append((Button("history_further", key, turn.me.id),))
    others = [(number, one) for number, one in enumerate(schools) if number != index]
    rows += [(Button("history", f"{number}:", turn.me.id, words=f"🏫 {one.name}"),) for number, one in others]
    facts = facts | {"place": school.name, "further": before is not None}
    return Notice("history", facts | {"entries": [entry.line for entry in shown]}, tuple(rows))


def _place(number: int, kind: int) -> int:
    """Where a line of that number and kind stands among those of the same moment: no two stand at one place."""
    return number * _KINDS + kind


def _before(last: tuple[datetime, int] | None, kind: int) -> tuple[datetime, int] | None:
    """The key before which the lines of that kind come, after the last line seen; None on the first page."""
    return None if last is None else (last[0], -((kind - last[1]) // _KINDS))


def _ours(work: Work, found: Sequence[Campaign]) -> list[_Entry]:
    authors = people.named(work, {campaign.person for campaign in found})
    entries = []
    for one in found:
        line = _line(one.at, one.profile.value, one.blocked, authors[one.person].name)
        plan = min(one.id, one.facts.get("pair") or one.id) if one.state is CampaignState.PLANNED else 0
        line |= {"stage": one.state.value, "done": one.done}
        entries.append(_Entry(one.at, _place(one.id, _OURS), line, plan))
    return entries


def _touched(touch: Touch) -> _Entry:
    """A single account of the school, by whichever school; or a campaign of another school."""
    blocked = touch.act in ("block", "block_profile")
    stage = "block" if blocked else ("lifted" if touch.facts.get("kept") else "unblock")
    line = _line(touch.at, str(touch.facts.get("profile", "")), blocked, touch.name)
    line |= {"stage": stage, "done": touch.accounts, "place": touch.place, "whom": touch.whom, "text": touch.why}
    return _Entry(touch.at, _place(touch.id, _TOUCHED), line)


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
        return [(Button("history_cancel", str(number), me.id),) for number in plans]
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
