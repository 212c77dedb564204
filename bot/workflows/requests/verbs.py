"""The verbs of requests: one function for each thing that people do to a request.

Each loads the request, decides (`rules.requests.access`, `.lifecycle`), records and tells; `Desk.act` runs it in a
transaction. Unless it says otherwise, a verb returns the receipt for whoever acts, and refuses what they may not do
or what the lifecycle does not allow now.
"""

from __future__ import annotations

from typing import Any

from bot.storage import people, requests
from bot.terms import ACTIVE, Act, Notice, Part, Refusal, Role, Saying, Status, Voice
from bot.workflows.desk import Turn
from bot.workflows.events import Event
from bot.workflows.requests import events, following, moving, renewing, serving, telling
from bot.workflows.requests.merging import merge as merge
from bot.workflows.requests.scenes import (
    Scene,
    colleague,
    move,
    receipt,
    record,
    refuse_empty,
    refuse_long,
    refuse_without_reason,
    scene,
)
from bot.workflows.rules.calendar import due
from bot.workflows.rules.requests import routing
from bot.workflows.rules.requests.access import check
from bot.workflows.rules.requests.thanks import is_thanks


def take(turn: Turn, number: int) -> Notice:
    """An agent of the level takes the request. Refused where somebody else holds it, with their name."""
    it = scene(turn, number)
    if it.mine.agent and it.request.holder == turn.me.id and it.request.status in ACTIVE:
        return receipt("already_yours", it)
    _refuse_held(it)
    move(it, Act.TAKE)
    it.request.holder = turn.me.id
    return record(it, Act.TAKE, events.TAKEN)


def speak(turn: Turn, number: int, saying: Saying) -> Notice:
    """Adds an answer to the exchange: an agent's for the requester, or a requester's for the desk.

    An agent becomes the holder, unless a colleague holds it: they are told, and stay the holder.
    A requester's answer to a resolved request reopens it; where it only thanks, they are asked what they want.
    The words of somebody who follows the request with one of theirs are heard as about theirs, the newest of them.
    """
    it = scene(turn, number)
    refuse_empty(turn, saying)
    if not it.mine.reads and (own := following.own(turn.work, turn.me, it.request)):
        it = scene(turn, own[-1])
    if it.request.merged_into is not None:
        return following.word(it, saying)
    if it.mine.agent and turn.me.id != it.request.requester:
        move(it, Act.ANSWER)
        _hold(it)
        return record(it, Act.ANSWER, events.ANSWERED, saying)
    if it.mine.requester and it.request.status is Status.RESOLVED:
        if is_thanks(saying.text) and not saying.files:
            choice = telling.keys(("confirm", "reopen"), number, turn.me)
            return Notice("thanks", telling.facts_of(it.request), choice)
        return _reopen(it, saying)
    move(it, Act.REPLY)
    return record(it, Act.REPLY, events.REPLIED, saying)


def ask(turn: Turn, number: int, saying: Saying) -> Notice:
    """Asks the requester a question: the request waits for their answer. A colleague who holds it still does."""
    it = scene(turn, number)
    check(Act.ASK, it.mine, it.request)
    refuse_empty(turn, saying)
    move(it, Act.ASK)
    _hold(it)
    return record(it, Act.ASK, events.ASKED, saying, Voice.QUESTION)


def note(turn: Turn, number: int, saying: Saying) -> Notice:
    """Adds an internal note, which agents who see the request can read, and its requester never can."""
    it = scene(turn, number)
    check(Act.NOTE, it.mine, it.request)
    refuse_empty(turn, saying)
    return record(it, Act.NOTE, events.NOTED, saying, Voice.NOTE)


def pass_up(turn: Turn, number: int, saying: Saying) -> Notice:
    """Somebody who sent the request on writes to the agents who treat it now; its requester never reads that.

    Where those agents wait for an answer, this is one.
    """
    it = scene(turn, number)
    refuse_empty(turn, saying)
    move(it, Act.REPLY)
    return record(it, Act.REPLY, events.NOTED, saying, Voice.NOTE)


