"""Asking for a whole profile to be blocked or unblocked: whose, when, how many that is, the word that confirms it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.ent.directory import Query
from bot.storage import drafts
from bot.storage.campaigns import Campaign
from bot.storage.drafts import Draft
from bot.terms import Button, Notice, Person, Profile, Refusal, Structure
from bot.workflows import accounts
from bot.workflows.blocks import campaigns
from bot.workflows.blocks.traces import own_schools
from bot.workflows.desk import Caller, Desk, Turn
from bot.workflows.requests.verbs import Saying
from bot.workflows.rules import profiles
from bot.workflows.rules.accounts import administration
from bot.workflows.rules.blocks import summer
from bot.workflows.rules.profiles import spared

STEP = "campaign"
_NAMED = 5  #: administrators whom the question names
_PAGE = 200
_NOW, _DATES = "now", "dates"


@dataclass(frozen=True, slots=True)
class Survey:
    """What a campaign would find if it began now."""

    total: int
    already: int  #: blocked, or unblocked, as they shall be
    spared: tuple[str, ...]  #: administrators, by name; whoever asks is not among them
    own: bool  #: whoever asks would be spared too

    @property
    def left(self) -> int:
        """The accounts to be changed."""
        return self.total - self.already - len(self.spared) - self.own


async def ask(desk: Desk, cause: str, caller: Caller, typed: str, blocked: bool) -> Notice:
    """`/blocage`, `/deblocage`: asks for what is missing of school, profile and moment, then to confirm."""
    me = await accounts.administrator(desk, caller)
    order: dict[str, Any] = {"blocked": blocked, "school": "", "profile": "", "when": "", "days": []}
    _take(desk, order, typed)
    if order["profile"] and not order["when"]:
        order["when"] = _NOW
    return await _proceed(desk, cause, caller, me, order)


async def choose(desk: Desk, cause: str, caller: Caller, action: str, value: str) -> Notice:
    """A button of the conversation: the school, the profile, now, the summer, or dates to be typed."""
    me = await accounts.administrator(desk, caller)
    order = (await desk.see(caller, _draft)).data
    if action == "block_at" and value in administration.own_schools(me):
        order["school"] = value
    elif action == "block_profile" and value in {profile.value for profile in Profile}:
        order["profile"] = value
    elif action == "block_summer":
        days = summer.coming(desk.policy.summer, summer.today(desk.clock()))
        order |= {"when": _DATES, "days": [day.isoformat() for day in days]}
    elif action in ("block_today", "block_dates"):
        order |= {"when": _NOW if action == "block_today" else _DATES, "days": []}
    else:
        raise Refusal("old-button")
    return await _proceed(desk, cause, caller, me, order)


async def heard(desk: Desk, cause: str, caller: Caller, saying: Saying) -> Notice | None:
    """What was written meanwhile: the word that confirms, dates, or a profile; another word is said to be none."""
    me = await accounts.administrator(desk, caller)
    order = (await desk.see(caller, _draft)).data
    if _missing(order):
        _take(desk, order, saying.text)
        return await _proceed(desk, cause, caller, me, order)
    if not _confirms(order, saying.text):
        return await desk.act(cause, caller, _retype)
    await desk.act(cause, caller, _confirmed)
    desk.stir()
    return None


def _take(desk: Desk, order: dict[str, Any], typed: str) -> None:
    """Takes the days and the profile out of what was typed."""
    days, rest = summer.days_in(typed, summer.today(desk.clock()))
    if days:
        order |= {"when": _DATES, "days": [day.isoformat() for day in days]}
    if (profile := profiles.named(rest)) is not None:
        order["profile"] = profile.value


def _missing(order: dict[str, Any]) -> str:
    """What is to be asked next; nothing where only the word to confirm is missing."""
    if not order["school"] or not order["profile"]:
        return "school" if not order["school"] else "profile"
    if order["when"] == _DATES and not order["days"]:
        return "dates"
    return "when" if order["blocked"] and not order["when"] else ""


async def _proceed(desk: Desk, cause: str, caller: Caller, me: Person, order: dict[str, Any]) -> Notice:
    schools = await own_schools(desk, me)
    if len(schools) == 1:
        order["school"] = schools[0].id
    profile = Profile(order["profile"]) if order["profile"] else None
    survey = None
    if profile is not None and not _missing(order):
        survey = await _survey(desk, me, order["school"], profile, order["blocked"])
    return await desk.act(cause, caller, _asked, order, schools, survey)


async def _survey(desk: Desk, me: Person, school: str, profile: Profile, blocked: bool) -> Survey:
    total, already, own, after = 0, 0, False, ""
    names = []
    while True:
        query = Query(profiles=frozenset({profile}))
        found = await desk.directory.search(query, [school], _PAGE, after)
        for account in found.accounts:
            total += 1
            if account.id == me.account:
                own = True
            elif spared(account, me.account):
                names.append(account.name)
            else:
                already += account.blocked is blocked
        after = found.after
        if not after:
            return Survey(total, already, tuple(names), own)


def _asked(turn: Turn, order: dict[str, Any], schools: Sequence[Structure], survey: Survey | None) -> Notice:
    """Keeps what was said so far, and asks for the next thing."""
    place = next((school.name for school in schools if school.id == order["school"]), "")
    if order["school"]:
        administration.check_school(turn.me, order["school"])
    order["place"] = place
    facts = {"blocked": order["blocked"], "profile": order["profile"], "place": place}
    if survey is not None and order["when"] != _DATES and not survey.left:
        raise Refusal("campaign-nothing", **facts)
    drafts.save(turn.work, turn.caller.chat_id, turn.caller.telegram_id, Draft(STEP, order))
    if survey is not None:
        return _question(turn, order, survey, facts)
    missing, me = _missing(order), turn.me.id
    rows: list[tuple[Button, ...]]
    if missing == "school":
        rows = [(Button("block_at", school.id, me, words=f"🏫 {school.name}"),) for school in schools]
        return Notice("campaign_school", facts, (*rows, (Button("cancel", "", me),)))
    if missing == "profile":
        keys = [*(Button("block_profile", profile.value, me) for profile in Profile), Button("cancel", "", me)]
        return Notice("campaign_profile", facts, tuple(tuple(keys[i : i + 2]) for i in range(0, len(keys), 2)))
    if missing == "dates":
        return Notice("campaign_dates", facts, ((Button("cancel", "", me),),))
    rows = [(Button("block_today", "", me),), *_other_moments(me), (Button("cancel", "", me),)]
    return Notice("campaign_when", facts, tuple(rows))


def _question(turn: Turn, order: dict[str, Any], survey: Survey, facts: dict[str, Any]) -> Notice:
    facts |= {
        "total": survey.total,
        "already": survey.already,
        "left": survey.left,
        "spared": len(survey.spared) + survey.own,
        "own": survey.own,
        "names": ", ".join(survey.spared[:_NAMED]),
        "others": max(0, len(survey.spared) - _NAMED),
        "dates": order["days"],
    }
    me = turn.me.id
    rows = [] if order["days"] or not order["blocked"] else _other_moments(me)
    return Notice("campaign_asked", facts, (*rows, (Button("cancel", "", me),)))


def _other_moments(me: int) -> list[tuple[Button, ...]]:
    return [(Button("block_summer", "", me), Button("block_dates", "", me))]


def _confirms(order: dict[str, Any], typed: str) -> bool:
    try:
        named = profiles.named(typed)
    except Refusal:
        return False
    return named is not None and named.value == order["profile"]


def _draft(turn: Turn) -> Draft:
    draft = drafts.load(turn.work, turn.caller.chat_id, turn.caller.telegram_id)
    if draft is None or draft.step != STEP:
        raise Refusal("old-button")
    return draft


def _retype(turn: Turn) -> Notice:
    order = _draft(turn).data
    facts = {"blocked": order["blocked"], "profile": order["profile"]}
    return Notice("campaign_retype", facts, ((Button("cancel", "", turn.me.id),),))


def _confirmed(turn: Turn) -> None:
    order = _draft(turn).data
    drafts.drop(turn.work, turn.caller.chat_id, turn.caller.telegram_id)
    now = turn.work.now
    asked = Campaign(
        school=order["school"],
        school_name=order["place"],
        profile=Profile(order["profile"]),
        blocked=order["blocked"],
        person=turn.me.id,
        state="running",
        at=now,
        starts_at=now,
    )
    days = [date.fromisoformat(day) for day in order["days"]]
    campaigns.enter(turn, asked, summer.starts(days, turn.policy.summer.hour))
