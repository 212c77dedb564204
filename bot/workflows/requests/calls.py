"""The calls for help: which ones a person made, and what takes the place of the question that led to them."""

from __future__ import annotations

from bot.storage import requests
from bot.storage.work import Work
from bot.terms import ACTIVE, Button, Notice, Person, Request
from bot.workflows.desk import Turn
from bot.workflows.policy import Policy
from bot.workflows.rules.requests.routing import DANGER


def of_me(turn: Turn) -> list[Request]:
    """The person's calls for help, the newest first, a hundred at most."""
    return requests.of_people(turn.work, [turn.me.id], None, 100, [turn.me.id], DANGER)


def open_call(turn: Turn, outside: bool) -> Request | None:
    """The person's own newest call for help that is still treated, told outside or not; None where there is none."""
    mine = (one for one in of_me(turn) if one.status in ACTIVE and one.requester == turn.me.id)
    return next((one for one in mine if bool(one.outside) == outside), None)


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
    return Notice("closed_afraid", {}, () if person.waits else ((Button("new", "", person.id),),))
