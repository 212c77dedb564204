"""The calls for help: which ones a person made, and what takes the place of the question that led to them."""

from __future__ import annotations

from bot.storage import requests
from bot.storage.work import Work
from bot.terms import ACTIVE, Button, Notice, Person, Request, Status
from bot.workflows.desk import Turn
from bot.workflows.policy import Policy
from bot.workflows.refusing import calls_of, only_calls


def of_me(turn: Turn) -> list[Request]:
    """As `refusing.calls_of`."""
    return calls_of(turn.work, turn.me)


def is_mine(turn: Turn, number: int) -> bool:
    """Whether the request of that number is a call for help that the person made; False for 0."""
    return any(one.number == number for one in of_me(turn))


def open_call(turn: Turn, outside: bool) -> Request | None:
    """The person's own newest call for help that is still treated, told outside or not; None where there is none."""
    mine = (one for one in of_me(turn) if one.status in ACTIVE)
    return next((one for one in mine if bool(one.outside) == outside), None)


def to_go_on(turn: Turn) -> Request | None:
    """The call for help that further words are about: one still treated, else one resolved; None where there is none.

    One told outside the school comes first: the school never reads what may be about it.
    """
    mine = of_me(turn)
    for outside in (True, False):
        for statuses in (ACTIVE, (Status.RESOLVED,)):
            for one in mine:
                if bool(one.outside) == outside and one.status in statuses:
                    return one
    return None


def told(work: Work, _policy: Policy, _person: Person, number: int) -> Notice:
    """What takes the place of the question once it is done: whom it told, and whom to call."""
    request = requests.load(work, number) if number else None
    if request is None:
        return Notice("told_afraid", {"number": number, "outside": False, "unread": False, "level": 0})
    unread = request.stranded_at is not None
    facts = {"number": number, "outside": bool(request.outside), "unread": unread, "level": int(request.level)}
    return Notice("told_afraid", facts)


def closed(_work: Work, _policy: Policy, person: Person, _number: int) -> Notice:
    """What takes the place of the question once it is over: whom to call stays there."""
    return Notice("closed_afraid", {}, () if only_calls(person) else ((Button("new", "", person.id),),))
