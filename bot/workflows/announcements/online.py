"""Putting an announcement online, or changing one: written down, asked of the ENT, then brought to people's chats."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, TypeVar

from bot.ent.directory import Query
from bot.logs import brief
from bot.storage import announcements, interventions, screens
from bot.storage.announcements import Spread
from bot.storage.interventions import Intervention
from bot.storage.work import Work
from bot.terms import Button, Declined, InDoubt, Notice, Profile, Refusal, Unavailable
from bot.terms.announcements import Alert, Announced, Announcement, begins_at, ends_at
from bot.workflows import acting
from bot.workflows.accounts import finding
from bot.workflows.announcements.plan import MAIN, Plan
from bot.workflows.conversations import course
from bot.workflows.desk import Caller, Desk, Turn
from bot.workflows.rules import announcements as rules
from bot.workflows.rules.accounts import administration
from bot.workflows.rules.accounts.lifecycle import InterventionEvent
from bot.workflows.rules.calendar import today
from bot.workflows.rules.screens import mark

log = logging.getLogger(__name__)
T = TypeVar("T")

ANNOUNCE, AMEND, ALERT = "announce", "amend_announcement", "alert_announcement"  #: the acts in the audit
CLOCKS = timedelta(minutes=2)  #: by which the ENT's clock and ours may differ


async def survey(desk: Desk, plan: Plan) -> None:
    """Counts the accounts that it is for, the chats that it is brought to, and what else they see on these days."""
    said = plan.said
    found = await desk.directory.search(Query(profiles=said.profiles), [plan.school], 1)
    plan.people = found.count if found.count is not None else -1
    listed = await desk.directory.announcements(plan.school)
    plan.beside = rules.beside(listed, plan.entry, said.starts, said.ends, said.profiles, desk.clock())
    plan.brings = not await desk.directory.shows_announcements()
    plan.linked = await desk.look(announcements.linked, plan.school, plan.profiles) if plan.brings else 0
    plan.mark = plan.counted


async def put(desk: Desk, cause: str, caller: Caller, plan: Plan) -> Notice:
    """Has the ENT put it online, or change it, and returns the receipt; refused as `acting.ask_ent` refuses."""
    me = await finding.administrator(desk, caller)
    administration.check_school(me, plan.school)
    since = desk.clock() - CLOCKS
    act = AMEND if plan.entry else ANNOUNCE

    async def do() -> str:
        if plan.entry:
            await desk.directory.amend(plan.school, plan.entry, plan.said)
            return plan.entry
        return await _announced(desk, plan, me.name, since)

    number, spread, entry = await traced(desk, cause, caller, act, plan, do)
    said = await desk.act(f"deed:{number}", caller, _done, number, spread, entry, plan)
    told = await _alert(desk, cause, caller, plan, entry) if plan.alerts else ""
    desk.stir()
    return replace(said, facts={**said.facts, "told": told})


async def traced(
    desk: Desk, cause: str, caller: Caller, act: str, plan: Plan, do: Callable[[], Awaitable[T]]
) -> tuple[int, int, T]:
    """Writes an act down, then has `do` ask the ENT; returns the numbers of the act and of what is brought to chats.

    Refused where the school is not the person's any more, or as `acting.ask_ent` refuses.
    """
    number, spread = await desk.act(cause, caller, _intend, act, plan)
    return number, spread, await acting.ask_ent(desk, number, act, plan.title, do)


async def _announced(desk: Desk, plan: Plan, author: str, since: datetime) -> str:
    """Asks the ENT, never twice; where its answer is lost, looks whether it is there."""
    try:
        return await desk.directory.announce(plan.school, plan.said, author)
    except (InDoubt, Unavailable) as lost:
        entry = await found(desk, plan.school, plan.said, since)
        if not entry:
            raise
        log.warning("The answer about announcement %s was lost, and it is there: %s", entry, brief(lost))
        return entry


async def found(desk: Desk, school: str, said: Announcement, since: datetime) -> str:
    """The identifier of the announcement that was asked for since that moment; empty where the ENT has none."""
    try:
        listed = await desk.directory.announcements(school)
    except (Declined, InDoubt, Unavailable):
        return ""
    mine = [one.id for one in listed if one.school == school and one.may_be(said, since)]
    known = await desk.look(lambda work: {one for one in mine if announcements.of_entry(work, school, one)})
    return next((one for one in mine if one not in known), "")


async def _alert(desk: Desk, cause: str, caller: Caller, plan: Plan, entry: str) -> str:
    """Has people be told in other ways; returns how many were, or `lost` where that is not known or was declined."""
    way = Alert("mail" in (plan.alerts or ()), "mobile" in (plan.alerts or ()))

    async def do() -> int:
        return await desk.directory.alert(plan.school, entry, MAIN, way)

    try:
        number, _, told = await traced(desk, f"{cause}:alert", caller, ALERT, plan, do)
    except Refusal:
        return "lost"
    await desk.put(acting.end, number, InterventionEvent.SUCCEED)
    return str(told)


def _intend(turn: Turn, act: str, plan: Plan) -> tuple[int, int]:
    """Writes down the act; for a new announcement that is brought to chats, also what waits until the ENT has it."""
    work = turn.work
    administration.check_school(turn.me, plan.school)
    if interventions.under_way(work, turn.me.id, "", work.now - acting.PATIENCE):
        raise Refusal("under-way")  # a button pressed twice
    spread = 0
    if act == ANNOUNCE and plan.brings:
        made = _spread(plan, turn.me.id, work.now, work.now + acting.PATIENCE)
        announcements.add(work, made)
        spread = made.id
    meant = Intervention(act=act, person=turn.me.id, whom=plan.title, school=plan.school)
    return interventions.intend(work, meant), spread


def _done(turn: Turn, number: int, spread_id: int, entry: str, plan: Plan) -> Notice:
    """Writes down that it is done, and has it be brought to chats, or what was brought be changed."""
    acting.end(turn.work, number, InterventionEvent.SUCCEED)
    course.leave(turn)
    if plan.brings:
        _bring(turn.work, turn, spread_id, entry, plan)
    row = (Button("flash_card", target(plan.school, entry), turn.me.id),)
    return Notice(
        "flash_online", {**plan.facts, "text": "", "waits": plan.said.starts > today(turn.work.now)}, (row,)
    )


def _bring(work: Work, turn: Turn, spread_id: int, entry: str, plan: Plan) -> None:
    spread = announcements.load(work, spread_id, to_change=True) if spread_id else None
    spread = spread or announcements.of_entry(work, plan.school, entry, to_change=True)
    fresh = _spread(plan, turn.me.id, work.now, work.now)
    if spread is None:
        announcements.add(work, fresh)
        spread = fresh
    spread.entry, spread.title, spread.texts, spread.profiles = entry, fresh.title, fresh.texts, fresh.profiles
    spread.starts_at, spread.ends_at, spread.after = fresh.starts_at, fresh.ends_at, 0
    spread.ended_at, spread.stopped = None, False
    spread.version += 1
    spread.due_at = turn.policy.announcing.opens(max(work.now, spread.starts_at))
    announcements.save(work, spread)
    if plan.entry:
        screens.refresh(work, announcements.about(spread.id))


def _spread(plan: Plan, person: int, at: datetime, due: datetime) -> Spread:
    said = plan.said
    return Spread(
        school=plan.school,
        school_name=plan.place,
        person=person,
        title=plan.title,
        texts=dict(plan.texts),
        profiles=list(plan.profiles),
        starts_at=begins_at(said.starts),
        ends_at=ends_at(said.ends),
        at=at,
        due_at=due,
    )


def target(school: str, entry: str) -> str:
    """What a button about an announcement has as its target; `entry` is its identifier in the ENT."""
    return f"{mark(school)}:{entry}"


def facts_of(one: Announced, place: str, now: datetime) -> Mapping[str, Any]:
    """What is said of an announcement of the ENT, as of a school of that name."""
    said = one.said
    return {
        "title": said.title,
        "place": place,
        "starts": one.starts_at.isoformat(),
        "ends": one.ends_at.isoformat(),
        "profiles": [profile.value for profile in Profile if profile in said.profiles],
        "texts": dict(said.texts),
        "color": said.color,
        "views": one.views,
        "author": one.author,
        "stage": one.stage(now),
        "further": one.further,
    }
