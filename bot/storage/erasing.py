"""Erasing: what the records know of a person is deleted, or found and replaced, in every table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Text, and_, cast, delete, false, func, or_, select, update

from bot.storage import outbox, rate_windows
from bot.storage.audit.lines import BLANK, Line
from bot.storage.tables import DESK
from bot.storage.tables.requests import NAMED_YET
from bot.storage.work import Work
from bot.terms import ERASED, DeliveryState, Part, Status, Voice

_MESSAGES = DESK.tables["messages"]
_FILES = DESK.tables["attachments"]
_PARTIES = DESK.tables["parties"]
_REQUESTS = DESK.tables["requests"]
_PEOPLE = DESK.tables["people"]
_ACTS = DESK.tables["interventions"]
_REPORTS = DESK.tables["reports"]
_DRAFTS = DESK.tables["drafts"]
_EVENTS = DESK.tables["events"]
_EXPIRIES = DESK.tables["expiries"]
_OUTBOX = DESK.tables["outbox"]
_TOKENS = DESK.tables["tokens"]
_SIGN_INS = DESK.tables["sign_ins"]
_CAUSES = DESK.tables["causes"]
_ERASURES = DESK.tables["erasures"]
_LINES = DESK.tables["audit"]
_PAIRS = DESK.tables["pairs"]
_IN_ONE_LINE = 500  # positions of blanked lines that one line of the audit names at most
#: tables of what stands in a chat, or is to be said there
_CHATS = ("outbox", "cards", "screens", "menus", "endings")
_QUEUED = DeliveryState.QUEUED.value
#: the tables gone through, and what in them may name somebody
SWEPT = {
    "messages": ("text",),
    "attachments": ("name",),
    "particulars": ("facts",),
    "events": ("facts",),
    "outbox": ("payload", "error", "dedupe"),
    "interventions": ("whom", "why", "facts"),
    "reports": ("text", "creator", "creator_name", "reporters", "treated_by"),
    "campaigns": ("after", "facts"),
    "announcements": ("title", "texts"),
    "searches": ("query", "pages"),
    "parked": ("reason", "body"),
}
WIPED = (*DESK.tables,)  #: the tables whose free space is wiped on a server

Kept = Mapping[str, Any]
"""A row as it is kept: its values by column."""
Redact = Callable[[str, Kept], dict[str, Any] | None]
"""Given a table and a row of it: the columns to change, or None where the row is to be deleted."""


@dataclass(slots=True)
class Erasure:
    """An erasure that is not through."""

    person: int
    known: dict[str, Any]
    reached: dict[str, Any]


def own(work: Work, person_id: int, parts: Iterable[Part]) -> set[int]:
    """Numbers of the requests in which the person has one of these parts."""
    mine = (_PARTIES.c.person == person_id, _PARTIES.c.part.in_([part.value for part in parts]))
    return set(work.execute(select(_PARTIES.c.request).where(*mine)).scalars())


def filers(work: Work, person_id: int) -> list[int]:
    """The `id` of everybody else who filed a request for that person."""
    for_them = (_REQUESTS.c.requester == person_id, _REQUESTS.c.filer.is_not(None), _REQUESTS.c.filer != person_id)
    return sorted(work.execute(select(_REQUESTS.c.filer).where(*for_them).distinct()).scalars())


def spoken_in(work: Work, person_id: int) -> set[int]:
    """Numbers of the requests in whose exchange that person wrote."""
    return set(work.execute(select(_MESSAGES.c.request).where(_MESSAGES.c.author == person_id).distinct()).scalars())


def merged(work: Work, numbers: Iterable[int]) -> set[int]:
    """Numbers of the requests into which one of these was merged."""
    into = select(_REQUESTS.c.merged_into).where(_REQUESTS.c.number.in_(sorted(numbers)))
    return set(work.execute(into.where(_REQUESTS.c.merged_into.is_not(None))).scalars())


def namesakes(work: Work, person_id: int, account: str, names: Sequence[str]) -> list[str]:
    """Names of other people, as far as they are known here, in which one of these names stands."""
    found: set[str] = set()
    for name, others in (
        (_PEOPLE.c.name, _PEOPLE.c.id != person_id),
        (_ACTS.c.whom, _ACTS.c.account != account),
        (_REPORTS.c.creator_name, _REPORTS.c.creator != account),
    ):
        alike = or_(*(name.ilike(f"%{one}%") for one in names))
        found |= set(work.execute(select(name).where(alike, others).distinct().limit(1000)).scalars())
    return sorted(found - {"", ERASED})


def blank(work: Work, person_id: int, requests: Iterable[int]) -> tuple[list[str], list[str]]:
    """Replaces the words of a person: all in these requests, where also what was filed for them; elsewhere, notes.

    Their files there are deleted. Returns what identifies these at Telegram, and the words. No message is tied to a
    chat any more.
    """
    filed = _REQUESTS.c.number == _MESSAGES.c.request
    for_them = select(_REQUESTS.c.number).where(
        filed, _REQUESTS.c.requester == person_id, _REQUESTS.c.filer == _MESSAGES.c.author
    )
    mine = _MESSAGES.c.author == person_id
    here = _MESSAGES.c.request.in_(sorted(requests))
    theirs = or_(
        and_(mine, or_(here, _MESSAGES.c.voice == Voice.NOTE.value)),
        and_(_MESSAGES.c.voice == "answer", for_them.exists()),
    )
    numbers = select(_MESSAGES.c.id).where(theirs)
    files = list(work.execute(select(_FILES.c.file_id).where(_FILES.c.message.in_(numbers))).scalars())
    said = list(work.execute(select(_MESSAGES.c.text).where(theirs).distinct()).scalars())
    work.execute(delete(_FILES).where(_FILES.c.message.in_(numbers)))
    work.execute(update(_MESSAGES).where(theirs).values(text=ERASED))
    work.execute(update(_MESSAGES).where(or_(theirs, mine)).values(chat_id=None, message_id=None))
    filers = func.coalesce(_REQUESTS.c.filer, _REQUESTS.c.requester)
    work.execute(update(_REQUESTS).where(filers == person_id).values(topic=None))
    return files, said


def leave_chat(work: Work, chat_id: int, person_id: int, alone: bool) -> None:
    """Deletes what is kept of the person's chats: what was made for them, and all of `chat_id` if they were `alone`.

    What shows a code there is deleted at Telegram now: only these deletions stay in the outbox. See `deleting`.
    """
    for row in work.execute(select(_EXPIRIES).where(_EXPIRIES.c.chat_id == chat_id)).all() if alone else ():
        if row.bot in (work.bot, 0):
            outbox.remove(work, chat_id, row.message_id, row.deed)
    if alone:
        work.execute(delete(_EXPIRIES).where(_EXPIRIES.c.chat_id == chat_id))
    for name in _CHATS:
        table = DESK.tables[name]
        which: list[ColumnElement[bool]] = [table.c.person == person_id] if "person" in table.c else []
        which += [table.c.chat_id == chat_id] if alone else []
        gone = or_(false(), *which)
        if name == "outbox":
            gone = and_(gone, or_(table.c.kind != "delete", table.c.state.in_(["sent", "dropped"])))
        if which:
            work.execute(delete(table).where(gone))
    if alone:
        rate_windows.forget(work, chat_id)
        work.execute(delete(_DRAFTS).where(or_(_DRAFTS.c.chat_id == chat_id, _DRAFTS.c.telegram_id == chat_id)))
        waiting = or_(_TOKENS.c.claimed_by == chat_id, _TOKENS.c.replaces == chat_id)
        work.execute(delete(_TOKENS).where(waiting))
        work.execute(delete(_SIGN_INS).where(_SIGN_INS.c.chat == chat_id))
        work.execute(delete(_CAUSES).where(_CAUSES.c.cause.contains(f":{chat_id}")))


def forget_words(work: Work, person_id: int) -> None:
    """Deletes from the audit the words that a person wrote; the lines stay."""
    for row in work.execute(select(_EVENTS.c.id, _EVENTS.c.facts).where(_EVENTS.c.person == person_id)).all():
        kept = {name: fact for name, fact in row.facts.items() if name not in ("text", "before")}
        if kept != row.facts:
            work.execute(update(_EVENTS).where(_EVENTS.c.id == row.id).values(facts=kept))


def blank_lines(work: Work, account: str) -> None:
    """Blanks what lines of the audit say of that account, so that their chain still holds; traces which these were.

    Their moments, acts, requests, schools, and who acted, stay: somebody did something.
    """
    mine = select(_LINES.c.position).where(_LINES.c.account == account).order_by(_LINES.c.position)
    found = list(work.execute(mine).scalars())
    work.lines = [replace(line, account="", facts={}) if line.account == account else line for line in work.lines]
    for first in range(0, len(found), _IN_ONE_LINE):
        some = found[first : first + _IN_ONE_LINE]
        work.execute(update(_LINES).where(_LINES.c.position.in_(some)).values(account="", facts={}, salt=""))
        work.trace(Line(BLANK, facts={"positions": some}))


def forget_account(work: Work, account: str) -> None:
    """Deletes what names the account: its links, holds and invitation, and that a sheet was made for it alone.

    Nor is it kept that advice was asked whether it is a duplicate.
    """
    work.execute(delete(_PAIRS).where(or_(_PAIRS.c.account == account, _PAIRS.c.other == account)))
    for name in ("holds", "invitations", "tokens"):
        table = DESK.tables[name]
        work.execute(delete(table).where(table.c.account == account))
    for name, column in (("printings", "wanted"), ("handouts", "scope")):
        table = DESK.tables[name]
        names = cast(table.c[column], Text).contains(account, autoescape=True)
        for row in work.execute(select(table.c.id, table.c[column].label("said")).where(names)).all():
            left = {key: "" if value == account else value for key, value in row.said.items()}
            work.execute(update(table).where(table.c.id == row.id).values({column: left}))


def sweep(work: Work, redact: Redact, reached: dict[str, Any], most: int) -> list[tuple[str, Kept]]:
    """Goes on through each table of `SWEPT`, the newest `most` rows that were not looked at; updates `reached`.

    Returns the rows that were changed, each with its table, as they were before. A table whose lowest number is
    reached has 0 there.
    """
    changed: list[tuple[str, Kept]] = []
    for name in SWEPT:
        table, lowest = DESK.tables[name], reached.get(name)
        if lowest == 0:
            continue
        page = select(table).order_by(table.c.id.desc()).limit(most)
        found = work.execute(page if lowest is None else page.where(table.c.id < lowest))
        rows: list[Kept] = [dict(row._mapping) for row in found]
        reached[name] = rows[-1]["id"] if len(rows) == most else 0
        changed += [(name, row) for row in rows if _redacted(work, name, row, redact)]
    return changed


def _redacted(work: Work, name: str, row: Kept, redact: Redact) -> bool:
    table, new = DESK.tables[name], redact(name, row)
    if new is None:
        work.execute(delete(table).where(table.c.id == row["id"]))
    elif new:
        work.execute(update(table).where(table.c.id == row["id"]).values(**new))
    return new is None or bool(new)


def sweep_drafts(work: Work, redact: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
    """Replaces what other people's conversations under way say of somebody."""
    for row in work.execute(select(_DRAFTS)).all():
        data = redact(row.data)
        if data != row.data:
            here = (_DRAFTS.c.chat_id == row.chat_id, _DRAFTS.c.telegram_id == row.telegram_id)
            work.execute(update(_DRAFTS).where(*here).values(data=data))


