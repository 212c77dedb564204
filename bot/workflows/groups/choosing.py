"""The screen on which people are ticked who are put into a group, or taken out; nothing changes before it is said.

Who was ticked stays so while others are looked for, by name, profile or class.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from bot.folding import words
from bot.terms import Button, Notice, Profile, Refusal, Saying, Structure
from bot.workflows.accounts import finding
from bot.workflows.conversations import course, steps
from bot.workflows.conversations.shape import Conversation, Question, Waits
from bot.workflows.desk import Caller, Desk, Turn
from bot.workflows.groups import candidates, filling, sighting
from bot.workflows.groups.candidates import Filter, Found
from bot.workflows.rules.accounts import administration
from bot.workflows.rules.screens import Row, grid

PAGE = 8  #: people on a screen
_ACROSS = 3  #: filters in a row
_SAID = {True: {"ajouter", "add"}, False: {"retirer", "remove"}}  #: words that press the button, by `putting`
_CHOSEN = "success"  #: the style of what is chosen, which `texts` marks
_EVERY = "*"  #: the class that is none in particular


@dataclass(slots=True)
class Draft:
    """The group, who is offered, and who is ticked so far."""

    place: Structure
    group: str
    name: str
    putting: bool
    filter: Filter = field(default_factory=Filter)
    found: Found = field(default_factory=Found)
    chosen: dict[str, str] = field(default_factory=dict)  #: who is ticked: label by identifier
    classes: list[list[str]] = field(default_factory=list)  #: those of the school: identifier and name
    by_class: bool = False  #: whether a class is being chosen
    page: int = 0
    known: bool = False  #: whether the ENT has said who is to be offered
    ready: bool = False  #: whether all are ticked
    sure: bool = False  #: whether it may be done

    @property
    def empties(self) -> bool:
        """Whether nobody would be left in the group."""
        return not self.putting and len(self.chosen) >= self.found.inside > 1

    @property
    def facts(self) -> dict[str, Any]:
        """The facts that every sentence of it uses."""
        return {"name": self.name, "place": self.place.name, "putting": self.putting, "ticked": len(self.chosen)}


async def add(desk: Desk, cause: str, caller: Caller, target: str) -> Notice | None:
    """`Ajouter`: the screen of those who are not in the group."""
    return await _open(desk, cause, caller, target, putting=True)


async def remove(desk: Desk, cause: str, caller: Caller, target: str) -> Notice | None:
    """`Retirer`: the screen of the members."""
    return await _open(desk, cause, caller, target, putting=False)


async def _open(desk: Desk, cause: str, caller: Caller, target: str, *, putting: bool) -> Notice | None:
    _, place, group, _ = await sighting.group(desk, caller, target)
    return await course.open_with(desk, cause, caller, MEMBERS, Draft(place, group.id, group.name, putting))


async def _learn(desk: Desk, caller: Caller, draft: Draft) -> None:
    me = await finding.administrator(desk, caller)
    administration.check_near(me, draft.place)
    draft.found = await candidates.find(desk, me, draft.place, draft.group, draft.filter, draft.putting)
    if not draft.classes:
        draft.classes = [[one.id, one.name] for one in await desk.directory.classes(draft.place.id)]
    draft.page, draft.known = 0, True


def _ask(turn: Turn, draft: Draft) -> Notice:
    people, me = draft.found.people, turn.me.id
    last = max(0, (len(people) - 1) // PAGE)
    shown = list(enumerate(people))[draft.page * PAGE : (draft.page + 1) * PAGE]
    rows: list[Row] = [
        (Button("group_tick", str(at), me, words=label, style=_CHOSEN if key in draft.chosen else ""),)
        for at, (key, label) in shown
    ]
    leaf = [Button("group_leaf_back", str(draft.page - 1), me)] if draft.page else []
    leaf += [Button("group_leaf_next", str(draft.page + 1), me)] if draft.page < last else []
    rows += [tuple(leaf)] if leaf else []
    if len(people) > 1:
        every = all(key in draft.chosen for key, _ in people)
        rows.append((Button("group_untick" if every else "group_tick_all", "", me),))
    rows += _filters(turn, draft)
    if draft.chosen:
        count = str(len(draft.chosen))
        rows.append((Button("group_put" if draft.putting else "group_take", "", me, words=count, style="primary"),))
    facts = draft.facts | draft.filter.facts | {"count": len(people), "more": draft.found.more}
    facts |= {"already": draft.found.already, "set": draft.filter.set, "inside": draft.found.inside}
    return Notice("group_members", facts, tuple(rows))


def _filters(turn: Turn, draft: Draft) -> tuple[Row, ...]:
    set_ = draft.filter
    keys = [
        Button("group_profile", one.value, turn.me.id, style=_CHOSEN if set_.profile == one.value else "")
        for one in Profile
    ]
    style = _CHOSEN if set_.class_id else ""
    keys += [Button("group_class", "", turn.me.id, words=set_.class_name, style=style)] if draft.classes else []
    return grid(keys, _ACROSS)


def _hear(_turn: Turn, draft: Draft, saying: Saying) -> bool:
    """Takes the name of whom to look for; the word of the button, or a yes, does what is ticked."""
    said = set(words(saying.text))
    if steps.agrees(saying) or (len(said) == 1 and said <= _SAID[draft.putting] and not saying.forwarded):
        _finish(_turn, draft, "")
        return True
    if not said:
        raise Refusal("text-needed")
    draft.filter.words, draft.known = saying.typed, False
    return True


def _tick(_turn: Turn, draft: Draft, value: str) -> None:
    key, label = draft.found.people[_position(value, len(draft.found.people))]
    if draft.chosen.pop(key, None) is None:
        draft.chosen[key] = label


def _tick_all(_turn: Turn, draft: Draft, _value: str) -> None:
    draft.chosen |= dict(draft.found.people)


def _untick(_turn: Turn, draft: Draft, _value: str) -> None:
    for key, _ in draft.found.people:
        draft.chosen.pop(key, None)


def _leaf(_turn: Turn, draft: Draft, value: str) -> None:
    draft.page = _position(value, max(0, (len(draft.found.people) - 1) // PAGE) + 1)


def _by_profile(_turn: Turn, draft: Draft, value: str) -> None:
    """Looks for that profile; a second tap looks for all again. A name that was typed is done with."""
    if value not in {one.value for one in Profile}:
        raise Refusal("old-button")
    draft.filter.profile = "" if draft.filter.profile == value else value
    draft.filter.words, draft.known = "", False


def _by_class(_turn: Turn, draft: Draft, _value: str) -> None:
    draft.by_class = True


def _ask_class(turn: Turn, draft: Draft) -> Notice:
    keys = [Button("group_class_at", str(at), turn.me.id, words=name) for at, (_, name) in enumerate(draft.classes)]
    every = (Button("group_class_at", _EVERY, turn.me.id),)
    return Notice("group_class", draft.facts, (*grid(keys, _ACROSS), every))


def _choose_class(_turn: Turn, draft: Draft, value: str) -> None:
    at = None if value == _EVERY else _position(value, len(draft.classes))
    draft.filter.class_id, draft.filter.class_name = draft.classes[at] if at is not None else ("", "")
    draft.by_class, draft.filter.words, draft.known = False, "", False


def _finish(_turn: Turn, draft: Draft, _value: str) -> None:
    if not draft.chosen:
        raise Refusal("group-nobody")
    draft.ready = True
    draft.sure = draft.sure or not draft.empties


def _ask_sure(turn: Turn, draft: Draft) -> Notice:
    key = Button("group_empty_now", "", turn.me.id, style="danger")
    return Notice("group_empty_asked", draft.facts, ((key,),))


def _hear_sure(_turn: Turn, draft: Draft, saying: Saying) -> bool:
    if not steps.agrees(saying):
        raise Refusal("group-confirm")
    draft.sure = True
    return True


def _confirm(_turn: Turn, draft: Draft, _value: str) -> None:
    draft.sure = True


async def _act(desk: Desk, cause: str, caller: Caller, draft: Draft) -> None:
    order = filling.Order(draft.place, draft.group, draft.name, draft.putting, tuple(draft.chosen))
    await filling.begin(desk, cause, caller, order)


def _may(turn: Turn, draft: Draft) -> None:
    """Refused where this person does not administer the school any more."""
    administration.check_near(turn.me, draft.place)


def _position(value: str, count: int) -> int:
    if not (value.isascii() and value.isdecimal() and len(value) < 5 and int(value) < count):
        raise Refusal("old-button")
    return int(value)


_PICKS = {
    "group_tick": _tick,
    "group_tick_all": _tick_all,
    "group_untick": _untick,
    "group_leaf_back": _leaf,
    "group_leaf_next": _leaf,
    "group_profile": _by_profile,
    "group_class": _by_class,
    "group_put": _finish,
    "group_take": _finish,
}

MEMBERS = Conversation(
    "group_members",
    Draft,
    (
        Question(
            *("class", lambda _, draft: draft.by_class, _ask_class, steps.hear_no_words),
            picks={"group_class_at": _choose_class},
        ),
        Question("who", lambda _, draft: not draft.ready, _ask, _hear, _PICKS, amendable=False),
        Question(
            *("sure", lambda _, draft: not draft.sure, _ask_sure, _hear_sure),
            picks={"group_empty_now": _confirm},
            amendable=False,
        ),
    ),
    Waits.ACTS,
    act=_act,
    learn=_learn,
    learns=lambda draft: not (draft.known or draft.ready),
    may=_may,
)
