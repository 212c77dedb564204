"""Watching the ENT's reports: new ones are told at once, those treated elsewhere are noted, reminders go out.

The ENT has nothing that calls: it is read, school by school, those first that were read longest ago. How far each
was read is kept, so that a restart misses nothing and any number of replicas share the reading.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from weakref import WeakKeyDictionary

from bot.ent.directory import Reason, Report
from bot.logs import brief
from bot.storage import reports, watches
from bot.storage.reports import Reported
from bot.storage.watches import Watch
from bot.storage.work import Work
from bot.terms import Declined, Kind, Level, Structure, Unavailable
from bot.workflows.desk import Desk
from bot.workflows.reports import telling

log = logging.getLogger(__name__)

BATCH = 25  #: schools read in one round
REST = timedelta(seconds=5)  #: a school read a moment ago is left alone
PAGE = 25  #: reports on a page of the ENT's
_PAGES = 400  #: a list longer than this does not end
_TREE_LIVES = timedelta(hours=1)
_SLACK = timedelta(hours=1)  #: between the ENT's clock and ours
_NEVER = datetime.fromtimestamp(0, UTC)
_IDLE = 3600.0  #: seconds: nothing is due


@dataclass(slots=True)
class _Memory:
    """What one process knows of the tree: losing it costs one question."""

    posts: tuple[str, ...] = ()
    schools: dict[str, Structure] = field(default_factory=dict)
    until: datetime = _NEVER
    hurried: bool = False  #: schools rested in the last round, and are to be read soon


_MEMORIES: WeakKeyDictionary[Desk, _Memory] = WeakKeyDictionary()


async def look(desk: Desk) -> int:
    """How many schools' reports were read; an ENT that does not answer is asked again in the next round."""
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
    """Seconds until schools are read that rested when somebody asked to look, or that this round had no place for."""
    return REST.total_seconds() if _MEMORIES.setdefault(desk, _Memory()).hurried else _IDLE


async def verdicts(desk: Desk, school: str, ent_ids: Sequence[str], since: datetime) -> list[Report]:
    """Those of the reports that are treated in the ENT, as it has them; none treated before `since` is looked for."""
    wanted, found = set(ent_ids), []
    for page in range(_PAGES):
        listed = await desk.directory.reports(school, True, page)
        found += [report for report in listed if report.id in wanted]
        wanted -= {report.id for report in listed}
        oldest = listed[-1].treated_at if listed else None
        if not wanted or len(listed) < PAGE or (oldest is not None and oldest < since):
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
                await desk.put(watches.give_back, turn[count + 1 :])  # the others need not wait a round for it
                return count
    return len(turn)


async def _schools(desk: Desk) -> dict[str, Structure]:
    """The schools where somebody is linked, and those below the circonscriptions of linked ERUNs, by identifier."""
    memory = _MEMORIES.setdefault(desk, _Memory())
    posts = tuple(await desk.look(_posts))
    if memory.posts != posts or memory.until <= desk.clock():
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
        since = min([*gone, watch.read_at - _SLACK] if watch.read_at > _NEVER else gone, default=_NEVER)
        treated = await verdicts(desk, school.id, [reported.ent_id for reported in missing], since)
    place, new = _place(school), 0
    fresh, orphans = await desk.look(telling.news, place, waiting)
    if fresh or treated or orphans:
        cause = f"watch:{school.id}:{moment.isoformat()}"
        new = await desk.once(cause, telling.learn, place, fresh, treated, watch.newest is None) or 0
    moments = (min(report.reported_at, moment) for report in waiting)  # the ENT's clock may be ahead of ours
    newest = max(moments, default=watch.newest)
    if newest != watch.newest and newest is not None and (pages == 1 or not new):
        await desk.put(
            watches.advance, school.id, newest
        )  # a list that moved while it was leafed through is read anew


async def _waiting(desk: Desk, school: str, newest: datetime | None) -> tuple[list[Report], int, datetime | None]:
    """The reports that wait, newest first, until what is known; how many pages; and how far back, None for all."""
    found: dict[str, Report] = {}
    for page in range(_PAGES):
        listed = await desk.directory.reports(school, False, page)
        found |= {report.id: report for report in listed}
        if len(listed) < PAGE:
            return list(found.values()), page + 1, None
        if newest is not None and listed[-1].reported_at < newest:
            return list(found.values()), page + 1, listed[-1].reported_at
    return list(found.values()), _PAGES, _NEVER


async def _missing(desk: Desk, school: str, waiting: Sequence[Report]) -> list[Reported]:
    """The reports that wait as far as we know, and are not in the ENT's list."""
    listed = {report.id for report in waiting}
    return [known for known in await desk.look(reports.pending, school) if known.ent_id not in listed]


def _place(school: Structure) -> telling.Place:
    above = school.ancestor(Kind.CIRCONSCRIPTION)
    return telling.Place(school.id, school.name, above.id if above else "")
