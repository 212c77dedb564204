"""`/inviter [class|profile]`: asks whom to invite, shows how many that are and what they will read, and begins."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from bot.terms import Button, Notice, Profile, Refusal, Saying, Way
from bot.workflows.accounts import finding
from bot.workflows.conversations import course
from bot.workflows.conversations.shape import Conversation, Question, Waits
from bot.workflows.desk import Caller, Desk, Turn
from bot.workflows.linking import mailings
from bot.workflows.linking.surveying import Survey, survey
from bot.workflows.rules import calendar
from bot.workflows.rules.accounts import administration
from bot.workflows.rules.lists import filters
from bot.workflows.rules.screens import grid

_ACROSS = 3  #: buttons of classes in a row
_MOST_CLASSES = 60  #: classes that are offered as buttons


@dataclass(slots=True)
class Order:
    """Whom to invite, of which school."""

    school: str = ""
    schools: dict[str, str] = field(default_factory=dict)  #: schools of whoever asks: name by identifier
    typed: str = ""  #: words that name whom to invite, not read yet
    classes: list[list[str]] = field(default_factory=list)  #: identifier and name of those that may be chosen
    scope: dict[str, str] = field(default_factory=dict)  #: `profile`, `class` and `class_name`; empty for the school
    chosen: bool = False  #: True once it is known whom
    survey: Survey | None = None
    sure: bool = False  #: True once it is confirmed

    @property
    def place(self) -> str:
        """The name of the school; empty while it is not chosen."""
        return self.schools.get(self.school, "")

    @property
    def facts(self) -> dict[str, Any]:
        """The facts that every sentence of the conversation uses."""
        return {"place": self.place, **{name: self.scope.get(name, "") for name in ("profile", "class_name")}}


async def ask(desk: Desk, cause: str, caller: Caller, typed: str) -> Notice | None:
    """`/inviter`: asks for what was not typed of school, class and profile, then to confirm."""
    return await course.open_with(desk, cause, caller, INVITE, Order(typed=typed))


async def _learn(desk: Desk, caller: Caller, order: Order) -> None:
    """Asks the ENT for the schools of whoever asks, for the classes, and once it is known whom, how many they are."""
    me = await finding.administrator(desk, caller)
    if not order.schools:
        known = {place.id: place.name for place in me.places}
        for school in administration.own_schools(me):
            place = None if school in known else await desk.directory.structure(school)
            order.schools[school] = known.get(school) or (place.name if place is not None else school)
    if len(order.schools) == 1:
        (order.school,) = order.schools
    if order.school and not order.chosen:
        order.classes = [[one.id, one.name] for one in await desk.directory.classes(order.school)]
        if order.typed:
            typed, order.typed = order.typed, ""
            _take(order, typed, calendar.today(desk.clock()))
    order.survey = None
    if order.chosen:
        order.survey = await survey(desk, order.school, order.scope)


def _take(order: Order, typed: str, today: date) -> None:
    """Takes a profile and a class that were typed; where the name fits several, these are left to choose from.

    Refused where the words name no class, or something else than a class and a profile.
    """
    wanted, names = filters.read(typed, today)
    profiles = sorted(wanted.values("profile"))
    if wanted.chosen.keys() - {"profile"} or names.keys() - {"class"} or len(profiles) > 1:
        raise Refusal("invite-unread", name=typed)
    scope = {"profile": profiles[0]} if profiles else {}
    called = " ".join([*names.get("class", ()), wanted.words]).strip()
    if called:
        known = {name: key for key, name in order.classes}
        found = filters.groups_called(called, known)
        if not found:
            raise Refusal("invite-no-class", name=called)
        if len(found) > 1:
            order.scope, order.classes = scope, [[known[name], name] for name in found]
            return
        scope |= {"class": known[found[0]], "class_name": found[0]}
    order.scope, order.chosen = scope, True


def _ask_school(turn: Turn, order: Order) -> Notice:
    rows = ((Button("invite_at", key, turn.me.id, words=f"🏫 {name}"),) for key, name in order.schools.items())
    return Notice("invite_school", order.facts, tuple(rows))


def _ask_whom(turn: Turn, order: Order) -> Notice:
    administration.check_school(turn.me, order.school)
    classes = [
        Button("invite_class", str(at), turn.me.id, words=name)
        for at, (_, name) in enumerate(order.classes[:_MOST_CLASSES])
    ]
    profiles = () if order.scope else tuple(Button("invite_profile", one.value, turn.me.id) for one in Profile)
    rows = [*grid(classes, _ACROSS), *grid(list(profiles))]
    rows += [(Button("invite_all", "", turn.me.id),)] if not order.scope else []
    return Notice("invite_whom", order.facts | {"classes": len(order.classes)}, tuple(rows))


def _ask_sure(turn: Turn, order: Order) -> Notice:
    """Says how many would be invited, and what they would read; refused where nobody would."""
    administration.check_school(turn.me, order.school)
    found = order.survey
    assert found is not None
    counts = {"linked": found.linked, "lately": found.lately, "dormant": found.dormant}
    limits = turn.policy.linking
    facts = order.facts | counts | {"days": limits.again.days, "count": found.total}
    if not found.total:
        raise Refusal("invite-nobody")
    minutes = -(-found.total // limits.a_minute)
    facts |= {"invited": dict(found.invited), "minutes": minutes, "life": limits.life[Way.MESSAGE].days}
    return Notice("invite_asked", facts, ((Button("invite_now", "", turn.me.id, style="success"),),))


def _hear_school(_turn: Turn, order: Order, saying: Saying) -> bool:
    known = {name: key for key, name in order.schools.items()}
    found = filters.groups_called(saying.typed, known)
    if len(found) != 1:
        raise Refusal("no-such-school", name=saying.typed)
    order.school = known[found[0]]
    return True


def _hear_whom(turn: Turn, order: Order, saying: Saying) -> bool:
    """Takes a class or a profile; after a confirmation was asked for, words name somebody else to invite."""
    if not saying.text:
        raise Refusal("text-needed")
    order.chosen = False
    _take(order, saying.typed, calendar.today(turn.work.now))
    return True


def _choose_school(turn: Turn, order: Order, school: str) -> None:
    if school not in administration.own_schools(turn.me):
        raise Refusal("old-button")
    order.school = school


def _choose_class(_turn: Turn, order: Order, value: str) -> None:
    if not (value.isascii() and value.isdecimal() and len(value) < 5) or int(value) >= len(order.classes):
        raise Refusal("old-button")  # a forged button
    key, name = order.classes[int(value)]
    order.scope = {**order.scope, "class": key, "class_name": name}
    order.chosen = True


def _choose_profile(_turn: Turn, order: Order, profile: str) -> None:
    if profile not in {one.value for one in Profile}:
        raise Refusal("old-button")
    order.scope, order.chosen = {"profile": profile}, True


def _choose_all(_turn: Turn, order: Order, _value: str) -> None:
    order.scope, order.chosen = {}, True


def _confirm(_turn: Turn, order: Order, _value: str) -> None:
    order.sure = True


async def _act(desk: Desk, cause: str, caller: Caller, order: Order) -> None:
    """Begins the mailing, and queues its screen."""
    await desk.act(cause, caller, _confirmed, order)
    desk.stir()


def _confirmed(turn: Turn, order: Order) -> None:
    course.leave(turn)
    mailings.enter(turn, order.school, order.place, order.scope)


INVITE = Conversation(
    "invite",
    Order,
    (
        Question(
            "school", lambda _, order: not order.school, _ask_school, _hear_school, {"invite_at": _choose_school}
        ),
        Question(
            "whom",
            lambda _, order: not order.chosen,
            _ask_whom,
            _hear_whom,
            {"invite_class": _choose_class, "invite_profile": _choose_profile, "invite_all": _choose_all},
        ),
        Question("sure", lambda _, order: not order.sure, _ask_sure, _hear_whom, {"invite_now": _confirm}),
    ),
    Waits.ACTS,
    act=_act,
    learn=_learn,
    learns=lambda order: not order.sure,
)
