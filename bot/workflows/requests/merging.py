"""Merging: a request becomes a duplicate of another. Where they are about different schools, it asks to confirm."""

from __future__ import annotations

from dataclasses import dataclass

from bot.storage import outbox, people
from bot.terms import Act, Button, Kind, Level, Notice, Refusal, Role, Saying, Status
from bot.workflows.conversations import course, steps
from bot.workflows.conversations.shape import Conversation, Question, Waits
from bot.workflows.desk import Turn
from bot.workflows.requests import events, following, telling
from bot.workflows.requests.scenes import Scene, colleague, move, record, scene
from bot.workflows.rules.requests.access import check
from bot.workflows.rules.requests.lifecycle import fire


@dataclass(slots=True)
class Merging:
    """The number of the duplicate, that of the request which takes its place, and whether that is confirmed."""

    number: int
    into: int
    sure: bool = False


def ask(turn: Turn, number: int, into: int) -> Notice | course.Pending | None:
    """`/fusionner N M`: merges two requests about one school; asks to confirm where their schools differ.

    Refused at once where `merge` refuses.
    """
    it, other = _pair(turn, number, into)
    if it.request.place.id == other.request.place.id:
        return _merge(it, other)
    fire(Act.MERGE, it.case, number)
    return course.begin(turn, MERGING, Merging(number, into))


def merge(turn: Turn, number: int, into: int) -> Notice:
    """Closes the request as a duplicate of `into`, which its requester follows from then on.

    Refused where the two are the same, or the other is closed. Where the other is resolved already, its requester is
    told at once. Where they are about different schools, the administrators of both are told.
    """
    return _merge(*_pair(turn, number, into))


def _pair(turn: Turn, number: int, into: int, to_change: bool = True) -> tuple[Scene, Scene]:
    """Both requests; refused to whoever may not merge them, and where the second cannot take the first's place."""
    if number == into:
        raise Refusal("same-request", number=number)
    first, second = (scene(turn, n, to_change) for n in sorted((number, into)))  # always in this order: no deadlock
    it, other = (first, second) if first.request.number == number else (second, first)
    check(Act.MERGE, it.mine, it.request)
    check(Act.MERGE, other.mine, other.request)
    if other.request.merged_into is not None:
        raise Refusal("merged", number=into, into=other.case.merged)
    if other.request.status is Status.CLOSED:
        raise Refusal("merge-into-closed", number=number, into=into)
    return it, other


def _merge(it: Scene, other: Scene) -> Notice:
    turn, request, into = it.turn, it.request, other.request
    held, across = colleague(it), request.place.id != into.place.id
    move(it, Act.MERGE)
    request.closed_at = turn.work.now
    following.join(turn.work, request, into)
    event = events.MERGED_ACROSS if across else events.MERGED
    said = record(it, Act.MERGE, event, into=into.number, other=into.place.name)
    telling.tell_colleague(turn.work, held, "merged_by", request, turn.me, into=into.number)
    if across:
        _tell_other_school(it, other)
    if into.status is Status.RESOLVED:
        following.tell_solved(turn, request, into)
    return said


def _tell_other_school(it: Scene, other: Scene) -> None:
    """Tells the administrators of the other request's school that a request of another school follows theirs now.

    Nobody who administers both schools: they are told of the merged one.
    """
    work, into, me = it.turn.work, other.request, it.turn.me
    if into.place.kind is not Kind.SCHOOL:
        return
    done = {me.id, *(one.id for one in people.at_desk(work, Role(Level.SCHOOL, it.request.place.id)))}
    facts = telling.facts_of(into) | telling.actor_at(into.place, me)
    facts |= {"into": it.request.number, "other": it.request.place.name}
    for person in people.at_desk(work, Role(Level.SCHOOL, into.place.id)):
        if person.id not in done:
            keys = telling.keys(("show",), into.number, person)
            outbox.tell(work, person, Notice("joined", facts, keys), into.number)


def _ask(turn: Turn, draft: Merging) -> Notice:
    it, other = _pair(turn, draft.number, draft.into, to_change=False)
    facts = telling.facts_of(it.request) | {"into": draft.into, "other": other.request.place.name}
    row = (Button("merge_now", "", turn.me.id, style="primary", once=True),)
    return Notice("ask_merge", facts, (row,))


def _hear(_turn: Turn, draft: Merging, saying: Saying) -> bool:
    if not steps.agrees(saying):
        raise Refusal("merge-sure")
    draft.sure = True
    return True


def _confirm(_turn: Turn, draft: Merging, _value: str) -> None:
    draft.sure = True


def _finish(turn: Turn, draft: Merging) -> Notice:
    return merge(turn, draft.number, draft.into)


def _may(turn: Turn, draft: Merging) -> None:
    """Refused where this person may not merge the two any more, or they cannot be merged."""
    _pair(turn, draft.number, draft.into, to_change=False)


MERGING = Conversation(
    "merging",
    Merging,
    (Question("sure", lambda _turn, draft: not draft.sure, _ask, _hear, {"merge_now": _confirm}),),
    Waits.ACTS,
    finish=_finish,
    may=_may,
)
