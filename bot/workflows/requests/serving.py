"""Serving: where nobody of a desk can be reached, the next level above that can be serves its requests.

A request that is served so keeps its proper desk (`Request.proper`). Where nobody can be reached at any level, it
stays where it is, stranded (`Request.stranded_at`), and its requester is told so.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot.storage import bots, outbox, people, requests
from bot.storage import serving as records
from bot.storage.work import Work
from bot.terms import ACTIVE, Act, Level, Notice, Person, Request, Role, Status, Structure
from bot.workflows.desk import Desk
from bot.workflows.requests import outside, telling
from bot.workflows.requests.events import FOUND, HOLDER_AWAY, MOVED_DOWN, MOVED_UP, STRANDED, UNREACHABLE
from bot.workflows.rules.calendar import due
from bot.workflows.rules.requests import routing
from bot.workflows.rules.requests.access import Standing
from bot.workflows.rules.requests.lifecycle import Case, case_of, fire
from bot.workflows.rules.requests.routing import Audience, Levels

_NOBODY = Standing(False, False, False, False, False, False)
_Step = Callable[[Levels, Request, Person], Level | None]


def readers(work: Work, role: Role, request: Request | None = None) -> list[Person]:
    """The agents of that desk who can be reached, by `id`; none from whom `request`, where it is given, is hidden."""
    reached = [person for person in people.at_desk(work, role) if person.reachable]
    return reached if request is None else outside.readers(work, reached, request)


def own_desk(work: Work, role: Role, person: Person) -> str:
    """Whether the person reads at that desk, too: `alone`, `among` others, or empty where they do not.

    Another account of the same Telegram account counts as the person.
    """
    there = readers(work, role)
    own = [one for one in there if one.id == person.id or one.telegram_id == person.telegram_id]
    return "" if not own else "among" if len(own) < len(there) else "alone"


def nearest(
    work: Work, levels: Levels, request: Request, requester: Person, start: Role, step: _Step = routing.above
) -> Role | None:
    """The first desk where somebody can be reached: `start`, or the next ones above it that serve this requester.

    With `routing.below` as the step, the next ones below it. None where there is none.
    """
    here = start
    while not readers(work, here, request):
        level = step(levels, replace(request, level=here.level), requester)
        if level is None:
            return None
        structure = request.place.ancestor(levels[level].kind)
        here = Role(level, structure.id if structure else "")  # nobody answers at a desk that the tree lacks
    return here


def place(work: Work, levels: Levels, request: Request, requester: Person) -> dict[str, Any]:
    """Puts a request that comes to a desk where somebody reads it; returns its facts `proper` and `contact`.

    Where nobody of its desk can be reached, it goes above, or is stranded. It is not saved.
    """
    start = request.at
    request.proper, request.stranded_at = (), None
    facts = why(levels, request, requester)
    to = nearest(work, levels, request, requester, start)
    if to is None:
        request.stranded_at = work.now
    elif to != start:
        request.proper = (start,)
        put(levels, request, to, work)
    return facts


def put(levels: Levels, request: Request, to: Role, work: Work) -> None:
    """Puts the request at that desk, held by nobody, due as the desk's level says."""
    request.level, request.desk, request.holder = to.level, to.structure, None
    request.visited = (*(role for role in request.visited if role != to), to)
    request.due_at = due(work.now, routing.days(levels, to.level, request.category))
    request.stranded_at = None


def why(levels: Levels, request: Request, requester: Person) -> dict[str, Any]:
    """The facts that say at which desk nobody reads, and whom the requester can phone."""
    family = routing.audience(requester, request.place) is Audience.FAMILIES  # families phone nobody above the school
    contact = levels[Level.SCHOOL if family else request.level].contact
    return {"proper": name_of(levels, request.place, (request.proper or (request.at,))[0]), "contact": contact}


def name_of(levels: Levels, place: Structure, role: Role) -> str:
    """The name of the structure whose desk that is, for requests about `place`; empty where the tree lacks it."""
    structure = place.ancestor(levels[role.level].kind)
    return structure.name if structure else ""


def counts(holder: Person | None, request: Request) -> bool:
    """Whether the holder answers at the request's desk and can be reached; any other counts as none."""
    return telling.reads(holder) and holder is not None and request.at in holder.roles


def free(work: Work, request: Request, case: Case, actor: Person) -> None:
    """Takes the request from a holder who counts as none; they are told who did it, should they come back."""
    holder = people.by_id(work, request.holder or 0)
    request.status = fire(Act.RELEASE, case, request.number)
    case.state = request.status.value
    request.holder = None
    if holder is not None:
        facts = telling.facts_of(request) | {"name": actor.name}
        outbox.tell(work, holder, Notice("taken_over", facts), request.number)


