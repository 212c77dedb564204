"""The school to which an ERUN attaches somebody, or from which they detach them; and the account in question."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from bot.terms import Button, Kind, Notice, Person, Refusal, Saying, Structure
from bot.workflows.conversations import steps
from bot.workflows.conversations.shape import Question
from bot.workflows.desk import Desk, Turn
from bot.workflows.rules.accounts import administration
from bot.workflows.rules.lists import filters

D = TypeVar("D")
_MOST = 8  #: schools offered to choose from


@dataclass(slots=True)
class Choice:
    """A school, as far as it has been chosen."""

    place: Structure | None = None
    typed: str = ""  #: the name that was typed
    chosen: str = ""  #: identifier of the school whose button was pressed
    offered: dict[str, str] | None = None  #: by identifier, the names of schools to choose from; None before that
    more: bool = False  #: whether there are more

    @property
    def name(self) -> str:
        """The name of the school; empty while it is open."""
        return self.place.name if self.place else ""

    @property
    def open(self) -> bool:
        """Whether `learn` has something to find out."""
        return self.place is None and (self.offered is None or bool(self.chosen))


async def learn(desk: Desk, me: Person, choice: Choice) -> None:
    """Finds the school that was chosen, or those to choose from: the only one of them is chosen by itself.

    Refused where the person answers for no structure above a school, and for a school that is none of theirs.
    """
    if not choice.open:
        return
    if choice.chosen:
        place, choice.chosen = await desk.directory.structure(choice.chosen), ""
        if place is None:
            raise Refusal("old-button")
        administration.check_above(me, place)
        choice.place = place
        return
    every = await desk.directory.schools(administration.above(me))
    found = filters.called(choice.typed, every) if choice.typed else every
    if len(found) == 1:
        choice.place = found[0]
    elif not found:
        name, choice.typed = choice.typed, ""
        raise Refusal("no-such-school", name=name)
    else:
        choice.offered, choice.more = {one.id: one.name for one in found[:_MOST]}, len(found) > _MOST


def question(choice_of: Callable[[D], Choice]) -> Question[D]:
    """The question which school it is, in a conversation with such a draft; it must come first."""

    def ask(turn: Turn, draft: D) -> Notice:
        choice = choice_of(draft)
        offered = choice.offered or {}
        rows = tuple((Button("place", key, turn.me.id, words=name),) for key, name in offered.items())
        return Notice("attach_school", {"more": choice.more}, rows)

    def hear(_turn: Turn, draft: D, saying: Saying) -> bool:
        if not saying.text:
            raise Refusal("text-needed")
        choice = choice_of(draft)
        choice.typed, choice.offered = saying.typed, None
        return True

    def choose(_turn: Turn, draft: D, value: str) -> None:
        choice_of(draft).chosen = value  # `learn` looks whether this person may choose it

    return Question("school", lambda _, draft: choice_of(draft).place is None, ask, hear, {"place": choose})


class Destined(Protocol):
    """A draft about one of several schools."""

    name: str  #: whom it is about
    schools: list[Structure]
    place: Structure | None


S = TypeVar("S", bound=Destined)


def choose_among(_turn: Turn, draft: Destined, chosen: str) -> None:
    """Takes the school whose button was pressed; refused where it is none of the draft's."""
    draft.place = next((one for one in draft.schools if one.id == chosen), None)
    if draft.place is None:
        raise Refusal("old-button")


def among(
    kind: str,
    hear: Callable[[Turn, S, Saying], bool] = steps.hear_no_words,
    choose: Callable[[Turn, S, str], None] = choose_among,
) -> Question[S]:
    """The question which of the draft's schools it is: a notice of that kind, with a button for each."""

    def ask(turn: Turn, draft: S) -> Notice:
        rows = tuple((Button("place", one.id, turn.me.id, words=one.name),) for one in draft.schools)
        return Notice(kind, {"name": draft.name}, rows)

    return Question("place", lambda _, draft: draft.place is None, ask, hear, {"place": choose})


def academy(place: Structure) -> Structure:
    """The académie of a school; where the tree does not tell, the highest structure above it."""
    return place.ancestor(Kind.RECTORAT) or (*place.above, place)[0]


def entity(place: Structure) -> Structure:
    """The entity of the IEN above a school: its circonscription. Refused where the tree has none."""
    found = place.ancestor(Kind.CIRCONSCRIPTION)
    if found is None:
        raise Refusal("no-entity", place=place.name)
    return found
