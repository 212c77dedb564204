"""Scenes: loads a request for one person's turn, moves it by the lifecycle, records that and tells people."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Concatenate, ParamSpec, TypeVar

from bot.storage import cards, exchange, merged, people, requests
from bot.storage.work import Work
from bot.terms import ACTIVE, Act, Notice, Person, Refusal, Request, Saying, Status, Voice
from bot.workflows import hats
from bot.workflows.desk import Turn, speaking_as
from bot.workflows.events import Event
from bot.workflows.refusing import refuse_waiting
from bot.workflows.requests import helplines, outside, quotas, telling
from bot.workflows.rules.accounts.administration import administers
from bot.workflows.rules.requests import routing
from bot.workflows.rules.requests.access import Standing, check, standing
from bot.workflows.rules.requests.lifecycle import Case, case_of, fire

P = ParamSpec("P")
T = TypeVar("T")

#: reasons for which another account of the same Telegram account may still do what this one may not
_NOT_MINE = {
    *("unknown-request", "requester-only", "follower-only", "holder-only", "agents-only", "elsewhere"),
    *("correct-too-late", "no-other-school", "no-longer-yours"),
}


@dataclass(slots=True)
class Scene:
    """A request loaded for one person's turn: with their standing, the requester, and the case for the lifecycle."""

    turn: Turn
    request: Request
    mine: Standing
    requester: Person
    case: Case


def scene(turn: Turn, number: int, to_change: bool = True) -> Scene:
    """Loads the request, locked if `to_change`.

    Refused with the same words where there is no such request and where the person may not see it.
    """
    request, mine, other = found(turn.work, turn.me, number, to_change)
    own = request.requester == turn.me.id
    requester = turn.me if own else people.by_id(turn.work, request.requester)
    assert requester is not None
    up = routing.above(turn.policy.levels, request, requester)
    down = routing.below(turn.policy.levels, request, requester)
    return Scene(
        turn, request, mine, requester, case_of(request, turn.work.now, mine, up, down, other, requester.erased)
    )


def found(
    work: Work, person: Person, number: int, to_change: bool = False
) -> tuple[Request, Standing, Request | None]:
    """The request, what that person is to it, and the request that is treated in its place; None if not merged.

    Whoever treats that other request is an agent of this one, too, if they answer for its school. Refused as `scene`
    refuses; somebody in whose chat there is a message about it reads that it is no longer theirs; a pupil who waits
    for a yes reads so of their own.
    """
    request = requests.load(work, number, to_change)
    if request is None:
        raise Refusal("unknown-request", number=number)
    mine, other = _stand(work, person, request)
    if person.id == request.requester and not mine.reads:
        refuse_waiting(work, person)
    if not (mine.reads or mine.follower) and cards.known(work, number, person.id):
        raise Refusal("no-longer-yours", number=number)
    check(Act.READ, mine, request)
    return request, mine, other


def _stand(work: Work, person: Person, request: Request) -> tuple[Standing, Request | None]:
    """What that person is to the request, and the request that is treated in its place; None if not merged."""
    parts = {part for who, part in requests.parties(work, request.number) if who == person.id}
    if outside.hides(work, person, request):
        return Standing(*(False,) * 6), None
    mine, above = standing(person, request, parts), merged.above(work, request)
    if above and standing(person, above[-1]).agent and administers(person, request.place):
        mine = replace(mine, agent=True)
    return mine, above[-1] if above else None


def as_whom(turn: Turn, number: int, person: int = 0) -> Turn:
    """The turn of the caller's account that may read the request: `person` if it may, else the first that may.

    Where none may, that of the account that follows the request; the turn as it is where none does either.
    """
    return speaking_as(turn, reader(turn, number, person).id)


def reader(turn: Turn, number: int, person: int = 0) -> Person:
    """The account whose turn `as_whom` returns; one that has accepted its charter, if such a one may read it."""
    request = requests.load(turn.work, number)
    if request is None:
        return turn.me
    mine = hats.own(turn)
    mine = sorted(mine, key=lambda one: (not turn.policy.ready(one), one.id != person, one.id != turn.me.id))
    stands = [(one, _stand(turn.work, one, request)[0]) for one in mine]
    reading = [one for one, stand in stands if stand.reads] or [one for one, stand in stands if stand.follower]
    return reading[0] if reading else turn.me


