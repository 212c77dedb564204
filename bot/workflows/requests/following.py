"""What becomes of a request that was merged into another: its people write, have enough, or still have the problem.

And what becomes of it when the other one ends without being solved.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.storage import merged, outbox, people, requests
from bot.storage.work import Work
from bot.terms import ACTIVE, Act, Notice, Part, Person, Request, Saying
from bot.workflows.desk import Turn
from bot.workflows.events import Whom
from bot.workflows.policy import Policy
from bot.workflows.requests import events, telling
from bot.workflows.requests.scenes import Scene, move, record
from bot.workflows.requests.sharing import solution
from bot.workflows.rules.calendar import due
from bot.workflows.rules.requests.access import Standing
from bot.workflows.rules.requests.lifecycle import case_of, fire
from bot.workflows.rules.requests.thanks import is_thanks

_ASKING = Standing(True, False, False, False, False, False)  # as if its requester asked


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
        return still(it, saying)
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
    _part(work, it.turn.policy, it.request)
    said = record(it, Act.REOPEN, events.STILL, saying, into=above[-1].number)
    _leave(work, above, moved)
    return said


def join(work: Work, request: Request, into: Request) -> None:
    """Has the request follow the other one, and so do its people and its followers; the request is not saved."""
    request.merged_into, request.resolved_at = into.number, None
    for person, part in requests.parties(work, request.number):
        if part in (Part.REQUESTER, Part.FILER, Part.FOLLOWER):
            requests.add_party(work, into.number, person, Part.FOLLOWER)
    outbox.refresh(work, into.number)


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


def hand_on(work: Work, policy: Policy, gone: Request) -> None:
    """Opens again the oldest request merged into one that ended unsolved; the others are merged into that one.

    Nothing where no request of somebody else's still follows the one that ended.
    """
    tree = merged.below(work, gone)
    below = [one for one in tree if one.follows and one.requester != gone.requester]
    if not below:
        return
    heir, *others = (_again(work, one.number) for one in below)
    case = case_of(heir, work.now, _ASKING, None, None, gone)
    heir.status = fire(Act.REOPEN, case, heir.number)
    _part(work, policy, heir)
    requests.save(work, heir)
    requests.write_event(work, heir.number, None, Act.REOPEN, {"into": gone.number})
    for one in others:
        join(work, one, heir)
        requests.save(work, one)
        requests.write_event(work, one.number, None, Act.MERGE, {"into": heir.number})
    _leave(work, [gone, *tree], below)
    telling.spread(work, events.RESUMED, heir, None, {"into": gone.number})


def _again(work: Work, number: int) -> Request:
    request = requests.load(work, number, to_change=True)
    assert request is not None
    return request


def _part(work: Work, policy: Policy, request: Request) -> None:
    request.merged_into = request.resolved_at = request.closed_at = None
    request.updated_at = work.now
    request.due_at = due(work.now, policy.levels[request.level].days)


def _leave(work: Work, above: Sequence[Request], moved: Sequence[Request]) -> None:
    """Ends the following of the people of these requests, where no other request of theirs still follows."""
    for other in above:
        kept = merged.asking(merged.below(work, other))
        for person in sorted(merged.asking(moved) - kept):
            requests.drop_party(work, other.number, person, Part.FOLLOWER)
        outbox.refresh(work, other.number)
