"""The feed: each school's files compared with the accounts there are, and written, in one transaction a school."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Collection
from datetime import datetime
from threading import Event

from sqlalchemy import Connection, text

from bot.ent.embedded.database import Database
from bot.ent.embedded.feeding.adults import feed_adults
from bot.ent.embedded.feeding.changing import report
from bot.ent.embedded.feeding.keys import mail_key, person_key
from bot.ent.embedded.feeding.leaving import leave, sparing, stop_before, stop_emptying
from bot.ent.embedded.feeding.loading import load, load_waiting
from bot.ent.embedded.feeding.options import Claims, Options
from bot.ent.embedded.feeding.outdated import outdated
from bot.ent.embedded.feeding.pupils import feed_pupils
from bot.ent.embedded.feeding.rehearsal import rehearsed
from bot.ent.embedded.feeding.staff import feed_staff
from bot.ent.embedded.feeding.work import Work
from bot.ent.embedded.feeding.writing import write
from bot.terms import uai
from bot.terms.feed import FeedKind, FeedReport, SchoolFeed

_LOCK = text("SELECT pg_advisory_xact_lock(7261106)")  # an arbitrary number that nothing else here locks


async def feed(
    database: Database, now: datetime, schools: Collection[SchoolFeed], options: Options
) -> AsyncIterator[FeedReport]:
    """Feeds each school in the order given; yields one report a school, after it was written.

    A dry run writes nothing, holds nobody up, and reports what the run would. Raises `Unavailable` where the database
    cannot be reached: the schools reported so far are written then.
    """
    if options.dry:
        async for said in _rehearse(database, now, schools, options):
            yield said
        return
    claims = _claims(schools)
    for school in schools:
        yield await database.run(lambda connection: _feed_alone(connection, now, school, options, claims))  # noqa: B023
        claims.keep()


def _feed_alone(
    connection: Connection, now: datetime, school: SchoolFeed, options: Options, claims: Claims
) -> FeedReport:
    """Feeds a school while no other feed writes: on SQLite, there is one writer anyway."""
    if connection.dialect.name == "postgresql":
        connection.execute(_LOCK)
    return _feed(connection, now, school, options, claims)


def _feed(connection: Connection, now: datetime, school: SchoolFeed, options: Options, claims: Claims) -> FeedReport:
    """Feeds one school; writes nothing where it is stopped."""
    claims.begin()
    school = sparing(school) if options.complete else school
    place = load(connection, school, now)
    if place is None:
        stopped, facts = _unknown(school.place)
        return FeedReport(school.place, findings=school.findings, stopped=stopped, facts=facts)
    held, awaited = load_waiting(connection, place.id)
    work = Work(
        school, place, options, now, claims, dict(held), {key: [*several] for key, several in awaited.items()}
    )
    work.was_held, work.was_awaited = held, awaited
    stopped, facts = _compare(work)
    if stopped:
        claims.begin()
    else:
        work.findings += outdated(connection, work)
        write(connection, work, searched=not options.dry)
    return report(work, stopped, facts)


def _unknown(place: str) -> tuple[str, dict[str, str]]:
    """Why there is no such place: a letter that does not belong to the digits of its code, or it is not made yet."""
    code = uai.plain(place)
    right = uai.letter(code) if uai.looks_like_one(code) else ""
    reason = "unknown-place" if not right or code.endswith(right) else "wrong-letter"
    return reason, {"place": place, "letter": right}


def _compare(work: Work) -> tuple[str, dict[str, str]]:
    """Decides what becomes of everybody; returns why nothing is to be written, and what the sentence names.

    Pupils leave before adults are looked at: a row that names a child means one who is there.
    """
    stopped, facts = stop_before(work)
    if not stopped:
        feed_pupils(work)
        stopped, facts = stop_emptying(work)
    if not stopped:
        stopped, facts = leave(work, FeedKind.PUPILS)
    if not stopped:
        feed_adults(work)
        feed_staff(work)
        stopped, facts = leave(work, FeedKind.ADULTS)
    if not stopped:
        stopped, facts = leave(work, FeedKind.STAFF)
    return stopped, facts


def _claims(schools: Collection[SchoolFeed]) -> Claims:
    """The claims of a run that begins; where there are several schools, they are read once for who is in which."""
    named: dict[str, set[str]] = defaultdict(set)
    fed: set[str] = set()
    for school in schools if len(schools) > 1 else ():
        fed |= {school.place} if school.pupils else set()
        for pupil in school.pupils:
            if pupil.ine:
                named[pupil.ine].add(school.place)
        for member in school.staff:
            if mail := mail_key(member.email):
                named[f"{person_key(member.last_name, member.first_name)}|{mail}"].add(school.place)
    return Claims(named, fed)


async def _rehearse(
    database: Database, now: datetime, schools: Collection[SchoolFeed], options: Options
) -> AsyncIterator[FeedReport]:
    """Feeds the schools in copies of the tables; yields each report as soon as it is there."""
    said: asyncio.Queue[FeedReport | None] = asyncio.Queue()
    loop = asyncio.get_running_loop()

    def tell(one: FeedReport | None) -> None:
        loop.call_soon_threadsafe(said.put_nowait, one)

    over = Event()

    def rehearse(connection: Connection) -> None:
        claims = _claims(schools)
        with rehearsed(connection):
            for school in schools:
                if over.is_set():
                    return
                tell(_feed(connection, now, school, options, claims))
                claims.keep()

    running = asyncio.ensure_future(database.read(rehearse, long=True))
    running.add_done_callback(lambda _: tell(None))
    try:
        while (one := await said.get()) is not None:
            yield one
    finally:
        over.set()
        await running
