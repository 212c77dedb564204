"""`/inviter [classes|profile]`: asks whom to invite, shows how many that are and what they will read, and begins."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from bot.terms import Button, Notice, Person, Profile, Refusal, Saying, Way
from bot.workflows import search
from bot.workflows.accounts import finding
from bot.workflows.conversations import course
from bot.workflows.conversations.shape import Conversation, Question, Waits
from bot.workflows.desk import Caller, Desk, Turn
from bot.workflows.linking import mailings
from bot.workflows.linking.surveying import Survey, survey
from bot.workflows.rules import meaning
from bot.workflows.rules.accounts import administration
from bot.workflows.rules.lists import filters
from bot.workflows.rules.meaning import each
from bot.workflows.rules.screens import grid, mark, marked

_ACROSS = 3  #: buttons of classes in a row
_MOST_CLASSES = 60  #: classes that are offered as buttons


@dataclass(slots=True)
class Order:
    """Whom to invite, of which school."""

    school: str = ""
    schools: dict[str, str] = field(default_factory=dict)  #: schools of whoever asks: name by identifier
    typed: str = ""  #: words that name whom to invite, not read yet
    classes: list[list[str]] = field(default_factory=list)  #: identifier and name of those of the school
    #: profile and classes of each thing that the words fit, where it is not clear which one; either may be empty
    meanings: list[list[str]] = field(default_factory=list)
    scope: dict[str, str] = field(default_factory=dict)  #: `profile`, `class` and `class_name`; empty for the school
    chosen: bool = False  #: True once it is known whom
    survey: Survey | None = None
    unknown: str = ""  #: words that name nobody to invite: the question says so, and offers what there is
    sure: bool = False  #: True once it is confirmed
    anew: bool = False  #: whether more became true before it was confirmed, and it is asked again

    @property
    def place(self) -> str:
        """The name of the school; empty while it is not chosen."""
        return self.schools.get(self.school, "")

    @property
    def facts(self) -> dict[str, Any]:
        """The facts that every sentence of the conversation uses."""
        return {"place": self.place, **{name: self.scope.get(name, "") for name in ("profile", "class_name")}} | {
            "words": self.unknown
        }


async def ask(desk: Desk, cause: str, caller: Caller, typed: str) -> Notice | None:
    """`/inviter`: asks for what was not typed of school, class and profile, then to confirm."""
    return await course.open_with(desk, cause, caller, INVITE, Order(typed=typed))


async def _learn(desk: Desk, caller: Caller, order: Order) -> None:
    """Asks the ENT for the schools of whoever asks, for the classes, and once it is known whom, how many they are."""
    me = await finding.administrator(desk, caller)
    if not order.schools:
        order.schools = {place.id: place.name for place in await finding.own_schools(desk, me)}
    if len(order.schools) == 1:
        (order.school,) = order.schools
    if not order.chosen:
        await _understand(desk, me, order)
    said = order.survey if order.sure else None
    order.survey = await survey(desk, order.school, order.scope) if order.chosen else None
    order.anew = order.survey is not None and said is not None and order.survey.beyond(said)
    order.sure = said is not None and not order.anew


async def _understand(desk: Desk, me: Person, order: Order) -> None:
    """Takes whom the typed words mean; where they may mean several things, these are left to choose from.

    Words that name a class of one school mean that school. Where it depends on the school, they wait until it is
    chosen. Where they mean nobody, the question says so and offers what there is; refused where they name somebody.
    """
    schools = [order.school] if order.school else list(order.schools) if order.typed else []
    classes = [one for school in schools for one in await desk.directory.classes(school)]
    found = meaning.read(order.typed, classes) if order.typed else []
    homes = meaning.homes(found)
    if order.typed and not found:
        await _refuse_person(desk, me, order.typed, schools)
        order.unknown, order.typed = order.typed, ""
    if not order.school and len(homes) == 1:
        (order.school,) = homes
        classes = [one for one in classes if one.above[-1].id in homes]
    if not order.school:
        return
    order.classes, order.typed = [[one.id, one.name] for one in classes], ""
    order.meanings = [list(one.keys) for one in found]
    if len(found) == 1:
        _mean(order, *order.meanings[0])


async def _refuse_person(desk: Desk, me: Person, typed: str, schools: list[str]) -> None:
    """Refuses words that are somebody's name, and says how that person gets a link."""
    like = await search.called(desk.directory, typed, schools, 2)
    if len(like) == 1 and like[0].roles and like[0].id != me.account:
        raise Refusal("invite-administrator", name=like[0].name, profile=like[0].profile.value)
    if like:
        raise Refusal("invite-person", name=typed)


def _mean(order: Order, profile: str, key: str) -> None:
    """Takes that profile, these classes, or both; the whole school where both are empty."""
    names = dict(order.classes)
    if (profile and profile not in set(Profile)) or not names.keys() >= set(each(key)):
        raise Refusal("old-button")
    order.scope = {"profile": profile} if profile else {}
    order.scope |= {"class": key, "class_name": ", ".join(names[one] for one in each(key))} if key else {}
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
    names = dict(order.classes)
    return Button(
        "invite_class", f"{mark(key)}.{profile}", turn.me.id, words=", ".join(names[one] for one in each(key))
    )


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


def _hear_school(turn: Turn, order: Order, saying: Saying) -> bool:
    """Takes the name of a school; other words say whom to invite."""
    known = {name: key for key, name in order.schools.items()}
    found = filters.groups_called(saying.typed, known)
    if len(found) != 1:
        return _hear_whom(turn, order, saying)
    order.school = known[found[0]]
    return True


def _hear_whom(_turn: Turn, order: Order, saying: Saying) -> bool:
    """Takes a class, a profile or both; after a confirmation was asked for, words name somebody else to invite."""
    if not saying.text:
        raise Refusal("text-needed")
    order.scope, order.chosen, order.meanings, order.typed, order.unknown = {}, False, [], saying.typed, ""
    return True


def _choose_school(turn: Turn, order: Order, school: str) -> None:
    if school not in administration.own_schools(turn.me):
        raise Refusal("old-button")
    order.school = school


def _choose_class(_turn: Turn, order: Order, value: str) -> None:
    """Takes the classes with that mark; with a profile behind it, only those of that profile."""
    key, _, profile = value.partition(".")
    _mean(order, profile, marked([*dict(order.classes), *(one[1] for one in order.meanings)], key))


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
