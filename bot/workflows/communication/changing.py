"""Makes a rule between two groups, or removes one, once what it changes was read (guide, chapters 3.F and 6.A)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.ent.directory import Reason
from bot.terms import Button, Declined, Notice, Refusal, Saying
from bot.workflows.accounts import finding
from bot.workflows.communication import doing, reading
from bot.workflows.conversations import course, steps
from bot.workflows.conversations.shape import Conversation, Question, Waits
from bot.workflows.desk import Caller, Desk, Turn
from bot.workflows.rules.accounts import administration
from bot.workflows.rules.communication import circles, examples, sums
from bot.workflows.rules.communication.circles import Circle
from bot.workflows.rules.screens import grid

_MOST = 40  #: groups that are no profile's, as buttons; the others are found by their names


@dataclass(slots=True)
class Draft:
    """The school, its groups, and the two of them whose rule is to change."""

    school: str = ""
    schools: dict[str, str] = field(default_factory=dict)  #: those of whoever asks: name by identifier
    circles: list[Circle] = field(default_factory=list)
    room: str = ""  #: the class whose groups are offered now
    sender: str = ""
    receiver: str = ""
    known: bool = False  #: whether the ENT has said what the rule changes
    stands: bool = False  #: whether the rule is there now, so that it is to be removed
    before: str = ""  #: how many of the receivers the senders may write to, before and after
    after: str = ""
    widened: list[str] = field(default_factory=list)  #: groups whose members would write to each other, too
    reserved: bool = False  #: whether only those who administer the whole ENT may make it
    sure: bool = False

    @property
    def pair(self) -> tuple[Circle, Circle]:
        """The two groups."""
        known = {one.id: one for one in self.circles}
        return known[self.sender], known[self.receiver]


async def start(desk: Desk, cause: str, caller: Caller, key: str) -> Notice | None:
    """The button under the table of a school: asks which group is to write, or not to write any more."""
    _, school = await reading.one_of(desk, caller, key)
    return await course.open_with(desk, cause, caller, RULE, Draft(school.id))


async def start_with(desk: Desk, cause: str, caller: Caller, target: str) -> Notice | None:
    """The button under an answer: what the rule between these two groups would change."""
    _, known, one, other = await reading.rule(desk, caller, target)
    draft = Draft(known.school.id, sender=one.id, receiver=other.id)
    return await course.open_with(desk, cause, caller, RULE, draft)


async def _learn(desk: Desk, caller: Caller, draft: Draft) -> None:
    """Asks the ENT for the groups of the school and, once two are chosen, what their rule would change."""
    me = await finding.administrator(desk, caller)
    draft.schools = {one.id: one.name for one in await finding.own_schools(desk, me)}
    if draft.school not in draft.schools:
        raise Refusal("not-your-school")
    draft.circles = draft.circles or await reading.circles(desk, draft.school)
    if not (draft.sender and draft.receiver):
        return
    one, other = draft.pair
    usual = desk.policy.communication
    rules = sums.every(draft.circles, await desk.directory.rules(draft.school))
    rule = (one.id, other.id)
    draft.stands = rule in rules
    two = sums.side(one, draft.circles), sums.side(other, draft.circles)
    draft.before, draft.after = (
        sums.answer(*two, draft.circles, some, usual).reach.value for some in (rules, rules ^ {rule})
    )
    draft.widened, draft.reserved = [], False
    if not draft.stands:
        try:
            draft.widened = sorted(await desk.directory.widened(draft.school, *rule))
        except Declined as no:
            if no.reason != Reason.RESERVED:
                raise
            draft.reserved = True
    draft.known = True


def _ask(turn: Turn, draft: Draft, kind: str, action: str) -> Notice:
    """Offers the groups: of the school's profiles, of its classes, and those with a name; or those of one class."""
    facts = {"place": draft.schools[draft.school]} | (_of(draft, draft.sender) if draft.sender else {})
    places = {one.id: at for at, one in enumerate(draft.circles)}

    def keys(some: Sequence[Circle]) -> list[Button]:
        return [
            Button(action, str(places[one.id]), turn.me.id, words=one.coded) for one in some if one.id != draft.sender
        ]

    if draft.room:
        return Notice(kind, facts, grid(keys([one for one in draft.circles if one.class_id == draft.room])))
    whole = [one for one in draft.circles if one.profile and not one.class_id]
    rooms = {one.class_id: one for one in draft.circles if one.class_id}
    others = [one for one in draft.circles if not one.profile][:_MOST]
    opened = [
        Button("rule_room", str(places[one.id]), turn.me.id, words=f"🏫 {one.class_name}") for one in rooms.values()
    ]
    return Notice(kind, facts, (*grid(keys(whole)), *grid(opened, 3), *grid(keys(others))))


