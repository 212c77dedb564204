"""The commands `palier outbox`, `parked` and `audit`: each yields lines to print. They need no running bot."""

from __future__ import annotations

import re
from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from functools import partial

from bot import app, opening
from bot.cutting import beginning
from bot.delivery import parked, undelivered
from bot.storage.audit.faults import Mark, told
from bot.storage.audit.walking import verify_against
from bot.storage.parking import Parked
from bot.storage.undelivered import Undelivered
from bot.web.reception import Handling
from bot.workflows.desk import Desk
from bot.workflows.rules.pace import Pace
from config.settings import Settings

_SOMEBODYS = re.compile(r"'[^']*'|\"[^\"]*\"|-?\d{5,}")  # personal data: quoted words, numbers of people and chats
_UNITS = (("d", 86400), ("h", 3600), ("min", 60))


async def list_outbox(settings: Settings, limit: int) -> AsyncGenerator[str, None]:
    """How many notices are queued, uncertain and dead; then the newest undelivered or late ones, oldest first."""
    async with _desk(settings) as desk:
        counts, rows = await desk.look(undelivered.overview, limit)
        yield ", ".join(f"{number} {state}" for state, number in counts.items())
        for row in rows:
            yield _row(row, desk.clock())


async def say_again(settings: Settings, numbers: Sequence[int], states: Sequence[str]) -> AsyncGenerator[str, None]:
    """Queues notices again; raises `ValueError`, and changes nothing, where one of them cannot be queued."""
    async with _desk(settings) as desk:
        done, twice = await desk.put(undelivered.say_again, numbers, states)
        yield f"{done} queued again, for the bot that runs{f'; {twice} may be said twice' if twice else ''}."


async def give_up(settings: Settings, numbers: Sequence[int], states: Sequence[str]) -> AsyncGenerator[str, None]:
    """Drops notices for good; raises `ValueError`, and changes nothing, where one of them cannot be dropped."""
    async with _desk(settings) as desk:
        yield f"{await desk.put(undelivered.give_up, numbers, states)} dropped."


async def list_parked(settings: Settings, limit: int) -> AsyncGenerator[str, None]:
    """How many updates are parked; then the newest of them, oldest first."""
    async with _desk(settings) as desk:
        everything, rows = await desk.look(parked.overview, limit)
        yield f"{everything} parked"
        for row in rows:
            yield f"n°{row.id}  {_age(row.at, desk.clock())}  {_kind(row)}"


async def show_parked(settings: Settings, number: int) -> AsyncGenerator[str, None]:
    """One parked update and its reason; raises `ValueError` where there is none of that number."""
    async with _desk(settings) as desk:
        row = await desk.look(parked.show, number)
        yield f"n°{row.id}, parked {row.at.isoformat(timespec='seconds')}. What follows holds personal data."
        yield row.reason
        yield row.body


async def drop_parked(settings: Settings, numbers: Sequence[int]) -> AsyncGenerator[str, None]:
    """Deletes parked updates; raises `ValueError`, and deletes none, where one does not exist."""
    async with _desk(settings) as desk:
        yield f"{await desk.put(parked.drop, numbers)} dropped."


async def replay_parked(settings: Settings, numbers: Sequence[int], everything: bool) -> AsyncGenerator[str, None]:
    """Replays parked updates, with a line for each; at the end, raises `ValueError` where some stay parked."""
    staying = 0
    reasons: list[str] = []

    async def hear(_body: str, reason: str) -> None:
        reasons.append(reason)

    async with app.replaying(settings, hear) as house:
        for number in await house.desk.look(parked.chosen, numbers, everything):
            handling = await _replay(house, number, reasons)
            staying += handling is not Handling.TAKEN
            yield f"n°{number}  {_HANDLINGS[handling]}"
    if staying:
        raise ValueError(f"{staying} stay parked")


_HANDLINGS = {
    Handling.TAKEN: "taken",
    Handling.PARKED: "failed again: `palier parked show` tells why",
    Handling.LATER: "not now: the database, the ENT or Telegram is out of reach",
}


async def _replay(house: app.House, number: int, reasons: list[str]) -> Handling:
    row = await house.desk.look(parked.show, number)
    house.desk.pace = Pace(house.desk.policy.burst, house.desk.policy.per_second)  # parked updates are no flood
    handling = await house.reception.receive(row.body.encode())
    if handling is Handling.TAKEN:
        await house.desk.put(parked.drop, [number])
    elif handling is Handling.PARKED:
        await house.desk.put(parked.failed_again, number, reasons[-1])
    return handling


async def verify_audit(settings: Settings, known: Mark | None) -> AsyncGenerator[str, None]:
    """Walks through all lines of the audit: a sentence for each fault, and at the end its head, to note elsewhere.

    `known` is a head that was noted before: that the chain still leads to it. At the end, raises `ValueError`
    where anything is wrong.
    """
    async with _desk(settings) as desk:
        found, newest, wrong = await desk.records.read(partial(verify_against, known), long=True)
        for fault in found.faults:
            yield told(fault)
        if found.more:
            yield f"and {found.more} more"
        if wrong:
            yield wrong
        yield f"{found.lines} lines, head {newest.position}:{newest.chain}"
        if found.faults or wrong:
            raise ValueError("the audit is broken")


@asynccontextmanager
async def _desk(settings: Settings) -> AsyncIterator[Desk]:
    async with opening.opened(settings) as desk:
        await opening.ready(desk)
        yield desk


def _row(row: Undelivered, now: datetime) -> str:
    about = f"request n°{row.request}" if row.request else "no request"
    tried = f"{row.attempts} attempt{'s' if row.attempts != 1 else ''}"
    reason = beginning(_SOMEBODYS.sub("…", row.error), 200) or "-"
    state = "sending" if row.claimed else row.state
    return "  ".join((f"n°{row.id}", state, row.kind, about, _age(row.at, now), tried, " ".join(reason.split())))


def _kind(row: Parked) -> str:
    """The reason up to its first colon: what follows may quote a person."""
    return row.reason.partition(":")[0]


def _age(then: datetime, now: datetime) -> str:
    seconds = max(0, int((now - then).total_seconds()))
    return next((f"{seconds // size} {unit} ago" for unit, size in _UNITS if seconds >= size), f"{seconds} s ago")