def pass_down(turn: Turn, number: int, saying: Saying) -> Notice:
    """Somebody who sent the request on writes to its requester; the agents who treat it now read that too.

    Where these wait for the requester's answer, they go on waiting.
    """
    it = scene(turn, number)
    refuse_empty(turn, saying)
    status = it.request.status
    move(it, Act.REPLY)
    it.request.status = status
    return record(it, Act.REPLY, events.REPLIED, saying)


def release(turn: Turn, number: int) -> Notice:
    """The holder gives the request back to the desk."""
    it = scene(turn, number)
    move(it, Act.RELEASE)
    it.request.holder = None
    said = record(it, Act.RELEASE, events.RELEASED)
    others = [person for person in serving.readers(turn.work, it.request.at, it.request) if person.id != turn.me.id]
    return said if others else receipt("released_alone", it)


def escalate(turn: Turn, number: int, saying: Saying) -> Notice:
    """Sends the request, with a reason, to the next level up that serves its requester; the sender keeps reading."""
    it = scene(turn, number)
    check(Act.ESCALATE, it.mine, it.request)
    refuse_without_reason(turn, saying)
    move(it, Act.ESCALATE)
    assert it.case.above is not None
    return _send(it, routing.desk(turn.policy.levels, it.request.place, it.case.above), Act.ESCALATE, saying)


def send_back(turn: Turn, number: int, saying: Saying) -> Notice:
    """Sends the request, with a reason, back to the next level down that serves its requester."""
    it = scene(turn, number)
    check(Act.SEND_BACK, it.mine, it.request)
    refuse_without_reason(turn, saying)
    move(it, Act.SEND_BACK)
    assert it.case.below is not None
    return _send(it, routing.desk(turn.policy.levels, it.request.place, it.case.below), Act.SEND_BACK, saying)


def also_reads(it: Scene, act: Act) -> dict[str, Any]:
    """Whether whoever sends the request on by that act reads it there, too (`serving.own_desk`); and the level."""
    level = it.case.above if act is Act.ESCALATE else it.case.below
    to = None if level is None else _reader(it, routing.desk(it.turn.policy.levels, it.request.place, level), act)
    if to is None:
        return {"also": "", "rank": 0}
    also = serving.own_desk(it.turn.work, to, it.turn.me)
    return {"also": also, "rank": int(to.level), "level": int(to.level)}


def resolve_for_all(turn: Turn, number: int, saying: Saying) -> Notice:
    """As `resolve`, and those who follow the request read the message too."""
    return resolve(turn, number, saying, share=True)


def resolve(turn: Turn, number: int, saying: Saying | None = None, share: bool = False) -> Notice:
    """Marks the request as resolved, with an optional message; its requester can then confirm or reopen it.

    Those who follow it read the message only if it is to be shared. A child's call for help is not resolved without
    words: refused.
    """
    it = scene(turn, number)
    if saying is not None:
        refuse_long(turn, saying.text)
    if it.request.category == routing.DANGER and not (saying and saying.text):
        check(Act.RESOLVE, it.mine, it.request)
        raise Refusal("word-for-child", number=number)
    _hold(it)
    move(it, Act.RESOLVE)
    it.request.resolved_at = turn.work.now
    return record(it, Act.RESOLVE, events.RESOLVED, saying, share=share)


def confirm(turn: Turn, number: int) -> Notice:
    """The requester confirms that a resolved request is solved: it closes. Or that one merged into another is."""
    it = scene(turn, number)
    if it.request.merged_into is not None:
        return following.settle(it)
    move(it, Act.CONFIRM)
    it.request.closed_at = turn.work.now
    return record(it, Act.CONFIRM, events.CONFIRMED)


def reopen(turn: Turn, number: int, saying: Saying | None = None) -> Notice:
    """Reopens a resolved request at the same level; its requester may also reopen a closed one within thirty days.

    A request that was merged into another opens again by itself, whatever becomes of the other. Its requester is
    asked for a new one where it closed more than thirty days ago.
    """
    it = scene(turn, number)
    if saying is not None:
        refuse_long(turn, saying.text)
    return _reopen(it, saying)


