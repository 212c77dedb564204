"""The desks of one Telegram account: those of all its accounts that answer requests, told apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from bot.storage import requests
from bot.storage.work import Work
from bot.terms import Kind, Person, Refusal, Request, Role, Structure
from bot.workflows import hats
from bot.workflows.desk import Turn
from bot.workflows.requests import serving
from bot.workflows.rules.requests.routing import Levels

Owned = tuple[Request, Person]  #: a request, and the account that opens it


def agents(turn: Turn) -> list[Person]:
    """The accounts of the caller's Telegram account that answer requests, the one that speaks first.

    Without those that have not accepted their charter. Refused where none is left.
    """
    others = hats.own(turn)
    found = [one for one in (turn.me, *others) if one.is_agent and (one is turn.me or one.id != turn.me.id)]
    if not found:
        raise Refusal("agents-only-queue")
    ready = [one for one in found if turn.policy.ready(one)]
    if not ready:
        raise Refusal("charter-first-other", name=found[0].name)
    return ready


def held(accounts: Iterable[Person]) -> list[Role]:
    """The desks of these accounts, each once."""
    return list(dict.fromkeys(role for one in accounts for role in one.roles))


def places(work: Work, accounts: Iterable[Person]) -> list[Structure]:
    """The schools of the requests that stand at the desks of these accounts, or that they sent on; by name."""
    found = {place.id: place for one in accounts for place in requests.places(work, one.roles, one.id)}
    return sorted(found.values(), key=lambda place: (place.name, place.id))


def known(work: Work, accounts: Sequence[Person]) -> list[Structure]:
    """As `places`, with the schools where these accounts answer, even if no request is about them; by name."""
    mine = {role.structure for role in held(accounts)}
    schools = [place for one in accounts for place in one.places if place.id in mine and place.kind is Kind.SCHOOL]
    found = {place.id: place for place in (*schools, *places(work, accounts))}
    return sorted(found.values(), key=lambda place: (place.name, place.id))


def one_each(owned: Iterable[Owned], best: Callable[[Request, Person], bool]) -> list[Owned]:
    """Each request once, in the order of their first account: with the account that is `best`, else the first."""
    kept: dict[int, Owned] = {}
    for request, account in owned:
        if request.number not in kept or (best(request, account) and not best(*kept[request.number])):
            kept[request.number] = (request, account)
    return list(kept.values())


def marks(levels: Levels, accounts: Sequence[Person], request: Request, account: Person) -> dict[str, Any]:
    """What tells a line of the queue from those of the other desks: the desk, and whose account it is.

    The desk is where the account treats the request, or treated it before it was sent on. Both are empty where there
    is only one.
    """
    at = request.at if request.at in account.roles else None
    past = [role for role in request.visited if role in account.roles]
    role = at or (past[-1] if past else None)
    several = role is not None and len(held(accounts)) > 1
    named = len({one.name for one in accounts}) > 1
    desk = serving.name_of(levels, request.place, role) if role is not None and several else ""
    return {"desk": desk, "account": account.name if named else ""}
