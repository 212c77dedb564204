"""A director asks the ERUN to attach a member of staff to their school (guide, chapter 2.A).

What the guide wants the ERUN to know is asked for one by one; what a line says already is not.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import Any

from bot.storage import particulars
from bot.terms import Button, Notice, Refusal, Saying, Structure
from bot.workflows.accounts import finding
from bot.workflows.attachments import attaching, schools
from bot.workflows.attachments.filing import ASK, ATTACH, file_for
from bot.workflows.conversations import course, steps
from bot.workflows.conversations.shape import Conversation, Question, Waits
from bot.workflows.desk import Caller, Desk, Turn
from bot.workflows.requests.guided import again, hear_sum, one_line, send
from bot.workflows.rules.accounts import administration
from bot.workflows.rules.attachments.kinds import doubtful, full_name, kind_of, same_name
from bot.workflows.rules.screens import grid


@dataclass(slots=True)
class Wanted:
    """Whom a director wants to have attached, as far as they have said it; None is what is still to be asked."""

    schools: list[Structure] = field(default_factory=list)  #: those of the director
    kind: str = ""
    doubt: str = ""  #: the first words of the line, where they may be a kind that was mistyped
    meant: str = ""  #: that kind
    rest: str = ""  #: the words after them
    name: str = ""
    origin: str | None = None  #: school or collège; empty where it is not known
    town: str | None = None  #: empty where it is not known
    last_year: str | None = None  #: school or collège; empty where there was none
    place: Structure | None = None  #: the school that they come to
    sent: bool = False
    number: int = 0  #: the number of the request once it is filed


async def ask(desk: Desk, cause: str, caller: Caller, typed: str) -> Notice | None:
    """`/rattachement [KIND [name]]`: a director begins to ask; whoever answers above the schools acts at once.

    Returns the next question. Refused where it names somebody whose account is made by hand.
    """
    me = await finding.administrator(desk, caller)
    if administration.above(me):
        return await attaching.directly(desk, cause, caller, typed)
    schools = await finding.own_schools(desk, me)
    draft = Wanted(schools, place=schools[0] if len(schools) == 1 else None)
    doubt = doubtful(desk.policy.kinds, typed)
    if doubt is not None:
        draft.doubt, draft.meant, draft.rest = doubt
    else:
        draft.kind, rest = kind_of(desk.policy.kinds, typed)
        draft.name = full_name(rest) if rest else ""
    return await course.carry_on(desk, cause, caller, await desk.act(cause, caller, course.begin, ATTACHING, draft))


def _ask_meant(turn: Turn, draft: Wanted) -> Notice:
    return attaching.ask_meant(turn, draft.doubt, draft.meant)


def _hear_meant(turn: Turn, draft: Wanted, saying: Saying) -> bool:
    if steps.agrees(saying) and draft.meant:
        _choose_kind(turn, draft, draft.meant)
        return True
    return _hear_kind(turn, draft, saying)


def _first_name(_turn: Turn, draft: Wanted, _value: str) -> None:
    draft.name, draft.doubt = full_name(f"{draft.doubt} {draft.rest}"), ""


def _ask_kind(turn: Turn, _draft: Wanted) -> Notice:
    made = [Button("kind", key, turn.me.id) for key in turn.policy.kinds]
    return Notice("attach_kind", {}, grid(made))


def _hear_kind(turn: Turn, draft: Wanted, saying: Saying) -> bool:
    """Takes a kind, and the name behind it if there is one."""
    kind, rest = kind_of(turn.policy.kinds, saying.typed)
    if not kind:
        raise Refusal("unknown-kind", names=", ".join(turn.policy.kinds))
    draft.name = full_name(rest) if rest else draft.name
    _choose_kind(turn, draft, kind)
    return True


def _choose_kind(turn: Turn, draft: Wanted, kind: str) -> None:
    if kind not in turn.policy.kinds:  # the operator gave it up meanwhile
        raise Refusal("old-button")
    if draft.doubt:
        draft.name, draft.doubt = draft.name or (full_name(draft.rest) if draft.rest else ""), ""
    draft.kind = kind


def _ask(kind: str, _turn: Turn, draft: Wanted) -> Notice:
    return Notice(kind, {"name": draft.name})


def _hear_name(_turn: Turn, draft: Wanted, saying: Saying) -> bool:
    draft.name = full_name(saying.typed)
    return True


def _hear(what: str, _turn: Turn, draft: Wanted, saying: Saying) -> bool:
    setattr(draft, what, one_line(saying))
    return True


def _hear_place(_turn: Turn, draft: Wanted, saying: Saying) -> bool:
    named = [one for one in draft.schools if same_name(one.name, saying.typed)]
    if not named:
        raise Refusal("no-such-school", name=saying.typed)
    draft.place = named[0]
    return True


def _sum_up(turn: Turn, draft: Wanted) -> Notice:
    """The summary before it is sent; it names a request for the same person that is still open."""
    assert draft.place is not None
    alike = particulars.standing(turn.work, draft.place.id)
    open_ = next((n for n, one in alike if one.get(ASK) == ATTACH and same_name(one["name"], draft.name)), 0)
    facts = {"place": draft.place.name, "particulars": _facts(turn, draft), "number": open_}
    return Notice("attach_summary", facts, again(turn, open_))


def _facts(turn: Turn, draft: Wanted) -> dict[str, Any]:
    """What the ERUN is told, as facts; what was left unanswered is left out."""
    found = {ASK: ATTACH, "name": draft.name, "kind": draft.kind, "base": turn.policy.kinds.get(draft.kind, "")}
    found |= {"origin": draft.origin or "", "town": draft.town or "", "last_year": draft.last_year or ""}
    return {name: fact for name, fact in found.items() if fact}


def _file(turn: Turn, draft: Wanted) -> None:
    assert draft.place is not None
    draft.number = file_for(turn, draft.place, _facts(turn, draft))


def _may(turn: Turn, draft: Wanted) -> None:
    """Refused where this person administers none of these schools any more."""
    mine = administration.own_schools(turn.me)
    if draft.place is not None and draft.place.id not in mine:
        raise Refusal("not-your-school")


def _without(what: str, draft: Wanted) -> None:
    setattr(draft, what, "")


ATTACHING = Conversation(
    "attaching",
    Wanted,
    (
        Question("meant", lambda _, it: bool(it.doubt), _ask_meant, _hear_meant, {"first_name": _first_name}),
        Question("kind", lambda _, it: not it.kind, _ask_kind, _hear_kind, {"kind": _choose_kind}),
        Question("who", lambda _, it: not it.name, partial(_ask, "attach_who"), _hear_name),
        Question(
            *("origin", lambda _, it: it.origin is None, partial(_ask, "attach_origin"), partial(_hear, "origin")),
            skip=partial(_without, "origin"),
        ),
        Question(
            *("town", lambda _, it: it.town is None, partial(_ask, "attach_town"), partial(_hear, "town")),
            skip=partial(_without, "town"),
        ),
        Question(
            "last_year",
            lambda _, it: it.last_year is None,
            partial(_ask, "attach_last_year"),
            partial(_hear, "last_year"),
            skip=partial(_without, "last_year"),
        ),
        schools.among("attach_where", _hear_place),
        Question("summary", lambda _, it: not it.sent, _sum_up, hear_sum, {"send": send}),
    ),
    waits=Waits.FILINGS,
    finish=_file,
    may=_may,
    about=lambda draft: draft.number,
    lasting=lambda draft: bool(draft.name),
)