def free_of_leaver(work: Work, request: Request) -> None:
    """Gives an open request whose holder no longer answers at its desk back to the desk."""
    holder = people.by_id(work, request.holder or 0)
    if request.holder is not None and (holder is None or request.at not in holder.roles):
        request.status = fire(Act.RELEASE, case_of(request, work.now, _NOBODY, None, None), request.number)
        request.holder = None


def gone(work: Work, person: Person) -> None:
    """Tells of somebody who can no longer be reached: colleagues of what they hold, whoever treats their requests.

    To be called once each time, where `people.lose` said so.
    """
    for number in records.held(work, person, 1000):
        request = requests.load(work, number)
        if request is not None and request.at in person.roles:
            _warn(work, request, person, "held")
    for number in records.asked_for(work, person, (Status.OPEN, Status.WAITING), 1000):
        request = requests.load(work, number)
        if request is not None and request.requester == person.id:
            _warn(work, request, person, "gone")


async def settle(desk: Desk, limit: int = 500) -> int:
    """Moves requests that nobody can read to where somebody can; returns how many changed, `limit` at most.

    Requests that are stranded, or no longer so, are told of too. Agents who have not written to a new bot for long
    count as people who cannot be reached, until they do.
    """
    for person in await desk.look(_not_met, desk.policy.meeting, limit):
        await desk.put(_give_up_on, person)
    changed = 0
    for number, version in await desk.look(_misplaced, desk.policy.levels, limit):
        changed += await desk.once(f"serve:{number}:{version}", _settle, desk.policy.levels, number) or 0
    return changed


def _not_met(work: Work, patience: timedelta, limit: int) -> list[int]:
    """The agents, each by `id`, who have not written to the bot that serves since it began so long ago."""
    since = bots.since(work)
    if since is None or since > work.now - patience:
        return []
    return [person.id for person in people.unmet_agents(work, limit)]


def _give_up_on(work: Work, person_id: int) -> None:
    """Marks an agent who has not written to this bot as unreachable; who needs to know is told."""
    person = people.by_id(work, person_id)
    if person is not None and person.unmet(work.bot) and people.lose(work, person, met=False):
        gone(work, person)


def _misplaced(work: Work, levels: Levels, limit: int) -> list[tuple[int, int]]:
    """Number and version of each request that `_settle` may have to change."""
    numbers = records.found(work, limit) + records.outside(work, limit)
    for role, sample in records.unread_desks(work).items():
        one = requests.load(work, sample)
        if one is not None and len(numbers) < limit:
            numbers += records.standing(work, role, limit - len(numbers), stranded=_any_above(work, levels, one))
    loaded = [requests.load(work, number) for number in numbers]
    return [(one.number, one.version) for one in loaded if one is not None]


def _any_above(work: Work, levels: Levels, request: Request) -> bool:
    """Whether anybody at a level above can be reached, whomever that level serves."""
    higher = ((level, request.place.ancestor(levels[level].kind)) for level in Level if level > request.level)
    return any(readers(work, Role(level, structure.id)) for level, structure in higher if structure)


def _settle(work: Work, levels: Levels, number: int) -> int:
    """Changes that request as `settle` says; returns 1, or 0 and keeps nothing where there is nothing to change."""
    request = requests.load(work, number, to_change=True)
    requester = people.by_id(work, request.requester) if request is not None else None
    if request is None or requester is None or request.status not in ACTIVE:
        work.undo()
        return 0
    facts = why(levels, request, requester)
    read = bool(readers(work, request.at, request))
    to = nearest(work, levels, request, requester, request.at if read else (request.proper or (request.at,))[0])
    if to == request.at and request.stranded_at is not None:
        request.stranded_at = None
        event = FOUND
    elif to is None and request.stranded_at is None:
        request.stranded_at = work.now
        event = STRANDED
    elif to is not None and to != request.at:
        event = MOVED_UP if to.level > request.level else MOVED_DOWN
        _go(work, levels, request, to)
    else:
        work.undo()
        return 0
    request.updated_at = work.now
    requests.save(work, request)
    requests.write_event(work, number, None, event.name, {"level": int(request.level)})
    telling.spread(work, event, request, None, facts)
    return 1


def _go(work: Work, levels: Levels, request: Request, to: Role) -> None:
    """Moves the request from a desk where nobody reads: up, or back towards its proper desk."""
    case = case_of(request, work.now, _NOBODY, to.level, to.level)
    act = Act.ESCALATE if to.level > request.level else Act.SEND_BACK
    request.status = fire(act, case, request.number)
    request.proper = tuple(role for role in request.proper or (request.at,) if role != to)
    put(levels, request, to, work)


def _warn(work: Work, request: Request, person: Person, of: str) -> None:
    work.because(f"{of}:{request.number}:{person.id}:{work.now.isoformat()}")
    requests.write_event(work, request.number, person.id, telling.AWAY)
    event = HOLDER_AWAY if of == "held" else UNREACHABLE
    telling.spread(work, event, request, person, {"name": person.name})
