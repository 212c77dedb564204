"""Who is told that somebody was attached or detached: the exchange, who asked for it, the school, and they."""

from __future__ import annotations

from typing import Any

from bot.storage import exchange, outbox, people
from bot.terms import Account, Button, Kind, Level, Notice, Role, Structure, Voice
from bot.workflows.desk import Turn
from bot.workflows.requests import scenes, telling, verbs

_LOOKED_AT = 50  #: messages of an exchange among which the same act is looked for


def attached(turn: Turn, account: Account, place: Structure, request: int | None, made: bool) -> None:
    """Tells that the account was attached to that school; about another school than its own, a request says nothing.

    Where it was not `made` just now, only what was not told then: its answer was lost, or somebody else did it.
    """
    _tell(turn, account, place, request, "attached", made)


def detached(
    turn: Turn, account: Account, place: Structure, entity: Structure, request: int | None, made: bool
) -> None:
    """As `attached`: tells that the account was detached from that school, and that the IEN's entity keeps it."""
    _tell(turn, account, place, request, "detached", made, entity=entity.name)


def _tell(
    turn: Turn, account: Account, place: Structure, request: int | None, deed: str, made: bool, **facts: Any
) -> None:
    if request is not None and not _for_there(turn, request, place):
        request = None
    if not made and (request is None or _said(turn, request, f"{deed} {_whom(account, place)}")):
        return
    told = {turn.me.id}
    if request is not None:
        told.add(_ask(turn, account, place, request, deed))
    _school(turn, account, place, deed == "attached", told)
    _owner(turn, account, f"you_{deed}", place=place.name, **facts)


def _ask(turn: Turn, account: Account, place: Structure, request: int, deed: str) -> int:
    """Adds the act to the exchange, and tells whoever asked for it, whose `id` it returns, what they may do next."""
    verbs.acted(turn, request, deed, _whom(account, place))
    it = scenes.scene(turn, request, to_change=False)
    if it.requester.id == turn.me.id:
        return turn.me.id
    facts = telling.facts_of(it.request) | telling.actor_at(place, turn.me)
    facts |= {"name": account.name, "at_place": place.name}
    rows = [*telling.keys(("show",), request, it.requester)]
    rows += [(Button("classes", account.id, it.requester.id),)] * (deed == "attached")
    outbox.tell(turn.work, it.requester, Notice(deed, facts, tuple(rows)), request)
    return it.requester.id


def _school(turn: Turn, account: Account, place: Structure, there: bool, told: set[int]) -> None:
    """Tells who administers the school itself, except whose account it is and those of `told`."""
    facts = telling.actor_at(place, turn.me) | {"name": account.name, "place": place.name, "there": there}
    for one in people.at_desk(turn.work, Role(Level.SCHOOL, place.id)):
        if one.id not in told and one.account != account.id:
            outbox.tell(turn.work, one, Notice("school_staff", facts))


def _for_there(turn: Turn, request: int, place: Structure) -> bool:
    """Whether the request is about that school, or about no school alone."""
    wanted = scenes.scene(turn, request, to_change=False).request.place
    return wanted.kind is not Kind.SCHOOL or wanted.id == place.id


def _owner(turn: Turn, account: Account, kind: str, **facts: Any) -> None:
    """Tells whoever the account belongs to, where they are linked."""
    person = people.by_account(turn.work, account.id)
    if person is not None:
        outbox.tell(turn.work, person, Notice(kind, {**facts, "actor": turn.me.name, "function": turn.me.function}))


def _whom(account: Account, place: Structure) -> str:
    return f"{account.name} ({place.name})"


def _said(turn: Turn, request: int, text: str) -> bool:
    """Whether the exchange says so already: the same act is not told twice."""
    newest = exchange.newest(turn.work, request, _LOOKED_AT)
    return any(one.voice is Voice.ACT and one.text == text for one in newest)
