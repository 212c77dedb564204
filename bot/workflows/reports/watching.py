"""Watching the ENT's reports: new ones are told, those treated elsewhere are recorded, reminders are sent.

The ENT does not notify: it is polled school by school, the one read longest ago first. How far each school was read
is kept in the records, so that a restart misses nothing and any number of replicas share the work.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from weakref import WeakKeyDictionary

from bot.ent.directory import Reason, Report
from bot.logs import brief
from bot.storage import reports, watches
from bot.storage.reports import ReportRecord
from bot.storage.watches import Watch
from bot.storage.work import Work
from bot.terms import Declined, Kind, Level, Person, Structure, Unavailable
from bot.workflows.desk import Desk
from bot.workflows.reports import telling
from bot.workflows.rules.reports import moderation
from bot.workflows.rules.reports.publication import cleaned

log = logging.getLogger(__name__)

BATCH = 25  #: schools read in one round
REST = timedelta(seconds=5)  #: a school is not read again within this
SOON = 4.0  #: seconds that whoever asks for the reports waits for the ENT
_PAGES = 400  #: more pages than this are never read
_TREE_LIVES = timedelta(hours=1)
_SLACK = timedelta(hours=1)  #: how far the ENT's clock may differ from ours
_IDLE = 3600.0  #: seconds until the next round where nothing is due


@dataclass(slots=True)
class _Memory:
    """What this process remembers of the tree of schools; a restart asks the ENT again."""

    posts: tuple[str, ...] = ()
    schools: dict[str, Structure] = field(default_factory=dict)
    until: datetime = watches.NEVER
    hurried: bool = False  #: the last round left schools out that are to be read soon


_MEMORIES: WeakKeyDictionary[Desk, _Memory] = WeakKeyDictionary()


async def look(desk: Desk) -> int:
    """Reads the schools whose turn it is, and sends due reminders; returns how many schools were read.

    Where the ENT does not answer, the round ends, and the next one asks again.
    """
    read = 0
    try:
        read = await _round(desk)
    except (Declined, Unavailable) as lost:
        log.warning("The schools to watch are not known just now: %s", brief(lost))
    for reported in await desk.look(reports.due):
        assert reported.remind_at is not None
        cause = f"remind:{reported.number}:{reported.remind_at.isoformat()}"
        await desk.once(cause, telling.remind, reported.number)
    return read


async def until_read(desk: Desk) -> float:
    """Seconds until the next round: few where the last one left schools out, else an hour."""
    return REST.total_seconds() if _MEMORIES.setdefault(desk, _Memory()).hurried else _IDLE


async def ask_now(desk: Desk, me: Person) -> datetime | None:
    """Reads the reports of the person's schools in the ENT at once, as far as it answers within `SOON`.

    Returns None where all were read just now; else when that school was read that was read longest ago. What an ENT
    that is slow told before is kept. Refused to people who treat no reports.
    """
    posts = [structure for several in moderation.posts(me) for structure in several]
    began, until = desk.clock(), asyncio.get_running_loop().time() + SOON
    schools: dict[str, Structure] = {}
    left: list[Watch] = []
    try:
        async with asyncio.timeout_at(until):
            schools = {school.id: school for school in await desk.directory.schools(posts)}
        left = await desk.put(watches.claim, list(schools), REST, BATCH)  # not cut off: it is given back below
        async with asyncio.timeout_at(until):
            await asyncio.gather(*(_try(desk, schools[watch.school], watch, left) for watch in [*left]))
    except (TimeoutError, Declined, Unavailable) as lost:
        log.warning("The reports that somebody asks for cannot all be read just now: %s", brief(lost))
    await desk.put(watches.give_back, left)
    oldest = await desk.look(watches.oldest, list(schools) or posts)
    return None if oldest >= began - REST else oldest


async def _try(desk: Desk, school: Structure, watch: Watch, left: list[Watch]) -> None:
    """Reads a school, and takes it out of those `left`; it stays there where the ENT declines."""
    try:
        await _read(desk, school, watch)
    except Declined as lost:
        log.warning("The reports of %s cannot be read just now: %s", watch.school, brief(lost))
    else:
        left.remove(watch)


async def verdicts(desk: Desk, school: str, ent_ids: Sequence[str], since: datetime) -> list[Report]:
    """The reports with these identifiers that the ENT lists as treated; its list is read back to `since`."""
    wanted, found = set(ent_ids), []
    for page in range(_PAGES):
        listed = await desk.directory.reports(school, True, page)
        found += [report for report in listed if report.id in wanted]
        wanted -= {report.id for report in listed}
        oldest = listed[-1].treated_at if listed else None
        if not wanted or not listed or (oldest is not None and oldest < since):  # a page may be short
            break
    return found


async def _round(desk: Desk) -> int:
    schools = await _schools(desk)
    turn = await desk.put(watches.claim, list(schools), REST, BATCH)
    _MEMORIES[desk].hurried = len(turn) < min(len(schools), BATCH) or len(turn) == BATCH < len(schools)
    for count, watch in enumerate(turn):
        try:
            await _read(desk, schools[watch.school], watch)
        except (Declined, Unavailable) as lost:
            log.warning("The reports of %s cannot be read just now: %s", watch.school, brief(lost))
            if isinstance(lost, Unavailable) or lost.reason == Reason.UNREACHABLE:
                await desk.put(watches.give_back, turn[count + 1 :])  # so that they are not skipped for a round
                return count
    return len(turn)


async def _schools(desk: Desk) -> dict[str, Structure]:
    """The schools to watch, by identifier: those of linked administrators, and all those of linked ERUNs."""
    memory = _MEMORIES.setdefault(desk, _Memory())
    posts = tuple(await desk.look(_posts))
    if memory.posts != posts or not timedelta() < memory.until - desk.clock() <= _TREE_LIVES:
        found = await desk.directory.schools(posts) if posts else []
        memory.schools = {school.id: school for school in found}
        memory.posts, memory.until = posts, desk.clock() + _TREE_LIVES
    return memory.schools


def _posts(work: Work) -> list[str]:
    return [*watches.posts(work, Level.SCHOOL), *watches.posts(work, Level.CIRCONSCRIPTION)]


async def _read(desk: Desk, school: Structure, watch: Watch) -> None:
    moment = desk.clock()
    waiting, pages, floor = await _waiting(desk, school.id, watch.newest)
    missing = await _missing(desk, school.id, waiting)
    treated: list[Report] = []
    if missing:
        gone = [reported.reported_at for reported in missing if floor is None or reported.reported_at > floor]
        since = min([*gone, watch.read_at - _SLACK] if watch.read_at > watches.NEVER else gone, default=watches.NEVER)
        treated = await verdicts(desk, school.id, [reported.ent_id for reported in missing], since)
    place, new = _place(school), 0
    fresh, orphans = await desk.look(telling.news, place, waiting)
    if fresh or treated or orphans:
        cause = f"watch:{school.id}:{moment.isoformat()}"
        told = await asyncio.to_thread(_texts, fresh)
        new = await desk.once(cause, telling.learn, place, told, treated, watch.newest is None) or 0
    # Several pages with new reports may have shifted while they were read: they are read again the next time.
    moments = (min(report.reported_at, moment) for report in waiting)  # the ENT's clock may be ahead of ours
    newest = max(moments, default=watch.newest)
    if newest != watch.newest and newest is not None and (pages <= 1 or not new):
        await desk.put(watches.advance, school.id, newest)


def _texts(listed: Sequence[Report]) -> list[telling.Told]:
    """Each report with the text of its publication. Slow: not for the loop, nor for a transaction."""
    return [(report, cleaned(report.html)) for report in listed]


async def _waiting(desk: Desk, school: str, newest: datetime | None) -> tuple[list[Report], int, datetime | None]:
    """Reads the list of waiting reports from the newest back to `newest`, or to its end.

    Returns the reports, the number of pages that held any, and the moment read back to: None where the list was
    read whole.
    """
    found: dict[str, Report] = {}
    for page in range(_PAGES):
        listed = await desk.directory.reports(school, False, page)
        found |= {report.id: report for report in listed}
        if not listed:  # before the last page, any may be short
            return list(found.values()), page, None
        if newest is not None and listed[-1].reported_at < newest:
            return list(found.values()), page + 1, listed[-1].reported_at
    return list(found.values()), _PAGES, watches.NEVER


async def _missing(desk: Desk, school: str, waiting: Sequence[Report]) -> list[ReportRecord]:
    """Our records of waiting reports that the ENT does not list as waiting."""
    listed = {report.id for report in waiting}
    return [known for known in await desk.look(reports.pending, school) if known.ent_id not in listed]


def _place(school: Structure) -> telling.Place:
    above = school.ancestor(Kind.CIRCONSCRIPTION)
    return telling.Place(school.id, school.name, above.id if above else "")
