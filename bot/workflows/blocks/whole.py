"""The conversation that asks for a campaign: which profile of which school, when, and the word that confirms it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from bot.folding import words
from bot.storage.blocks import Campaign
from bot.terms import Button, Notice, Profile, Refusal, Saying
from bot.workflows.accounts import finding
from bot.workflows.blocks import campaigns, surveying
from bot.workflows.blocks.surveying import Survey
from bot.workflows.blocks.traces import own_schools
from bot.workflows.conversations import course
from bot.workflows.conversations.shape import Conversation, Question, Waits
from bot.workflows.desk import Caller, Desk, Turn
from bot.workflows.rules import calendar, written
from bot.workflows.rules.accounts import administration
from bot.workflows.rules.blocks import summer
from bot.workflows.rules.screens import grid

_NAMED = 5  #: at most so many spared administrators are named in the question
_NOW, _DATES = "now", "dates"


@dataclass(slots=True)
class Order:
    """Which profile of which school is to be blocked or unblocked, and when."""

    blocked: bool
    school: str = ""
    profile: str = ""
    when: str = ""  #: `_NOW` or `_DATES`; empty before it is chosen
    days: list[date] = field(default_factory=list)  #: the day it begins, and the day it is undone if there is one
    schools: dict[str, str] = field(default_factory=dict)  #: schools of whoever asks: name by identifier
    survey: Survey | None = None
    mistyped: bool = False  #: True after words that do not confirm it
    sure: bool = False  #: True once it is confirmed

    @property
    def place(self) -> str:
        """The name of the school; empty while it is not chosen."""
        return self.schools.get(self.school, "")

    @property
    def facts(self) -> dict[str, Any]:
        """The facts that every sentence of the conversation uses."""
        return {"blocked": self.blocked, "profile": self.profile, "place": self.place}

    @property
    def undated(self) -> bool:
        """Whether it is for dates that are not known yet."""
        return self.when == _DATES and not self.days

    @property
    def complete(self) -> bool:
        """Whether nothing is missing but the word that confirms."""
        return bool(self.school and self.profile) and not self.undated and bool(self.when or not self.blocked)


async def ask(desk: Desk, cause: str, caller: Caller, typed: str, blocked: bool) -> Notice | None:
    """`/blocage`, `/deblocage`: asks for what was not typed of school, profile and moment, then for the word.

    Where the days or the profile cannot be read, the refusal is raised with the conversation begun: what is typed
    next is an answer to it.
    """
    order = Order(blocked)
    try:
        _take(order, typed, calendar.today(desk.clock()))
    except Refusal as refusal:
        await course.open_with(desk, cause, caller, CAMPAIGN, _without_days(order, typed, refusal))
        raise
    if order.profile and not order.when:
        order.when = _NOW
    return await course.open_with(desk, cause, caller, CAMPAIGN, order)


def _without_days(order: Order, typed: str, refusal: Refusal) -> Order:
    """The order after that refusal of what was typed: it waits for dates where these are what was refused."""
    if refusal.reason.startswith("dates-"):
        order.when = _DATES
        found = {profile for word in words(typed) if (profile := written.profile(word)) is not None}
        if len(found) == 1:
            order.profile = found.pop().value
    return order


def _take(order: Order, typed: str, day: date) -> None:
    """Sets the days and the profile that were typed, if any; refused where either cannot be read."""
    days, rest = written.days_in(typed, day)
    now, rest = written.at_once(rest)
    profile = written.named(rest)
    if days and now:
        raise Refusal("dates-unread")
    if days:
        order.when, order.days = _DATES, days
    elif now:
        order.when, order.days = _NOW, []
    if profile is not None:
        order.profile = profile.value


async def _learn(desk: Desk, caller: Caller, order: Order) -> None:
    """Asks the ENT for the schools of whoever asks and, once the order is complete, for the number of accounts."""
    me = await finding.administrator(desk, caller)
    order.schools = {school.id: school.name for school in await own_schools(desk, me)}
    if len(order.schools) == 1:
        (order.school,) = order.schools
    order.survey = None
    if order.complete:
        order.survey = await surveying.survey(desk, me, order.school, Profile(order.profile), order.blocked)


def _ask_school(turn: Turn, order: Order) -> Notice:
    rows = ((Button("block_at", key, turn.me.id, words=f"🏫 {name}"),) for key, name in order.schools.items())
    return Notice("campaign_school", order.facts, tuple(rows))


def _ask_profile(turn: Turn, order: Order) -> Notice:
    keys = [Button("block_profile", profile.value, turn.me.id) for profile in Profile]
    return Notice("campaign_profile", order.facts, grid(keys))


def _ask_dates(_turn: Turn, order: Order) -> Notice:
    return Notice("campaign_dates", order.facts)


def _ask_when(turn: Turn, order: Order) -> Notice:
    return Notice("campaign_when", order.facts, ((Button("block_today", "", turn.me.id),), _other_moments(turn)))


def _ask_word(turn: Turn, order: Order) -> Notice:
    """Says how many accounts would change, and asks for the word that confirms; refused where none would."""
    survey = order.survey
    assert survey is not None
    if order.when != _DATES and not survey.left and not survey.lifted:
        raise Refusal("campaign-nothing", **order.facts, kept=survey.kept)
    if order.mistyped:
        return Notice("campaign_retype", {"blocked": order.blocked, "profile": order.profile})
    facts = order.facts | {
        "total": survey.total,
        "already": survey.already,
        "left": survey.left,
        "spared": len(survey.spared) + survey.own,
        "own": survey.own,
        "names": ", ".join(survey.spared[:_NAMED]),
        "others": max(0, len(survey.spared) - _NAMED),
        "kept": survey.kept,
        "shared": survey.elsewhere,
        "schools": list(survey.schools),
        "dates": [day.isoformat() for day in order.days],
        "pairs": survey.pairs,
    }
    rows = () if order.days or not order.blocked else (_other_moments(turn),)
    doubles = ((Button("pairs", "0", turn.me.id),),) if survey.pairs else ()
    return Notice("campaign_asked", facts, (*rows, *doubles))


def _other_moments(turn: Turn) -> tuple[Button, ...]:
    return Button("block_summer", "", turn.me.id), Button("block_dates", "", turn.me.id)


def _checked(ask: Callable[[Turn, Order], Notice]) -> Callable[[Turn, Order], Notice]:
    """That question, but refused to people who do not administer the chosen school.

    Refused, too, as soon as it is for dates, where a campaign is planned for the profile already.
    """

    def checked(turn: Turn, order: Order) -> Notice:
        if order.school:
            administration.check_school(turn.me, order.school)
        if order.school and order.profile and order.when == _DATES:
            campaigns.refuse_planned(turn.work, order.school, Profile(order.profile), order.place)
        return ask(turn, order)

    return checked


def _hear(turn: Turn, order: Order, saying: Saying) -> bool:
    """Takes a profile or dates, whichever question is asked."""
    _take(order, saying.typed, calendar.today(turn.work.now))
    return True


def _hear_dates(turn: Turn, order: Order, saying: Saying) -> bool:
    """Takes the dates that were asked for; refused for words without any."""
    days, _ = written.days_in(saying.typed, calendar.today(turn.work.now))
    if not days:
        raise Refusal("dates-unread")
    order.days = days
    return True


def _hear_word(_turn: Turn, order: Order, saying: Saying) -> bool:
    """Takes the word that confirms, the name of the profile; after any other word, and a forwarded one,
    it is asked for again.
    """
    order.sure = not saying.forwarded and _confirms(order, saying.text)
    order.mistyped = not order.sure
    return True


def _confirms(order: Order, typed: str) -> bool:
    try:
        named = written.named(typed)
    except Refusal:
        return False
    return named is not None and named.value == order.profile


def _choose_school(turn: Turn, order: Order, school: str) -> None:
    if school not in administration.own_schools(turn.me):
        raise Refusal("old-button")
    order.school = school


def _choose_profile(_turn: Turn, order: Order, profile: str) -> None:
    if profile not in {one.value for one in Profile}:
        raise Refusal("old-button")
    order.profile = profile


def _choose_today(_turn: Turn, order: Order, _value: str) -> None:
    order.when, order.days, order.mistyped = _NOW, [], False


def _choose_dates(_turn: Turn, order: Order, _value: str) -> None:
    order.when, order.days, order.mistyped = _DATES, [], False


def _choose_summer(turn: Turn, order: Order, _value: str) -> None:
    order.when, order.mistyped = _DATES, False
    order.days = list(summer.coming(turn.policy.summer, calendar.today(turn.work.now)))


async def _act(desk: Desk, cause: str, caller: Caller, order: Order) -> None:
    """Starts or schedules the campaign, and queues its screen."""
    await desk.act(cause, caller, _confirmed, order)
    desk.stir()


def _confirmed(turn: Turn, order: Order) -> None:
    course.leave(turn)
    now = turn.work.now
    asked = Campaign(
        school=order.school,
        school_name=order.place,
        profile=Profile(order.profile),
        blocked=order.blocked,
        person=turn.me.id,
        at=now,
        starts_at=now,
    )
    campaigns.enter(turn, asked, summer.starts(order.days, turn.policy.summer.hour))


_MOMENTS = {"block_today": _choose_today, "block_summer": _choose_summer, "block_dates": _choose_dates}

CAMPAIGN = Conversation(
    "campaign",
    Order,
    (
        Question(
            "school", lambda _, order: not order.school, _checked(_ask_school), _hear, {"block_at": _choose_school}
        ),
        Question(
            "profile",
            lambda _, order: not order.profile,
            _checked(_ask_profile),
            _hear,
            {"block_profile": _choose_profile},
        ),
        Question(
            "dates", lambda _, order: order.when == _DATES and not order.days, _checked(_ask_dates), _hear_dates
        ),
        Question("when", lambda _, order: order.blocked and not order.when, _checked(_ask_when), _hear, _MOMENTS),
        Question("word", lambda _, order: not order.sure, _checked(_ask_word), _hear_word, amendable=False),
    ),
    Waits.ACTS,
    act=_act,
    learn=_learn,
    learns=lambda order: not (order.sure or order.mistyped),
)
