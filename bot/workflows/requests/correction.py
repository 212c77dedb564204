"""The conversation that asks which request is to be corrected, and what is right: its category, or its school."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from bot.folding import fold
from bot.storage import requests
from bot.terms import Button, Notice, Refusal, Saying, Status, Structure
from bot.workflows.conversations import course
from bot.workflows.conversations.shape import Conversation, Question, Waits
from bot.workflows.desk import Caller, Desk, Turn, speaking_as
from bot.workflows.requests.correcting import categorize, correctable, own_schools, reach, relocate
from bot.workflows.requests.scenes import Scene
from bot.workflows.rules.naming import begins
from bot.workflows.rules.screens import grid

CATEGORY, SCHOOL = "category", "school"  #: what can be corrected
_MOST = 8  #: requests, or schools, offered to choose from
_NUMBER = re.compile(r"\d{1,9}")
Said = Notice | course.Pending | None


@dataclass(slots=True)
class Correction:
    """What is to be corrected, as far as somebody has said it."""

    person: int  #: `id` of the person who corrects
    number: int = 0  #: the request; 0 while it is to be asked
    what: str = ""  #: `CATEGORY` or `SCHOOL`; empty while it is to be asked
    category: str = ""
    typed: str = ""  #: the category or the name of a school as it was typed
    #: schools of that name: identifier and name; None before the ENT is asked
    found: list[tuple[str, str]] | None = None
    school: str = ""  #: identifier of the school chosen by a button
    shown: list[tuple[str, str]] = field(default_factory=list)  #: the requester's other schools, as `found`
    gone: str = ""  #: the name of a school that was chosen, and that is not possible any more
    place: Structure | None = None  #: the school, once it is known that this person may choose it


def start(turn: Turn, number: int, what: str, typed: str = "") -> Said:
    """Corrects the category at once where `typed` is one; else begins the conversation and returns its question.

    `what` may be empty, and `number` may be 0: then they are asked for. Refused at once where the person may not
    correct that request.
    """
    draft = Correction(turn.me.id, 0, what, typed=typed)
    if number:
        _choose_request(turn, draft, str(number))
        if draft.what == CATEGORY:
            draft.category = _category(turn, typed)
            if draft.category:
                return categorize(turn, number, draft.category)
    return course.begin(turn, CORRECTING, draft)


def _category(turn: Turn, typed: str) -> str:
    """The category of that name; empty where there is none."""
    return next((one for one in turn.policy.categories if fold(one) == fold(typed.strip())), "")


def _refuse_without_schools(it: Scene) -> None:
    if not own_schools(it) and not reach(it):
        own = it.requester.id == it.turn.me.id
        raise Refusal("no-other-school", number=it.request.number, own=own, place=it.request.place.name)


def _options(turn: Turn, draft: Correction) -> tuple[list[Structure], tuple[str, ...]]:
    it = correctable(speaking_as(turn, draft.person), draft.number, to_change=False)
    return own_schools(it), reach(it)


async def _learn(desk: Desk, caller: Caller, draft: Correction) -> None:
    """Asks the ENT for the school chosen by its button, else for the schools that bear the typed name.

    A school that is not possible any more is asked for again: none takes its place.
    """
    own, within = await desk.see(caller, _options, draft)
    if draft.school:
        known = next((place for place in own if place.id == draft.school), None)
        draft.place = known or await _below(desk, within, draft.school)
        if draft.place is not None:
            return
        draft.gone = next((name for key, name in (*(draft.found or ()), *draft.shown) if key == draft.school), "")
        if not draft.gone:
            raise Refusal("old-button")
        draft.school, draft.shown = "", _named(own)
        if not draft.typed:
            return
    below = await desk.directory.schools(within) if within else []
    fitting = {place.id: place for place in (*own, *below) if begins(draft.typed, place.name)}
    if len(fitting) == 1 and not draft.gone:
        draft.place = next(iter(fitting.values()))
    else:
        draft.found = _named(list(fitting.values())[:_MOST])


async def _below(desk: Desk, within: Collection[str], school: str) -> Structure | None:
    """The school of that identifier, if it is below one of those structures; None if not."""
    place = await desk.directory.structure(school) if within else None
    return place if place is not None and {one.id for one in place.above} & set(within) else None


def _named(places: Iterable[Structure]) -> list[tuple[str, str]]:
    return [(place.id, place.name) for place in places]


def _learns(draft: Correction) -> bool:
    open_ = bool(draft.number) and draft.what == SCHOOL and draft.place is None
    return open_ and (bool(draft.school) or (bool(draft.typed) and draft.found is None))


def _ask_request(turn: Turn, draft: Correction) -> Notice:
    mine = [one for one in requests.of_people(turn.work, [turn.me.id], None, _MOST) if one.status is Status.NEW]
    treated = requests.queue(turn.work, turn.me.roles, limit=_MOST) if turn.me.roles else []
    numbers = list(dict.fromkeys(one.number for one in (*treated, *mine)))[:_MOST]
    if not numbers:
        raise Refusal("usage-ecole" if draft.what == SCHOOL else "usage-categorie")
    made = [Button("which", str(number), turn.me.id, words=f"n°{number}") for number in numbers]
    return Notice("correct_which", {}, grid(made, 4))


def _hear_request(turn: Turn, draft: Correction, saying: Saying) -> bool:
    typed = _NUMBER.search(saying.typed)
    if typed is None:
        raise Refusal("bad-number", typed=saying.typed[:40])
    _choose_request(turn, draft, typed[0])
    return True


def _choose_request(turn: Turn, draft: Correction, typed: str) -> None:
    if not _NUMBER.fullmatch(typed):
        raise Refusal("old-button")
    it = correctable(turn, int(typed), to_change=False)
    draft.number, draft.shown = it.request.number, _named(own_schools(it))
    if not draft.what and not (own_schools(it) or reach(it)):
        draft.what = CATEGORY
    if draft.what == SCHOOL:
        _refuse_without_schools(it)


def _ask_what(turn: Turn, draft: Correction) -> Notice:
    row = tuple(Button("correct_what", what, turn.me.id) for what in (CATEGORY, SCHOOL))
    return Notice("correct_what", {"number": draft.number}, (row,))


def _hear_what(turn: Turn, draft: Correction, saying: Saying) -> bool:
    draft.category, typed = _category(turn, saying.typed), fold(saying.typed)
    if draft.category or typed.startswith("categorie"):
        draft.what = CATEGORY
    elif typed.startswith("ecole"):
        _choose_what(turn, draft, SCHOOL)
    return True


def _choose_what(turn: Turn, draft: Correction, what: str) -> None:
    if what not in (CATEGORY, SCHOOL):
        raise Refusal("old-button")
    draft.what = what
    if what == SCHOOL:
        _refuse_without_schools(correctable(turn, draft.number, to_change=False))


def _ask_category(turn: Turn, draft: Correction) -> Notice:
    now = correctable(turn, draft.number, to_change=False).request.category
    made = [Button("category", key, turn.me.id, once=True) for key in turn.policy.categories if key != now]
    return Notice("correct_category", {"number": draft.number, "category": now, "name": draft.typed}, grid(made))


def _hear_category(turn: Turn, draft: Correction, saying: Saying) -> bool:
    draft.typed, draft.category = saying.typed, _category(turn, saying.typed)
    return True


def _choose_category(turn: Turn, draft: Correction, category: str) -> None:
    if category in turn.policy.categories:
        draft.category = category
    else:  # the operator gave it up meanwhile: it is asked for again
        draft.typed = category


def _ask_school(turn: Turn, draft: Correction) -> Notice:
    it = correctable(turn, draft.number, to_change=False)
    offered = draft.found or _named(own_schools(it))[:_MOST]
    rows = tuple((Button("place", key, turn.me.id, words=name, once=True),) for key, name in offered)
    if draft.gone:
        facts = {"number": draft.number, "place": it.request.place.name, "name": draft.gone}
        return Notice("correct_gone", facts, rows)
    facts = {"number": draft.number, "place": it.request.place.name, "name": "" if draft.found else draft.typed}
    return Notice("correct_school" if reach(it) else "correct_own_school", facts, rows)


def _hear_school(_turn: Turn, draft: Correction, saying: Saying) -> bool:
    if not saying.text:
        raise Refusal("text-needed")
    draft.typed, draft.found, draft.school, draft.gone = saying.typed, None, "", ""
    return True


def _choose_school(_turn: Turn, draft: Correction, school: str) -> None:
    draft.school = school  # `_learn` looks whether this person may choose it


def _finish(turn: Turn, draft: Correction) -> Notice:
    if draft.what == CATEGORY:
        return categorize(turn, draft.number, draft.category)
    assert draft.place is not None
    return relocate(turn, draft.number, draft.place)


def _may(turn: Turn, draft: Correction) -> None:
    """Refused where this person may not correct the chosen request any more."""
    if draft.number:
        correctable(turn, draft.number, to_change=False)


CORRECTING = Conversation(
    "correcting",
    Correction,
    (
        Question("which", lambda _, it: not it.number, _ask_request, _hear_request, {"which": _choose_request}),
        Question("what", lambda _, it: not it.what, _ask_what, _hear_what, {"correct_what": _choose_what}),
        Question(
            *("category", lambda _, it: it.what == CATEGORY and not it.category, _ask_category, _hear_category),
            {"category": _choose_category},
        ),
        Question(
            *("school", lambda _, it: it.what == SCHOOL and it.place is None, _ask_school, _hear_school),
            {"place": _choose_school},
        ),
    ),
    Waits.DETAILS,
    finish=_finish,
    may=_may,
    learn=_learn,
    learns=_learns,
)
