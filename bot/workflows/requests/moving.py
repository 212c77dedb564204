"""Moving: a request goes along with a requester whom the ENT says to be at another school now.

It goes to the new school's desk of the same level, where there is one new school. Of several, its requester chooses;
until then, and where there is none, it stays where it is, and whoever treats it is told.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.storage import merged, outbox, people, requests
from bot.storage import serving as records
from bot.storage.work import Work
from bot.terms import ACTIVE, Account, Button, Notice, Person, Refusal, Request, Status, Structure
from bot.workflows.desk import Turn
from bot.workflows.requests import bringing, parting, scenes, telling
from bot.workflows.requests.events import LEFT_ALL, LEFT_SEVERAL, PARTED
from bot.workflows.rules.requests.access import adrift
from bot.workflows.rules.requests.routing import DANGER, Levels
from bot.workflows.rules.screens import mark

_ADRIFT = "adrift"  # in the audit: the request stays at a school that its requester has left


def follow(work: Work, levels: Levels, person: Person, account: Account | None, before: Sequence[Structure]) -> None:
    """Has the requests of a person go where the ENT says that they are now; `before` is where they were.

    Without an account, they are nowhere: that is recorded. What they filed for people for whom they answer no more,
    they only follow from then on. Done a second time, it changes nothing.
    """
    if account is None:
        people.change(work, person, places=(), seen_at=work.now)
    for number in requests.unfinished(work, person.id):
        request = requests.load(work, number, to_change=True)
        if request is not None:
            catch_up(work, levels, request, person, before)
    _leave_filed(work, person)


def catch_up(
    work: Work, levels: Levels, request: Request, requester: Person, before: Sequence[Structure] = ()
) -> None:
    """As `follow`, for one request that was loaded to be changed, such as one that is opened again.

    A request stays as it is whose requester erased their data, and one that was merged into a request that is solved
    or closed; where it was merged into another of the same requester, it goes along with that one.
    """
    if requester.erased:
        return
    treated = merged.above(work, request)[-1] if request.merged_into is not None else request
    with_own = treated is not request and treated.requester == requester.id
    if treated.status not in ACTIVE or with_own:
        return
    here = next((place for place in requester.places if place.id == request.place.id), None)
    if here is not None and here != request.place:
        bringing.regraft(work, levels, request, requester, here)
    if not adrift(request, requester):
        return
    wanted = _wanted(request, requester, before)
    if len(wanted) != 1:
        _stay(work, request, requester, wanted)
        return
    if request.merged_into is not None:
        parting.part(work, levels, request)
    _go(work, levels, request, requester, wanted[0])


def choose(turn: Turn, number: int, key: str) -> Notice:
    """The requester says which of their schools a request is about whose school they left; `key` marks the school.

    Returns where it is read now. Refused where it went along already, or nobody treats it any more.
    """
    it = scenes.scene(turn, number)
    request, requester = it.request, it.requester
    if not it.mine.requester:
        raise Refusal("requester-only", number=number)
    place = next((one for one in requester.places if mark(one.id) == key), None)
    if not adrift(request, requester):
        raise Refusal("went-along", number=number, place=request.place.name, level=int(request.level))
    if place is None:
        raise Refusal("old-button")
    if request.status not in ACTIVE:
        raise Refusal("not-now", number=number, act="answer", status=request.status.value)
    return _go(turn.work, turn.policy.levels, request, requester, place, turn.me)


def _leave_filed(work: Work, person: Person) -> None:
    for number in records.asked_for(work, person, (*ACTIVE, Status.RESOLVED), 1000):
        request = requests.load(work, number, to_change=True)
        requester = people.by_id(work, request.requester) if request is not None else None
        if request is None or requester is None or request.filer != person.id:
            continue
        if bringing.without_filer(work, request, requester, request.place) is not None:
            requests.relocate(work, request)
            outbox.refresh(work, number)


def _go(
    work: Work, levels: Levels, request: Request, requester: Person, place: Structure, actor: Person | None = None
) -> Notice:
    parting.leave_behind(work, levels, request, PARTED)
    return bringing.bring(work, levels, request, requester, place, actor)


def _wanted(request: Request, requester: Person, before: Sequence[Structure]) -> list[Structure]:
    """The schools to which the request may go: the one that is new, where there is one; else all.

    A child who called for help is not asked: the first of the schools reads it at once.
    """
    known = {place.id for place in before}
    new = [place for place in requester.places if place.id not in known]
    if request.category == DANGER:
        return (new or list(requester.places))[:1]
    return new if known and len(new) == 1 else list(requester.places)


def _stay(work: Work, request: Request, requester: Person, wanted: Sequence[Structure]) -> None:
    """Tells once that the requester has left the school: they are asked which of several schools is meant."""
    facts = {"from": request.place.id, "to": sorted(place.id for place in wanted)}
    lines = [line.facts for line in requests.events(work, request.number) if line.act == _ADRIFT]
    if lines and lines[-1] == facts:
        return
    requests.write_event(work, request.number, None, _ADRIFT, facts)
    told = telling.facts_of(request) | {"name": requester.name}
    if wanted:
        rows = tuple(
            (Button("bring", f"{request.number}:{mark(one.id)}", requester.id, words=one.name, once=True),)
            for one in wanted
        )
        outbox.tell(work, requester, Notice("which_new_school", told, rows), request.number)
    telling.spread(work, LEFT_SEVERAL if wanted else LEFT_ALL, request, None, told)