def by_any_account(verb: Callable[Concatenate[Turn, int, P], T]) -> Callable[Concatenate[Turn, int, P], T]:
    """The verb, done by another account of the caller's Telegram account where the one that speaks may not do it.

    Where no account may do it, refused as the one that knows most of the request is: another one's « not yours any
    more » says more than « no such request ».
    """

    def done(turn: Turn, number: int, /, *args: P.args, **kw: P.kwargs) -> T:
        try:
            return verb(turn, number, *args, **kw)
        except Refusal as first:
            if first.reason not in _NOT_MINE:
                raise
            met = first
        for other in _others(turn, number):
            try:
                return verb(other, number, *args, **kw)
            except Refusal as again:
                if again.reason not in _NOT_MINE:
                    raise
                met = again if met.reason == "unknown-request" else met
        raise met

    return done


def account_of(turn: Turn, number: int) -> str:
    """The identifier of the requester's account; refused where the person may not see the request."""
    return scene(turn, number, to_change=False).requester.account


def would(it: Scene, action: str) -> None:
    """Raises the `Refusal` that the verb of that button would meet now, before anybody writes a text for it."""
    act = Act(action)
    if act is Act.ANSWER and not (it.mine.agent and it.turn.me.id != it.request.requester):
        act = Act.REOPEN if it.mine.requester and it.request.status is Status.RESOLVED else Act.REPLY
    check(act, it.mine, it.request)
    if act is not Act.NOTE:
        fire(act, it.case, it.request.number)


def move(it: Scene, act: Act) -> None:
    """Sets the status that the act leads to; refused where this person may not do it, or it cannot be done now."""
    check(act, it.mine, it.request)
    it.request.status = fire(act, it.case, it.request.number)


def record(
    it: Scene, act: Act | str, event: Event, saying: Saying | None = None, voice: Voice = Voice.ANSWER, **facts: Any
) -> Notice:
    """Saves the request, its new message and a line of the audit, tells of the event; returns the actor's receipt.

    Refused where the actor did too much lately.
    """
    work, me, request = it.turn.work, it.turn.me, it.request
    request.updated_at = work.now
    requests.save(work, request)
    said = saying or Saying()
    if isinstance(act, Act):
        quotas.check(it.turn, act, request, said.text, len(said.files))
    if said.text or said.files:
        exchange.add(work, request.number, me.id, voice, said.text, said.origin, said.files)
        facts["text"] = said.text
    told = {} if said.text or not said.files else {"told": work.cause}  #: words may come with more files of the album
    requests.write_event(work, request.number, me.id, act, {"level": int(request.level), **facts, **told})
    helplines.queue(work, me, request.number, said.text)
    unread = telling.spread(work, event, request, me, facts, said.files)
    return receipt(unread or event.name, it, **facts)


def receipt(event: str, it: Scene, **facts: Any) -> Notice:
    """The receipt for whoever acted: the notice `done_` and the name of the event."""
    return Notice(f"done_{event}", telling.facts_of(it.request) | facts, request=it.request.number)


def colleague(it: Scene) -> Person | None:
    """The other agent who holds the request and can answer it; None where nobody does, or whoever acts."""
    holder = it.request.holder
    if holder in (None, it.turn.me.id) or it.request.status not in ACTIVE:
        return None
    person = people.by_id(it.turn.work, holder or 0)
    return person if person is not None and telling.reads(person) and it.request.at in person.roles else None


def refuse_empty(turn: Turn, saying: Saying) -> None:
    """Raises a `Refusal` for a message without words and files, or with too long a text."""
    if not saying.text and not saying.files:
        raise Refusal("text-needed")
    refuse_long(turn, saying.text)


def refuse_without_reason(turn: Turn, saying: Saying) -> None:
    """Raises a `Refusal` for a message without words, whatever files it has, or with too long a text."""
    if not saying.text:
        raise Refusal("reason-needed")
    refuse_long(turn, saying.text)


def refuse_long(turn: Turn, text: str) -> None:
    """Raises a `Refusal` where the text is longer than a message of an exchange may be."""
    if len(text) > turn.policy.text_limit:
        raise Refusal("text-too-long", limit=turn.policy.text_limit)


def _others(turn: Turn, number: int) -> Iterator[Turn]:
    """The turns of the caller's other accounts.

    None after a press, since a button is made for one account. Refused at the end where one of these accounts may
    see the request, but has not accepted its charter.
    """
    request = requests.load(turn.work, number)
    if request is None or turn.caller.person:
        return
    unready = ""
    for person in hats.own(turn):
        if person.id == turn.me.id:
            continue
        if turn.policy.ready(person):
            yield turn.passed_to(person)
            continue
        parts = {part for who, part in requests.parties(turn.work, number) if who == person.id}
        mine = standing(person, request, parts)
        unready = person.name if mine.reads or mine.follower else unready
    if unready:
        raise Refusal("charter-first-other", name=unready)