def _ask_sender(turn: Turn, draft: Draft) -> Notice:
    return _ask(turn, draft, "rule_sender", "rule_from")


def _ask_receiver(turn: Turn, draft: Draft) -> Notice:
    return _ask(turn, draft, "rule_receiver", "rule_to")


def _ask_sure(turn: Turn, draft: Draft) -> Notice:
    """Says what is so before and after, for how many, and what went wrong elsewhere; then asks to confirm."""
    one, other = draft.pair
    facts: dict[str, Any] = {"writers": one.facts, "written": other.facts, "allowed": not draft.stands}
    facts |= {"until_now": draft.before, "from_now": draft.after, "place": draft.schools[draft.school]}
    facts |= {"example": examples.example(one, other, not draft.stands), "reserved": draft.reserved}
    facts["widened"] = [group.facts for group in draft.circles if group.id in draft.widened]
    if draft.reserved:
        target = reading.target_of(draft.school, one, other)
        return Notice("rule_reserved", facts, ((Button("rules_above", target, turn.me.id, once=True),),))
    style = "danger" if draft.stands else "success"
    return Notice("rule_asked", facts, ((Button("rule_now", "", turn.me.id, style=style),),))


def _of(draft: Draft, group: str) -> dict[str, Any]:
    return {"writers": next(one.facts for one in draft.circles if one.id == group)}


def _hear(_turn: Turn, draft: Draft, saying: Saying) -> bool:
    """Takes the name of one group, or of both in one line."""
    if saying.forwarded:
        raise Refusal("choose-below")
    two = None if draft.sender else circles.two_meant(saying.text, draft.circles)
    if two is not None:
        _set(draft, two[0])
        _set(draft, two[1])
        return True
    found = circles.meant(saying.text, draft.circles)
    if len(found) != 1:
        raise Refusal("communication-several" if found else "rule-no-group", words=saying.text)
    _set(draft, found[0])
    return True


def _hear_sure(_turn: Turn, draft: Draft, saying: Saying) -> bool:
    if draft.reserved or not steps.agrees(saying):
        raise Refusal("choose-below")
    draft.sure = True
    return True


def _set(draft: Draft, one: Circle) -> None:
    """Takes the group as the one that writes or, after that, as the one that is written to."""
    if one.id == draft.sender:
        raise Refusal("rule-within")
    draft.room = ""
    if draft.sender:
        draft.receiver = one.id
    else:
        draft.sender = one.id


def _from(_turn: Turn, draft: Draft, value: str) -> None:
    if draft.sender:
        raise Refusal("old-button")
    _set(draft, _at(draft, value))


def _to(_turn: Turn, draft: Draft, value: str) -> None:
    if not draft.sender or draft.receiver:
        raise Refusal("old-button")
    _set(draft, _at(draft, value))


def _room(_turn: Turn, draft: Draft, value: str) -> None:
    draft.room = _at(draft, value).class_id


def _confirm(_turn: Turn, draft: Draft, _value: str) -> None:
    if not draft.known or draft.reserved:
        raise Refusal("old-button")
    draft.sure = True


def _at(draft: Draft, value: str) -> Circle:
    if not (value.isascii() and value.isdecimal() and len(value) < 5 and int(value) < len(draft.circles)):
        raise Refusal("old-button")
    return draft.circles[int(value)]


async def _act(desk: Desk, cause: str, caller: Caller, draft: Draft) -> Notice:
    one, other = draft.pair
    change = doing.Change(draft.school, draft.schools[draft.school], one, other, not draft.stands)
    return await doing.change(desk, cause, caller, change, draft.widened)


def _may(turn: Turn, draft: Draft) -> None:
    """Refused where this person does not administer the school any more."""
    administration.check_school(turn.me, draft.school)


RULE = Conversation(
    "rule",
    Draft,
    (
        Question(
            "sender",
            lambda _turn, draft: not draft.sender,
            _ask_sender,
            _hear,
            {"rule_from": _from, "rule_room": _room},
            amendable=False,
        ),
        Question(
            "receiver",
            lambda _turn, draft: not draft.receiver,
            _ask_receiver,
            _hear,
            {"rule_to": _to, "rule_room": _room},
            amendable=False,
        ),
        Question("sure", lambda _turn, draft: not draft.sure, _ask_sure, _hear_sure, {"rule_now": _confirm}),
    ),
    Waits.ACTS,
    act=_act,
    learn=_learn,
    learns=lambda draft: not draft.circles or bool(draft.sender and draft.receiver and not draft.known),
    may=_may,
)