def deleting(work: Work, chat_id: int) -> bool:
    """Whether messages of that chat, or its menu, are still to be deleted; if not, forgets what was.

    What could not be deleted stays, dead, until an operator has it tried again or gives it up, or its time is over.
    """
    there = (_OUTBOX.c.chat_id == chat_id, _OUTBOX.c.kind.in_(["delete", "menu"]))
    if work.execute(select(_OUTBOX.c.id).where(*there, _OUTBOX.c.state == _QUEUED).limit(1)).first() is not None:
        return True
    work.execute(delete(_OUTBOX).where(*there, _OUTBOX.c.state != DeliveryState.DEAD.value))
    return False


def delivered(work: Work, numbers: Iterable[int]) -> tuple[list[Kept], list[int]]:
    """Those of the deliveries that have arrived, as they are kept, and the numbers of those that are being sent."""
    found = work.execute(select(_OUTBOX).where(_OUTBOX.c.id.in_(sorted(numbers)))).all()
    arrived: list[Kept] = [dict(row._mapping) for row in found if row.state == DeliveryState.SENT.value]
    return arrived, [row.id for row in found if row.state == _QUEUED and row.claimed_until is not None]


def put(work: Work, erasure: Erasure) -> None:
    """Writes down an erasure that is not through, in place of what was known of it."""
    drop(work, [erasure.person])
    kept = {"person": erasure.person, "known": erasure.known, "reached": erasure.reached, "at": work.now}
    work.execute(_ERASURES.insert(), kept)


