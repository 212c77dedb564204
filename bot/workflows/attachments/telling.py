"""Who is told that somebody was attached or detached: the exchange of the request, who asked for it, and they."""

from __future__ import annotations

from typing import Any

from bot.storage import exchange, outbox, people
from bot.terms import Account, Button, Notice, Structure, Voice
from bot.workflows.desk import Turn
from bot.workflows.requests import scenes, telling, verbs

_LOOKED_AT = 50  #: messages of an exchange among which the same act is looked for


def attached(turn: Turn, account: Account, place: Structure, request: int | None, made: bool, classes: bool) -> None:
    """Tells that the account was attached to that school; offers its classes to the director, with `classes`.

    Where it was not `made` just now, only what was not told then: its answer was lost, or somebody else did it.
    """
    further = ("classes",) if classes else ()
    _tell(turn, account, place, request, "attached", made, further)


def detached(
    turn: Turn, account: Account, place: Structure, entity: Structure, request: int | None, made: bool
) -> None:
    """As `attached`: tells that the account was detached from that school, and that the IEN's entity keeps it."""
    _tell(turn, account, place, request, "detached", made, entity=entity.name)


def _tell(
    turn: Turn,
    account: Account,
    place: Structure,
    request: int | None,
    deed: str,
    made: bool,
    further: tuple[str, ...] = (),
    **facts: Any,
) -> None:
    if not made and (request is None or _said(turn, request, f"{deed} {_whom(account, place)}")):
        return
    if request is not None:
        _ask(turn, account, place, request, deed, further)
    _owner(turn, account, f"you_{deed}", place=place.name, **facts)


def _ask(turn: Turn, account: Account, place: Structure, request: int, deed: str, further: tuple[str, ...]) -> None:
    """Adds the act to the exchange, and tells whoever asked for it; below it, buttons about the account."""
    verbs.acted(turn, request, deed, _whom(account, place))
    it = scenes.scene(turn, request, to_change=False)
    if it.requester.id == turn.me.id:
        return
    facts = telling.facts_of(it.request) | telling.actor_at(place, turn.me)
    facts |= {"name": account.name, "at_place": place.name}
    rows = [*telling.keys(("show",), request, it.requester)]
    rows += [(Button(action, account.id, it.requester.id),) for action in further]
    outbox.tell(turn.work, it.requester, Notice(deed, facts, tuple(rows)), request)


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
