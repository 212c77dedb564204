"""Files a request: inserts it at the level that serves its requester, and tells people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.storage import exchange, outbox, particulars, requests
from bot.terms import Attachment, Level, Notice, Origin, Part, Person, Refusal, Request, Status, Structure, Voice
from bot.workflows.desk import Turn
from bot.workflows.refusing import refuse_waiting
from bot.workflows.requests import quotas, serving, telling
from bot.workflows.requests.events import FILED, FILED_ABOVE
from bot.workflows.rules import naming
from bot.workflows.rules.calendar import due
from bot.workflows.rules.requests import routing


@dataclass(frozen=True, slots=True)
class Filed:
    """What somebody files: all that a new request needs."""

    category: str
    said: Sequence[tuple[int, str]]  #: the messages that describe it: Telegram's number (0 for none) and text
    files: Sequence[Attachment]
    place: Structure
    above: bool = False  #: whether it goes to the level above whoever files it
    outside: bool = False  #: whether it is a call for help that nobody of the requester's schools may read
    level: Level = Level.SCHOOL  #: the lowest level at which it enters; above the school's, its place stays as it is
    composed: bool = False  #: whether its words were put together for whoever files it, who reads them in the receipt
    particulars: Mapping[str, Any] = field(default_factory=dict)  #: what it asks for, as facts; empty for mere words

    @property
    def text(self) -> str:
        """The whole description, one line for each message."""
        return "\n".join(words for _, words in self.said)


def file(turn: Turn, filed: Filed, requester: Person) -> int:
    """Inserts the request for `requester`, and tells its desk, the school and whoever files it; returns its number.

    Refused where the description is too long, the tree has no desk for it, whoever files did so too often lately, or
    waits for a yes and does not call for help.
    """
    work = turn.work
    if filed.category != routing.DANGER:
        refuse_waiting(work, turn.me)
    refuse_description(turn, filed.text)
    if (full := quotas.too_many_requests(turn, filed.category)) is not None:
        raise full
    request = drafted(turn, filed, requester)
    where = serving.place(work, turn.policy.levels, request, requester)
    number = requests.insert(work, request)
    requests.add_party(work, number, requester.id, Part.REQUESTER)
    if request.filer is not None:
        requests.add_party(work, number, request.filer, Part.FILER)
    if filed.particulars:
        particulars.write(work, number, filed.particulars)
    if filed.said or filed.files or not filed.particulars:
        _write_down(turn, number, filed)
    facts: dict[str, Any] = {"level": int(request.level), "category": filed.category}
    requests.write_event(work, number, turn.me.id, "file", facts)
    told = {
        "text": filed.text,
        "requester": requester.name,
        "several": several(turn.me, requester),
        "desk": turn.policy.levels[request.level].who,
        **where,
    }
    telling.spread(work, FILED_ABOVE if request.proper else FILED, request, turn.me, told, filed.files)
    _receipt(turn, request, requester, told | {"composed": filed.composed})
    return number


def refuse_description(turn: Turn, text: str) -> None:
    """Raises a `Refusal` where a whole description, of one or more messages, is too long."""
    if len(text) > turn.policy.description_limit:
        raise Refusal("description-too-long", limit=turn.policy.description_limit)


def several(me: Person, requester: Person) -> bool:
    """Whether `me` has to be told of which school a request is: its requester has several, or whoever files it."""
    return len(requester.places) > 1 or (me.id != requester.id and naming.across(me))


def drafted(turn: Turn, filed: Filed, requester: Person) -> Request:
    """The request as it would be filed, at its proper desk; refused where the tree has none. Nothing is inserted."""
    now, levels = turn.work.now, turn.policy.levels
    level, place = _entry(turn, filed, requester)
    at = routing.desk(levels, place, level)
    return Request(
        number=0,
        version=1,
        category=filed.category,
        status=Status.NEW,
        level=level,
        desk=at.structure,
        place=place,
        entry=level,
        visited=(at,),
        requester=requester.id,
        created_at=now,
        updated_at=now,
        due_at=due(now, routing.days(levels, level, filed.category)),
        filer=None if requester.id == turn.me.id else turn.me.id,
        pinned=filed.outside or filed.level > Level.SCHOOL,
        outside=requester.places if filed.outside else (),
    )


def _entry(turn: Turn, filed: Filed, requester: Person) -> tuple[Level, Structure]:
    """The level where the request enters, and the place that it is about.

    A call for help told outside the school is about the structure that reads it: so nothing that goes by the school,
    such as its queue or its journal, has it.
    """
    levels, place = turn.policy.levels, filed.place
    if filed.outside:
        level = routing.outside(levels, place)
        above = place.ancestor(levels[level].kind) if level is not None else None
        if level is None or above is None:
            raise Refusal("no-desk", level=int(Level.CIRCONSCRIPTION), place=place.name)
        return level, above
    floor = routing.over(turn.me, place) if filed.above else filed.level
    return max(floor, routing.entry(levels, requester, filed.category, place)), place


def _write_down(turn: Turn, number: int, filed: Filed) -> None:
    """Adds each message to the exchange by itself, so that it can still be edited; all files go with the first."""
    for index, (mark, text) in enumerate(filed.said or [(0, "")]):
        origin = Origin(turn.caller.chat_id, mark) if mark or filed.files else None
        exchange.add(turn.work, number, turn.me.id, Voice.ANSWER, text, origin, () if index else filed.files)


def _receipt(turn: Turn, request: Request, requester: Person, facts: Mapping[str, Any]) -> None:
    """Queues the receipt, in the same transaction as the request, so that whoever files surely learns the number."""
    on_behalf = requester.id != turn.me.id
    stays = on_behalf or request.category == routing.DANGER
    buttons = telling.keys(("show",) if stays else ("show", "withdraw"), request.number, turn.me)
    whom = "_for" if on_behalf else ""
    notice = Notice(f"filed{whom}{_where(request)}", telling.facts_of(request) | dict(facts), buttons)
    outbox.tell(turn.work, turn.me, notice, request.number)


def _where(request: Request) -> str:
    """The end of the receipt's kind: whether it went above its desk, or nobody anywhere can read it yet."""
    outside = "_outside" if request.outside else ""
    if request.stranded_at is not None:
        return f"{outside}_unread"
    return outside or ("_above" if request.proper else "")
