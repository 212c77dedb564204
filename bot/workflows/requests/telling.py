"""Tells people what happened to a request: each gets one notice, with its words, files and buttons."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from bot import cutting
from bot.storage import merged, outbox, people, requests
from bot.storage import serving as served
from bot.storage.work import Work
from bot.terms import Attachment, Button, Kind, Level, Notice, Part, Person, Request, Role, Structure
from bot.workflows.events import Event, Tell, Whom
from bot.workflows.requests import outside
from bot.workflows.requests.sharing import shareable
from bot.workflows.rules.accounts.administration import administers, function_at
from bot.workflows.rules.albums import albums
from bot.workflows.rules.filenames import is_program, plain
from bot.workflows.rules.requests.access import standing
from bot.workflows.rules.requests.routing import DANGER

PIECE = 2000  #: UTF-16 units of a message that one notice quotes; the rest follows in more notices
AWAY = "away"  #: in the audit: others were told that this person cannot be reached
_FINAL = ("confirm", "reopen", "still", "withdraw")


def spread(
    work: Work,
    event: Event,
    request: Request,
    actor: Person | None,
    facts: Mapping[str, Any],
    files: Sequence[Attachment] = (),
    again: str = "",
) -> str:
    """Queues what the event tells to each person, and the edits of the request's cards. Never tells `actor`.

    `facts` fill the sentences; `files` go with the lines that quote. Returns "unheard" where it is for a desk of
    which nobody can be reached; "kept" where the requester who is to read it cannot be, of which the actor is told;
    "kept_waiting" where they wait for a yes; "kept_erased" where they never will; else "". With `again`, the cause of
    an earlier telling, what a person was told then is changed instead.
    """
    circles = _Circles(work, request)
    for one in (request, *circles.above):  # the card of a request also shows what was merged into it
        outbox.refresh(work, one.number)
    done = {actor.id} if actor else set()
    shared = facts_of(request) | actor_at(request.place, actor) | dict(facts)
    for line in event.tells:
        if line.whom is Whom.FOLLOWERS:
            _tell_followers(work, line, request, actor, shared)
            continue
        for person in circles.of(line.whom):
            if person.id not in done:
                done.add(person.id)
                _tell(work, line, request, person, shared, again)
                enclose(work, person, request.number, files if line.quotes else (), line.kind)
    return _heard(work, event, request, actor, circles) if actor else ""


def _heard(work: Work, event: Event, request: Request, actor: Person, circles: _Circles) -> str:
    """Whether those whom an event concerns read it: see `spread`."""
    kept = _unread(work, event, request, actor)
    for_desk = {line.whom for line in event.tells} & {Whom.ANSWERING, Whom.DESK}
    read = not for_desk or any(reads(person) for whom in for_desk for person in circles.of(whom))
    if read or actor in circles.of(Whom.DESK):
        return kept
    return "unheard"


def reads(person: Person | None) -> bool:
    """Whether messages reach that person: a linked account whose owner did not block the bot. False for None."""
    return person is not None and person.reachable and person.telegram_id is not None


def _unread(work: Work, event: Event, request: Request, actor: Person) -> str:
    """Whether the event quotes to a requester who cannot read it yet: "kept" where they cannot be reached.

    Nor can who has not written to this bot yet, but to the one before it. A pupil who waits for a yes reads it after
    that: "kept_waiting". Who called for help and is no longer linked may come back: "kept";
    who had their data erased never will: "kept_erased". Empty where they read it now.

    The actor is told so, once for each request until the requester is back; after that, their receipt alone says it.
    """
    quoted = any(line.quotes and line.whom is Whom.REQUESTER for line in event.tells)
    requester = people.by_id(work, request.requester) if quoted else None
    if requester is None or actor.id in (requester.id, request.filer):
        return ""
    if requester.telegram_id is None and request.category == DANGER:
        return "kept_erased" if requester.erased else "kept"
    if requester.telegram_id is None or (requester.reachable and not requester.unmet(work.bot)):
        return "kept_waiting" if requester.waits and request.category != DANGER else ""
    if requester.missed_since is None or request.number not in served.warned(
        work, requester, requester.missed_since, AWAY
    ):
        requests.write_event(work, request.number, requester.id, AWAY)
        facts = facts_of(request) | {"name": requester.name}
        outbox.tell(work, actor, Notice("unreachable", facts), request.number)
    return "kept"


def pass_on(work: Work, request: Request, actor: Person, event: Event, files: Sequence[Attachment]) -> None:
    """Queues files that came late for the people to whom that event quoted the message; not for `actor`."""
    circles = _Circles(work, request)
    whom = {one.id: (one, line) for line in reversed(event.tells) if line.quotes for one in circles.of(line.whom)}
    for person, line in whom.values():
        if person.id != actor.id:
            enclose(work, person, request.number, files, line.kind)


def tell_colleague(
    work: Work, colleague: Person | None, kind: str, request: Request, actor: Person, **facts: Any
) -> None:
    """Queues a notice for the colleague who held the request when `actor` sent it away; nothing for None."""
    if colleague is not None:
        told = facts_of(request) | actor_at(request.place, actor) | facts
        outbox.tell(work, colleague, Notice(kind, told, keys(("show",), request.number, colleague)), request.number)


def enclose(work: Work, person: Person, number: int, files: Sequence[Attachment], of: str) -> None:
    """Queues files for a person, one delivery for each message they fit in: a retry sends no other file again.

    `of` is the kind of the notice that they go with: a reply to a file does what a reply to that notice does. Before
    them, the person is warned of those that are programs, by the names that Telegram may show otherwise.
    """
    programs = [plain(file.name) for file in files if is_program(file.name)]
    if programs:
        facts = {"number": number, "count": len(programs), "names": ", ".join(programs), "of": of}
        outbox.tell(work, person, Notice("programs", facts), number)
    for album in albums(files):
        outbox.files(work, person, number, album, of)


def facts_of(request: Request) -> dict[str, Any]:
    """The facts that sentences about a request use; the place of a call told outside the school is that school."""
    return {
        "number": request.number,
        "category": request.category,
        "level": int(request.level),
        "status": request.status.value,
        "place": ", ".join(school.name for school in request.outside) or request.place.name,
    }


def keys(actions: Iterable[str], number: int, person: Person) -> tuple[tuple[Button, ...], ...]:
    """One row with a button about the request for each action; empty without actions."""
    row = tuple(Button(action, str(number), person.id, once=action in _FINAL) for action in actions)
    return (row,) if row else ()


def _tell(work: Work, line: Tell, request: Request, person: Person, facts: dict[str, Any], again: str = "") -> None:
    first, *rest = cutting.pieces(str(facts.get("text", "")), PIECE) if line.quotes else ("",)
    mine = facts | {"own": person.id == request.requester, "text": first}
    if line.card:
        outbox.show(work, person, request.number, line.kind, mine)
    else:
        notice = Notice(line.kind, mine, keys(line.keys, request.number, person))
        if not (again and not rest and outbox.retell(work, again, person, notice)):
            outbox.tell(work, person, notice, request.number)
    for piece in rest:
        more = {"number": request.number, "actor": facts.get("actor", ""), "text": piece, "of": line.kind}
        outbox.tell(work, person, Notice("continued", more), request.number)


def _tell_followers(work: Work, line: Tell, request: Request, actor: Person | None, facts: Mapping[str, Any]) -> None:
    """Tells each follower, once for each request of theirs; of the words, those to be shared. No files."""
    found = [one for one in merged.followers(work, request) if not actor or one[1] != actor.id]
    shared = found and line.quotes and facts.get("share")
    words = shareable(work, request, str(facts.get("text") or ""), actor) if shared else ""
    met = people.named(work, {person for _, person in found})
    for own, person in found:
        tell_follower(work, line, own, met[person], {**facts, "text": words})


def tell_follower(work: Work, line: Tell, own: Request, person: Person, facts: dict[str, Any]) -> None:
    """Queues what the line tells somebody who follows a request with `own`; its buttons are about `own`."""
    _tell(work, line, own, person, facts | {"follows": own.number})


def actor_at(place: Structure, actor: Person | None) -> dict[str, Any]:
    """Who acted, and what they are at that place; no facts where nobody did."""
    return {"actor": actor.name, "function": function_at(actor, place)} if actor else {}


class _Circles:
    """Finds the people around one request, reading each desk at most once."""

    def __init__(self, work: Work, request: Request) -> None:
        self._work = work
        self._request = request
        self.above = merged.above(work, request)
        self._treated = self.above[-1] if self.above else request  # a merged request is treated with the other
        self._parts = requests.parties(work, request.number)
        holder = {self._treated.holder or 0} - {0}
        self._people = people.named(work, {person for person, _ in self._parts} | holder)
        self._desks: dict[Role, list[Person]] = {}

    def of(self, whom: Whom) -> list[Person]:
        """The people of that group (see `Whom`)."""
        if whom is Whom.REQUESTER:
            return self._with(Part.REQUESTER, Part.FILER)
        if whom is Whom.SENDERS:
            return [person for person in self._with(Part.SENDER) if standing(person, self._request).reader]
        if whom is Whom.FOLLOWERS:
            return []  # each is told of a request of their own, see `_tell_followers`
        if whom is Whom.SCHOOL:
            here = self._request.place
            return self._at(Role(Level.SCHOOL, here.id)) if here.kind is Kind.SCHOOL else []
        holder = self._people.get(self._treated.holder or 0)
        if holder is not None and not (self._treated.at in holder.roles and self._answers(holder)):
            holder = None  # somebody who no longer answers at that desk is not told
        if whom is Whom.DESK or (whom is Whom.ANSWERING and not reads(holder)):
            return self._treating()
        return [holder] if holder else []

    def _treating(self) -> list[Person]:
        """The desk that treats it; where it was merged into another, only those there who answer for its place.

        Where none of them does, as at another school, the desk where it was.
        """
        there = self._at(self._treated.at)
        return [person for person in there if self._answers(person)] or self._at(self._request.at)

    def _answers(self, person: Person) -> bool:
        """Whether the person may read the request: words about a school go to nobody of another one."""
        return self._treated is self._request or administers(person, self._request.place)

    def _with(self, *parts: Part) -> list[Person]:
        return [self._people[person] for person, part in self._parts if part in parts]

    def _at(self, role: Role) -> list[Person]:
        if role not in self._desks:
            self._desks[role] = outside.readers(self._work, people.at_desk(self._work, role), self._request)
        return self._desks[role]
