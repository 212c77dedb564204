"""Returning: somebody comes or comes back; they read what waits, and what others served for them is given back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from bot.storage import outbox, people, requests
from bot.storage import serving as records
from bot.storage.work import Work
from bot.terms import ACTIVE, Act, Button, Notice, Person, Refusal, Request, Role, Status
from bot.workflows.desk import Desk, Turn
from bot.workflows.requests import outside, serving, telling
from bot.workflows.requests.events import GIVEN_BACK, HOLDER_BACK, READS_AGAIN
from bot.workflows.requests.scenes import Scene, record, scene
from bot.workflows.rules.requests.access import check
from bot.workflows.rules.requests.lifecycle import fire
from bot.workflows.rules.requests.routing import Levels
from bot.workflows.rules.screens import grid

_SHOWN = 8  # requests named in one list
_ACROSS = 4  # buttons in a row
_MANY = 50  # requests given back by one press


async def greet(desk: Desk, limit: int = 100) -> int:
    """Tells those who can be reached again what waits for them, and others that they read again; returns how many."""
    back = await desk.look(people.returned, limit)
    for person in back:
        assert person.missed_since is not None
        lost = person.lost_at.isoformat() if person.lost_at is not None else ""
        cause = f"back:{person.id}:{person.missed_since.isoformat()}:{lost}"
        await desk.once(cause, _greet, person.id, person.missed_since)
    return len(back)


def arrive(
    work: Work, person: Person, desks: Iterable[Role], since: datetime | None = None, *, linked: bool = False
) -> None:
    """Tells somebody who comes to these desks what waits for them, and those who served for the desks to give back.

    With `since`, also what they may have missed since that moment; with `linked`, what others filed for them while
    no message could reach them. Nothing is told where nothing waits.
    """
    roles = list(desks)
    if linked:
        _tell_on_behalf(work, person)
    found = _waiting(work, person, roles, since)
    lists = {name: numbers for name, numbers in found.items() if numbers}
    if lists:
        shown = list(dict.fromkeys(number for numbers in lists.values() for number in numbers[:_SHOWN]))[:_SHOWN]
        rows = grid([Button("open", str(n), person.id, words=f"n°{n}") for n in shown], _ACROSS)
        facts = {"name": person.name, "lists": [[name, len(all_), named(all_)] for name, all_ in lists.items()]}
        outbox.tell(work, person, Notice("waits", facts, tuple(rows)))
    for role in roles:
        if person.reachable and [one.id for one in serving.readers(work, role)] == [person.id]:
            _offer(work, person, role)


def give_back(turn: Turn, number: int) -> Notice:
    """An agent of the desk that serves a request in another's place gives it back; the proper desk then has it.

    Refused where it is served in nobody's place, nobody reads at the proper desk, or a colleague holds it.
    """
    it = scene(turn, number)
    check(Act.SEND_BACK, it.mine, it.request)
    to = back_to(turn.work, turn.policy.levels, it.request, it.requester)
    if to is None:
        raise Refusal("nothing-to-give-back", number=number)
    if _held_by_other(it):
        holder = people.by_id(turn.work, it.request.holder or 0)
        raise Refusal("held", number=number, name=holder.name if holder else "")
    return _back(it, to)


def give_back_all(turn: Turn, number: int) -> Notice:
    """As `give_back`, for all requests that the desk of that one serves in the same place.

    Those that a colleague holds stay with them. Refused where none can be given back; and as if that one did not
    exist, where the person may not read it.
    """
    seen = scene(turn, number, to_change=False)
    check(Act.READ, seen.mine, seen.request)
    sample = seen.request
    place = sample.proper[0] if sample.proper else sample.at  # that one may have been given back before
    given = 0
    for one in records.served_for(turn.work, place, _MANY):  # lowest number first, as everywhere: no deadlock
        request = requests.load(turn.work, one)
        if request is None or request.at not in turn.me.roles:
            continue
        it = scene(turn, one)
        check(Act.SEND_BACK, it.mine, it.request)
        to = back_to(turn.work, turn.policy.levels, it.request, it.requester)
        if to is not None and not _held_by_other(it):
            _back(it, to)
            given += 1
    if not given:
        raise Refusal("nothing-to-give-back", number=number)
    return Notice("done_given_back_all", {"count": given})


def back_to(work: Work, levels: Levels, request: Request, requester: Person) -> Role | None:
    """The desk nearest to the proper one where somebody can be reached again; None where that is not below."""
    if not request.proper or request.status not in ACTIVE:
        return None
    to = serving.nearest(work, levels, request, requester, request.proper[0])
    return to if to is not None and to.level < request.level else None


def named(numbers: list[int]) -> str:
    """The first numbers of requests as people write them, such as « n°3, n°7 »."""
    return ", ".join(f"n°{number}" for number in numbers[:_SHOWN]) + (" …" if len(numbers) > _SHOWN else "")


def _greet(work: Work, person_id: int, since: datetime) -> None:
    person = people.by_id(work, person_id)
    if person is None or not people.caught_up(work, person, since):
        work.undo()
        return
    arrive(work, person, person.roles, since)
    for number in records.warned(work, person, since, telling.AWAY):
        request = requests.load(work, number)
        if request is not None and request.status is not Status.CLOSED:
            event = READS_AGAIN if request.requester == person.id else HOLDER_BACK
            telling.spread(work, event, request, person, {"name": person.name})


def _tell_on_behalf(work: Work, person: Person) -> None:
    """Tells the person of each request that somebody else filed for them and that is not closed."""
    for number in records.asked_for(work, person, (*ACTIVE, Status.RESOLVED), 100):
        request = requests.load(work, number)
        filer = people.by_id(work, request.filer) if request and request.filer else None
        if request is None or filer is None or request.requester != person.id:
            continue
        who = telling.actor_at(request.place, filer)
        can = ("show", "withdraw") if request.status is Status.NEW else ("show",)
        notice = Notice("behalf", telling.facts_of(request) | who, telling.keys(can, number, person))
        outbox.tell(work, person, notice, number)


def _waiting(work: Work, person: Person, roles: list[Role], since: datetime | None) -> dict[str, list[int]]:
    """Numbers of requests by the list they are told in; each stands in one list only."""
    most = 100
    lists = {
        "asked": records.asked_for(work, person, (Status.WAITING,), most),
        "solved": records.asked_for(work, person, (Status.RESOLVED,), most),
        "held": records.held(work, person, most),
        "free": [number for role in roles for number in records.unheld(work, role, most)],
        "above": [number for role in roles for number in records.served_for(work, role, most)],
        "missed": records.missed(work, person, since, most) if since is not None else [],
    }
    seen: set[int] = set()
    for name, numbers in lists.items():
        fresh = [number for number in dict.fromkeys(numbers) if number not in seen]
        lists[name] = outside.shown(work, person, fresh)
        seen.update(numbers)
    return lists


def _offer(work: Work, person: Person, role: Role) -> None:
    """Tells those who serve requests in place of that desk that somebody reads there again."""
    by_desk: dict[Role, list[Request]] = {}
    for number in records.served_for(work, role, 500):
        request = requests.load(work, number)
        if request is not None:
            by_desk.setdefault(request.at, []).append(request)
    for at, served in by_desk.items():
        ours = [request.number for request in served]
        for agent in serving.readers(work, at):
            numbers = outside.shown(work, agent, ours)
            if agent.id != person.id and numbers:
                facts = {"name": person.name, "count": len(numbers), "numbers": named(numbers)}
                outbox.tell(work, agent, Notice("offer_back", facts, _keys(numbers, agent)))


def _keys(numbers: list[int], agent: Person) -> tuple[tuple[Button, ...], ...]:
    ones = [Button("give_back", str(n), agent.id, words=f"⬇️ n°{n}") for n in numbers[:_SHOWN]]
    every = ((Button("give_back_all", str(numbers[0]), agent.id),),) if len(numbers) > 1 else ()
    return (*grid(ones, _ACROSS), *every)


def _held_by_other(it: Scene) -> bool:
    holder = people.by_id(it.turn.work, it.request.holder or 0)
    return it.request.holder != it.turn.me.id and serving.counts(holder, it.request)


def _back(it: Scene, to: Role) -> Notice:
    it.case.below = to.level
    it.request.status = fire(Act.SEND_BACK, it.case, it.request.number)
    if to == it.request.proper[0]:
        it.request.proper = ()
    serving.put(it.turn.policy.levels, it.request, to, it.turn.work)
    facts: dict[str, Any] = {"proper": serving.name_of(it.turn.policy.levels, it.request.place, to)}
    return record(it, Act.SEND_BACK, GIVEN_BACK, **facts)