def pending(work: Work) -> list[Erasure]:
    """The erasures that are not through, the oldest first."""
    rows = work.execute(select(_ERASURES).order_by(_ERASURES.c.at, _ERASURES.c.person))
    return [Erasure(row.person, dict(row.known), dict(row.reached)) for row in rows]


def keep_name(work: Work, number: int, name: str, until: datetime) -> None:
    """Keeps who called for help on the request, until then at the longest; see `Request.erased_name`."""
    mine = update(_REQUESTS).where(_REQUESTS.c.number == number)
    work.execute(mine.values(erased_name=name, erased_until=until))


def forget_names(work: Work, limit: int) -> list[int]:
    """Forgets who called for help where the request is closed or the time is over; returns the requests' numbers."""
    over = or_(_REQUESTS.c.status == Status.CLOSED, _REQUESTS.c.erased_until <= work.now)
    due = select(_REQUESTS.c.number).where(NAMED_YET, over).order_by(_REQUESTS.c.number).limit(limit)
    numbers = list(work.execute(due.with_for_update()).scalars())
    if numbers:
        gone = update(_REQUESTS).where(_REQUESTS.c.number.in_(numbers))
        work.execute(gone.values(erased_name="", erased_until=None, version=_REQUESTS.c.version + 1))
    return numbers


def drop(work: Work, people: Sequence[int]) -> None:
    """Forgets the erasures of these people: they are through."""
    work.execute(delete(_ERASURES).where(_ERASURES.c.person.in_(list(people))))