def withdraw(turn: Turn, number: int) -> Notice:
    """The requester withdraws a request that nobody has taken yet: it closes.

    Of the requests of other people that were merged into it, the oldest takes its place.
    """
    it = scene(turn, number)
    move(it, Act.WITHDRAW)
    it.request.closed_at = turn.work.now
    said = record(it, Act.WITHDRAW, events.WITHDRAWN)
    following.hand_on(turn.work, turn.policy, it.request)
    return said


def acted(turn: Turn, number: int, deed: str, whom: str, event: Event = events.ACTED) -> None:
    """Adds to the exchange what an agent did on the ENT, and tells as the event says.

    The agent becomes the holder where nobody held the request. `deed` names the act, `whom` the account's owner.
    """
    it = scene(turn, number)
    check(Act.NOTE, it.mine, it.request)
    if it.mine.agent and it.request.status in ACTIVE:
        move(it, Act.ANSWER)
        it.request.holder = it.request.holder or turn.me.id
    record(it, "act", event, Saying(f"{deed} {whom}"), Voice.ACT, name=whom, deed=deed)


def _hold(it: Scene) -> None:
    """Makes whoever acts the holder, unless a colleague holds the request."""
    if colleague(it) is None:
        it.request.holder = it.turn.me.id


def _reopen(it: Scene, saying: Saying | None) -> Notice:
    if renewing.too_late(it):
        return renewing.offer(it, saying)
    if it.request.merged_into is not None:
        return following.still(it, saying)
    move(it, Act.REOPEN)
    it.request.resolved_at = it.request.closed_at = None
    serving.free_of_leaver(it.turn.work, it.request)
    it.request.due_at = due(
        it.turn.work.now, routing.days(it.turn.policy.levels, it.request.level, it.request.category)
    )
    moving.catch_up(it.turn.work, it.turn.policy.levels, it.request, it.requester)
    return record(it, Act.REOPEN, events.REOPENED, saying)


def _send(it: Scene, start: Role, act: Act, saying: Saying) -> Notice:
    """Sends to that desk, or to the next one in the same direction where somebody can be reached.

    Refused where there is none: who holds the request now is its only reader.
    """
    request, levels, work = it.request, it.turn.policy.levels, it.turn.work
    held, up = colleague(it), act is Act.ESCALATE
    to = _reader(it, start, act)
    if to is None:
        name = serving.name_of(levels, request.place, start)
        contact = levels[start.level].contact
        raise Refusal(f"nobody-{act.value}", number=request.number, name=name, contact=contact)
    request.proper = (start,) if up and to != start else ()
    serving.put(levels, request, to, work)
    requests.add_party(work, request.number, it.turn.me.id, Part.SENDER)
    event = events.ESCALATED if up else events.SENT_BACK
    if request.proper:
        proper = serving.name_of(levels, request.place, start)
        said = record(it, act, events.ESCALATED_PAST, saying, Voice.NOTE, proper=proper)
        if said.kind == "done_escalated":
            said = receipt("escalated_past", it, skipped=int(start.level))
    else:
        said = record(it, act, event, saying, Voice.NOTE)
    telling.tell_colleague(it.turn.work, held, "sent_by", request, it.turn.me)
    own = serving.own_desk(work, to, it.turn.me)
    if not own:
        return said
    return receipt("also_alone" if own == "alone" else "also_among", it, rank=int(to.level))


def _reader(it: Scene, start: Role, act: Act) -> Role | None:
    """The desk that reads what is sent to `start`: that one, or the next in the same direction; None for none."""
    step = routing.above if act is Act.ESCALATE else routing.below
    return serving.nearest(it.turn.work, it.turn.policy.levels, it.request, it.requester, start, step)


def _refuse_held(it: Scene) -> None:
    """Refuses where a colleague holds the request; frees it where they cannot be reached any more."""
    holder = it.request.holder
    if it.mine.agent and holder is not None and it.request.status in (Status.OPEN, Status.WAITING):
        person = people.by_id(it.turn.work, holder)
        if not serving.counts(person, it.request):
            serving.free(it.turn.work, it.request, it.case, it.turn.me)
        else:
            raise Refusal("held", number=it.request.number, name=person.name if person else "")
