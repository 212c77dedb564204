"""What becomes of requests when somebody leaves: their own close, those they held go back to the desk."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from bot.storage import erasing, outbox, people, requests
from bot.storage import serving as serving_records
from bot.storage.work import Work
from bot.terms import ACTIVE, Act, Person, Request, Role, Status
from bot.workflows.desk import Desk
from bot.workflows.events import Event, Whom, shown, told
from bot.workflows.policy import Policy
from bot.workflows.requests import following, outside, returning, serving, telling
from bot.workflows.requests.events import RELEASED
from bot.workflows.rules.requests import routing
from bot.workflows.rules.requests.access import standing
from bot.workflows.rules.requests.lifecycle import case_of, fire
from bot.workflows.rules.requests.routing import DANGER, Levels

ERASED = Event(
    "erased",
    told("requester_erased", Whom.ANSWERING, Whom.REQUESTER, Whom.SENDERS, keys=("show",))
    + told("followed_closed", Whom.FOLLOWERS, keys=("confirm", "still")),
)


CALL_ERASED = Event(
    "call_erased", shown("call_erased", Whom.DESK, Whom.SCHOOL) + told("call_erased", Whom.SENDERS, keys=("show",))
)


def close_own(work: Work, policy: Policy, person: Person) -> None:
    """Closes the requests that the person asked for; whoever treats or follows them is told, without a name.

    A call for help that is still treated stays open: see `_leave_call`.

    Where one was not solved yet, the oldest request merged into it takes its place. Those of the person that were
    merged into others are told of no more, and take nobody's place.
    The person must be unlinked already (`storage.people.forget`), so that they are not told themselves.
    """
    own = [one for one in requests.of_person(work, person, None, 10_000) if one.requester == person.id]
    for number in sorted(one.number for one in own if one.status is not Status.CLOSED or one.follows):
        request = requests.load(work, number, to_change=True)
        if request is None:
            continue
        if request.category == DANGER and request.status in ACTIVE:
            _leave_call(work, policy, request, person)
        elif request.follows:
            _move(work, Act.ERASE, request, person)
        elif request.status is not Status.CLOSED:
            solved = request.status is Status.RESOLVED
            request.closed_at = work.now
            _move(work, Act.ERASE, request, person)
            if not solved:
                following.hand_on(work, policy, request)
            telling.spread(work, ERASED, request, None, {})


def _leave_call(work: Work, policy: Policy, request: Request, person: Person) -> None:
    """Has those who read a call for help know at once who called, and that the words are erased; it stays open.

    Whoever holds a child's phone must not silence the call. The name is that which the ENT gave last; it stays on the
    request until that is closed, for the time of the policy at the longest.
    """
    request.erased_name, request.updated_at = person.name, work.now
    requests.save(work, request)
    erasing.keep_name(work, request.number, person.name, work.now + policy.erased_name_kept)
    requests.write_event(work, request.number, person.id, Act.ERASE)
    telling.spread(work, CALL_ERASED, request, None, {})


async def forget_names(desk: Desk, limit: int = 200) -> int:
    """Takes the names of erased callers from requests that are closed, or whose time is over; returns how many."""
    return len(await desk.put(_forget_names, limit))


def _forget_names(work: Work, limit: int) -> list[int]:
    numbers = erasing.forget_names(work, limit)
    work.scrubs = work.scrubs or bool(numbers)
    for number in numbers:
        work.because(f"unnamed:{number}:{work.now.isoformat()}")
        outbox.refresh(work, number)
    return numbers


def estate(work: Work, levels: Levels, person: Person, desks: Collection[Role]) -> dict[str, Any] | None:
    """What the person leaves open by leaving these desks, and to whom it goes, as facts; None where that is nothing.

    It is what they hold there, and all that stands at a desk of which they are the last reader. `goes` is colleagues,
    above (then `level` says to which) or nobody.
    """
    held = [number for number in serving_records.held(work, person, 1000) if _at(work, number) in desks]
    alone = [role for role in desks if not _others(work, role, person)]
    left = sorted({*held, *(number for role in alone for number in serving_records.standing(work, role, 1000))})
    left = outside.shown(work, person, left)
    first = requests.load(work, left[0]) if left else None
    if first is None:
        return None
    facts = {"numbers": returning.named(left), "count": len(left), "goes": "colleagues", "level": int(first.level)}
    if not _others(work, first.at, person):
        requester = people.by_id(work, first.requester)
        level = routing.above(levels, first, requester) if requester else None
        to = None
        if requester and level is not None:
            to = serving.nearest(work, levels, first, requester, routing.desk(levels, first.place, level))
        facts |= {"goes": "above", "level": int(to.level)} if to else {"goes": "nobody"}
    return facts


def _others(work: Work, role: Role, person: Person) -> list[Person]:
    return [one for one in serving.readers(work, role) if one.id != person.id]


def _at(work: Work, number: int) -> Role | None:
    request = requests.load(work, number)
    return request.at if request else None


def leave_desks(work: Work, person: Person) -> None:
    """Gives the requests that the person holds, but may no longer treat, back to their desk, which is told."""
    for request in requests.held(work, person.id):
        if request.at not in person.roles:
            _move(work, Act.RELEASE, request, person, left=True)
            telling.spread(work, RELEASED, request, person, {})


def _move(work: Work, act: Act, request: Request, person: Person, **facts: Any) -> None:
    """Fires the act for the person who leaves, and writes the request and the audit."""
    case = case_of(request, work.now, standing(person, request), None, None)
    request.status = fire(act, case, request.number)
    request.updated_at = work.now
    if act is Act.ERASE and request.follows:
        request.resolved_at = work.now
    if act is Act.RELEASE:
        request.holder = None
    requests.save(work, request)
    requests.write_event(work, request.number, person.id, act, facts)
