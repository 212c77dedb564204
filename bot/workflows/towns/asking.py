"""Asks the vendor for a town's space: the town, its schools, the first contact (guide, chapter 6.C)."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import Any

from bot.storage import particulars, requests
from bot.terms import Button, Level, Notice, Person, Refusal, Saying, Structure
from bot.workflows.accounts import finding
from bot.workflows.conversations import course, steps
from bot.workflows.conversations.shape import Conversation, Question, Waits
from bot.workflows.desk import Caller, Desk, Turn
from bot.workflows.requests.filed import Filed, file
from bot.workflows.requests.guided import again, hear_sum, one_line, send
from bot.workflows.rules.accounts import administration
from bot.workflows.rules.attachments.kinds import same_name
from bot.workflows.rules.requests.access import standing
from bot.workflows.rules.screens import grid, mark, marked
from bot.workflows.rules.towns import reading
from bot.workflows.towns import schools

ASK, TOWN = "ask", "town"  #: the fact that says what is asked for, and its value
_CATEGORY = "autre"


@dataclass(slots=True)
class Space:
    """The space that is asked for, as far as it is known."""

    name: str = ""  #: of the town
    typed: str = ""  #: the name of a school that was typed last
    codes: list[str] = field(default_factory=list)  #: official codes that were typed and not looked up yet
    offered: dict[str, str] | None = None  #: schools to choose from: label by identifier; None before that is known
    more: bool = False  #: whether there are more
    chosen: dict[str, str] = field(default_factory=dict)  #: the schools of the town: label by identifier
    all_named: bool = False
    place: Structure | None = None  #: what the request is about, once all schools are named
    there: list[str] = field(default_factory=list)  #: the spaces that bear the town's name already
    theirs: list[str] = field(default_factory=list)  #: the schools that are of a space already, each with its name
    first: str = ""  #: of the town's contact
    last: str = ""
    email: str = ""
    sent: bool = False
    number: int = 0  #: the number of the request once it is filed


async def ask(desk: Desk, cause: str, caller: Caller, typed: str) -> Notice | None:
    """`/commune [name] [UAI…]`: asks for what is missing, then for the confirmation.

    Refused to whoever administers nothing, and to the vendor, who is asked.
    """
    check(await finding.administrator(desk, caller))
    name, codes = reading.line(typed)
    draft = Space(reading.name(name) if name else "", codes=codes)
    return await course.open_with(desk, cause, caller, TOWNS, draft)


def check(me: Person) -> None:
    """Raises a `Refusal` where the person administers nothing below the vendor's level."""
    administration.scopes(me)
    if all(role.level is Level.VENDOR for role in me.roles):
        raise Refusal("town-vendor")


async def _learn(desk: Desk, caller: Caller, draft: Space) -> None:
    me = await finding.administrator(desk, caller)
    check(me)
    await schools.learn(desk, me, draft)


def _ask_name(_turn: Turn, _draft: Space) -> Notice:
    return Notice("town_name", {})


def _hear_name(_turn: Turn, draft: Space, saying: Saying) -> bool:
    """Takes the name, and the codes of schools typed behind it."""
    name, codes = reading.line(saying.typed)
    draft.name, draft.codes = reading.name(name), codes
    return True


def _ask_schools(turn: Turn, draft: Space) -> Notice:
    """The schools to choose from, those chosen marked; and the button that ends the choice."""
    offered = {**draft.chosen, **(draft.offered or {})}
    keys = [
        Button("town_school", mark(key), turn.me.id, words=label, style="success" if key in draft.chosen else "")
        for key, label in offered.items()
    ]
    last = ((Button("town_all", "", turn.me.id, style="primary"),),) if draft.chosen else ()
    facts = {"name": draft.name, "count": len(draft.chosen), "more": draft.more}
    facts["school"] = next(iter(draft.chosen.values()), "")
    return Notice("town_schools", facts, (*grid(keys, 1), *last))


def _hear_schools(turn: Turn, draft: Space, saying: Saying) -> bool:
    """Takes codes and names of schools; the words of the button end the choice."""
    if (steps.agrees(saying) or reading.all_named(saying.text)) and not saying.forwarded:
        _all_named(turn, draft, "")
        return True
    draft.typed, draft.codes = reading.line(one_line(saying))
    return True


def _toggle(_turn: Turn, draft: Space, value: str) -> None:
    offered = {**draft.chosen, **(draft.offered or {})}
    key = marked(offered, value)
    draft.offered = offered
    if draft.chosen.pop(key, None) is None:
        schools.add(draft, key, offered[key])


def _all_named(_turn: Turn, draft: Space, _value: str) -> None:
    if not draft.chosen:
        raise Refusal("town-no-school")
    draft.all_named = True


def _ask_contact(kind: str, _turn: Turn, draft: Space) -> Notice:
    return Notice(kind, {"name": draft.name})


def _hear_contact(what: str, _turn: Turn, draft: Space, saying: Saying) -> bool:
    setattr(draft, what, reading.name(one_line(saying)))
    return True


def _hear_email(_turn: Turn, draft: Space, saying: Saying) -> bool:
    draft.email = reading.address(one_line(saying))
    return True


def _sum_up(turn: Turn, draft: Space) -> Notice:
    """The summary before it is sent: what exists already, and a request for the same town that is still open."""
    open_ = _open(turn, draft)
    known = {"same_name": draft.there, "same_schools": draft.theirs}
    return Notice("town_summary", {"particulars": _facts(draft), "number": open_, **known}, again(turn, open_))


def _open(turn: Turn, draft: Space) -> int:
    """The number of an open request for this town that the person may read; 0 where there is none."""
    assert draft.place is not None
    for number, one in particulars.standing(turn.work, draft.place.id):
        if one.get(ASK) == TOWN and same_name(one["name"], draft.name):
            request = requests.load(turn.work, number)
            if request is not None and standing(turn.me, request).reads:
                return number
    return 0


def _facts(draft: Space) -> dict[str, Any]:
    contact = f"{draft.first} {draft.last}"
    found = {ASK: TOWN, "name": draft.name, "schools": list(draft.chosen.values()), "contact": contact}
    return found | {"email": draft.email}


def _file(turn: Turn, draft: Space) -> None:
    """Files the request at the vendor's desk: nobody between has to pass it on."""
    assert draft.place is not None
    check(turn.me)
    wanted = Filed(_CATEGORY, (), (), draft.place, level=Level.VENDOR, particulars=_facts(draft))
    draft.number = file(turn, wanted, turn.me)


TOWNS = Conversation(
    "town",
    Space,
    (
        Question("name", lambda _, it: not it.name, _ask_name, _hear_name),
        Question(
            "schools",
            lambda _, it: not it.all_named,
            _ask_schools,
            _hear_schools,
            {"town_school": _toggle, "town_all": _all_named},
        ),
        *(
            Question(what, unanswered, partial(_ask_contact, f"town_{what}"), partial(_hear_contact, what))
            for what, unanswered in (("first", lambda _, it: not it.first), ("last", lambda _, it: not it.last))
        ),
        Question("email", lambda _, it: not it.email, partial(_ask_contact, "town_email"), _hear_email),
        Question("summary", lambda _, it: not it.sent, _sum_up, hear_sum, {"send": send}),
    ),
    waits=Waits.FILINGS,
    finish=_file,
    learn=_learn,
    learns=schools.missing,
    may=lambda turn, _draft: check(turn.me),
    about=lambda draft: draft.number,
    lasting=lambda draft: bool(draft.name),
)
