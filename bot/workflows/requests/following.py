"""What becomes of a merged request: its people write, say that it is solved, or still have the problem."""

from __future__ import annotations

from bot.storage import merged, people
from bot.storage.work import Work
from bot.terms import ACTIVE, Act, Notice, Person, Request, Saying
from bot.workflows.desk import Turn
from bot.workflows.events import Whom
from bot.workflows.requests import events, moving, renewing, telling
from bot.workflows.requests.parting import hand_on as hand_on
from bot.workflows.requests.parting import join as join
from bot.workflows.requests.parting import leave, reset
from bot.workflows.requests.scenes import Scene, move, record
from bot.workflows.requests.sharing import solution
from bot.workflows.rules.requests.thanks import is_thanks


def own(work: Work, person: Person, request: Request) -> list[int]:
    """The numbers of the person's own requests that follow that one, lowest first; empty where none does."""
    return [one.number for one, who in merged.followers(work, request) if who == person.id]


def word(it: Scene, saying: Saying) -> Notice:
    """Adds words to a merged request: its own people's for whoever treats the other one, or an agent's for them.

    Where the other one is solved or closed, the words of its own people reopen it; if they only thank, they are asked
    what they want.
    """
    request = it.request
    if not (it.mine.requester or it.mine.sender):
        move(it, Act.ANSWER)
        return record(it, Act.ANSWER, events.ANSWERED, saying)
    other = merged.above(it.turn.work, request)[-1]
    if it.mine.requester and not (request.follows and other.status in ACTIVE):
        if is_thanks(saying.text) and not saying.files:
            choice = telling.keys(("confirm", "still"), request.number, it.turn.me)
            return Notice("thanks", telling.facts_of(request), choice, request=request.number)
        return renewing.offer(it, saying) if renewing.too_late(it) else still(it, saying)
    move(it, Act.REPLY)
    return record(it, Act.REPLY, events.HEARD, saying, into=other.number)


def settle(it: Scene) -> Notice:
    """The requester of a merged request says that it is solved: they are told no more of the other one."""
    move(it, Act.CONFIRM)
    it.request.resolved_at = it.request.closed_at = it.turn.work.now
    return record(it, Act.CONFIRM, events.SETTLED)


def still(it: Scene, saying: Saying | None) -> Notice:
    """The requester of a merged request still has the problem: theirs opens again, and they follow no other."""
    work = it.turn.work
    above = merged.above(work, it.request)
    moved = [it.request, *merged.below(work, it.request)]
    move(it, Act.REOPEN)
    reset(work, it.turn.policy.levels, it.request)
    moving.catch_up(work, it.turn.policy.levels, it.request, it.requester)
    said = record(it, Act.REOPEN, events.STILL, saying, into=above[-1].number)
    leave(work, above, moved)
    return said


def tell_solved(turn: Turn, request: Request, into: Request) -> None:
    """Tells the people of a request that was just merged into a resolved one what solved that one."""
    work, mine = turn.work, merged.below(turn.work, request)
    line = next(tell for tell in events.RESOLVED.tells if tell.whom is Whom.FOLLOWERS)
    facts = telling.facts_of(into) | {"text": solution(work, into)}
    numbers = {request.number, *(one.number for one in mine)}
    found = [one for one in merged.followers(work, into) if one[0].number in numbers and one[1] != turn.me.id]
    met = people.named(work, {person for _, person in found})
    for one, person in found:
        telling.tell_follower(work, line, one, met[person], facts)
