"""`/inviter [class|profile]`: asks whom to invite, shows how many that are and what they will read, and begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.ent.directory import Query
from bot.terms import Button, Notice, Profile, Refusal, Saying, Structure, Way
from bot.workflows.accounts import finding
from bot.workflows.conversations import course
from bot.workflows.conversations.shape import Conversation, Question, Waits
from bot.workflows.desk import Caller, Desk, Turn
from bot.workflows.linking import mailings
from bot.workflows.linking.surveying import Survey, survey
from bot.workflows.rules import meaning
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
    classes: list[list[str]] = field(default_factory=list)  #: identifier and name of those of the school
    #: profile and class of each thing that the words fit, where it is not clear which one; either may be empty
    meanings: list[list[str]] = field(default_factory=list)
    scope: dict[str, str] = field(default_factory=dict)  #: `profile`, `class` and `class_name`; empty for the school
    chosen: bool = False  #: True once it is known whom
    survey: Survey | None = None
    sure: bool = False  #: True once it is confirmed
    anew: bool = False  #: whether more became true before it was confirmed, and it is asked again

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
        classes = await desk.directory.classes(order.school)
        order.classes = [[one.id, one.name] for one in classes]
        if order.typed:
            typed, order.typed = order.typed, ""
            await _understand(desk, order, typed, classes)
    said = order.survey if order.sure else None
    order.survey = await survey(desk, order.school, order.scope) if order.chosen else None
    order.anew = order.survey is not None and said is not None and order.survey.beyond(said)
    order.sure = said is not None and not order.anew


async def _understand(desk: Desk, order: Order, typed: str, classes: Sequence[Structure]) -> None:
    """Takes whom the words mean; where they may mean several things, these are left to choose from.

    Refused where they mean nobody; where they are a person's name, the refusal says how one person gets a link.
    """
    found = meaning.read(typed, classes)
    if not found:
        like = await desk.directory.search(Query(words=typed), [order.school], 1)
        raise Refusal("invite-person" if like.accounts else "invite-unread", name=typed)
    order.meanings = [[one.profile or "", one.place.id if one.place is not None else ""] for one in found]
    if len(found) == 1:
        _mean(order, *order.meanings[0])


def _mean(order: Order, profile: str, key: str) -> None:
    """Takes that profile, that class, or both; the whole school where both are empty."""
    names = {one[0]: one[1] for one in order.classes}
    if (profile and profile not in set(Profile)) or (key and key not in names):
        raise Refusal("old-button")
    order.scope = {"profile": profile} if profile else {}
    order.scope |= {"class": key, "class_name": names[key]} if key else {}
    order.meanings, order.chosen = [], True


def _ask_school(turn: Turn, order: Order) -> Notice:
    rows = ((Button("invite_at", key, turn.me.id, words=f"🏫 {name}"),) for key, name in order.schools.items())
    return Notice("invite_school", order.facts, tuple(rows))


def _ask_whom(turn: Turn, order: Order) -> Notice:
    """Offers the classes and the profiles; or what the words may mean."""
    administration.check_school(turn.me, order.school)
    if order.meanings:
        keys = [_button(turn, order, profile, key) for profile, key in order.meanings]
        return Notice("invite_which", order.facts, grid(keys, _ACROSS))
    classes = [_button(turn, order, "", key) for key, _ in order.classes[:_MOST_CLASSES]]
    profiles = [_button(turn, order, one.value, "") for one in Profile]
    rows = (*grid(classes, _ACROSS), *grid(profiles), (_button(turn, order, "", ""),))
    return Notice("invite_whom", order.facts | {"classes": len(order.classes)}, rows)


def _button(turn: Turn, order: Order, profile: str, key: str) -> Button:
    if not key:
        return Button("invite_profile" if profile else "invite_all", profile, turn.me.id)
    at, name = next((at, name) for at, (one, name) in enumerate(order.classes) if one == key)
    return Button("invite_class", f"{at}.{profile}", turn.me.id, words=name)


def _ask_sure(turn: Turn, order: Order) -> Notice:
    """Says how many would be invited, and what they would read; refused where nobody would."""
    administration.check_school(turn.me, order.school)
    found = order.survey
    assert found is not None
    counts = {name: getattr(found, name) for name in ("linked", "lately", "dormant", "waiting")}
    limits = turn.policy.linking
    facts = order.facts | counts | {"days": limits.again.days, "count": found.total, "anew": order.anew}
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


def _hear_whom(_turn: Turn, order: Order, saying: Saying) -> bool:
    """Takes a class, a profile or both; after a confirmation was asked for, words name somebody else to invite."""
    if not saying.text:
        raise Refusal("text-needed")
    order.scope, order.chosen, order.meanings, order.typed = {}, False, [], saying.typed
    return True


def _choose_school(turn: Turn, order: Order, school: str) -> None:
    if school not in administration.own_schools(turn.me):
        raise Refusal("old-button")
    order.school = school


def _choose_class(_turn: Turn, order: Order, value: str) -> None:
    """Takes the class at that place in the list; with a profile behind it, only those of that profile."""
    at, _, profile = value.partition(".")
    if not (at.isascii() and at.isdecimal() and len(at) < 5) or int(at) >= len(order.classes):
        raise Refusal("old-button")  # a forged button
    _mean(order, profile, order.classes[int(at)][0])


def _choose_profile(_turn: Turn, order: Order, profile: str) -> None:
    _mean(order, profile, "")


def _choose_all(_turn: Turn, order: Order, _value: str) -> None:
    _mean(order, "", "")


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
)
