"""The journal: the lines of the audit that an agent may read, page by page, newest first, or from a day on back.

What may be read is decided in `sight`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from bot.storage import journal, pointers
from bot.storage.audit.lines import Written
from bot.terms import Account, Button, Notice, Person, Refusal, Structure
from bot.workflows.accounts import finding
from bot.workflows.audit import sight
from bot.workflows.audit.sight import Ask, Page
from bot.workflows.desk import Caller, Desk
from bot.workflows.rules import dates
from bot.workflows.rules.accounts import administration
from bot.workflows.rules.audit import reading
from bot.workflows.rules.calendar import ZONE, today
from bot.workflows.rules.screens import grid

_NUMBER = re.compile(r"(?:n\s*[°ºo]\s*)?([0-9]{1,9})", re.IGNORECASE)
_DAY = re.compile(r"[0-9]{1,2}/[0-9]{1,2}(/[0-9]{2,4})?")
#: of a button: what about; then which way and from where, or the month
_TARGET = re.compile(r"([nar])([^:]*):(?:([<>])([0-9]{1,15})|@([0-9]{4})-(0[1-9]|1[0-2]))?")
_MONTHS = 12  # offered to jump to
_ACROSS = 3  # of them in a row
_EARLIEST = 2000  # year of a month that a button may name


async def start(desk: Desk, caller: Caller, typed: str) -> Notice:
    """`/journal`, `/journal 12/10`, `/journal n°12`, `/journal ACCOUNT`: the newest lines; those up to that day.

    Where several accounts fit, offers these. Refused to whoever administers nothing, where they may not see that
    request, and for a day that does not exist.
    """
    me, words = await finding.administrator(desk, caller), typed.strip()
    if not words:
        return await _page(desk, caller, me, Ask())
    if match := _NUMBER.fullmatch(words):
        return await _page(desk, caller, me, Ask(f"r{match[1]}", int(match[1])))
    if day := _day(desk, me, words):
        return await _page(desk, caller, me, Ask(until=_midnight(day + timedelta(days=1))))
    found = await finding.named(desk, me, typed)
    if len(found) != 1:
        return finding.choose(me, "journal_of", typed, found)
    return await _of(desk, caller, me, found[0])


async def of_account(desk: Desk, caller: Caller, account_id: str) -> Notice:
    """The newest lines about that account; refused as `finding.one` refuses."""
    me = await finding.administrator(desk, caller)
    return await _of(desk, caller, me, await finding.one(desk, me, account_id))


async def leaf(desk: Desk, caller: Caller, target: str) -> Notice:
    """The page that a button leads to; refused for what no button says."""
    me = await finding.administrator(desk, caller)
    return await _page(desk, caller, me, await _aimed(desk, me, target))


async def months(desk: Desk, caller: Caller, target: str) -> Notice:
    """The months of which there are lines, as buttons that lead there; refused for what no button says."""
    me = await finding.administrator(desk, caller)
    ask = await _aimed(desk, me, target)
    now = today(desk.clock())
    begun = await desk.look(journal.oldest)
    first = today(begun) if begun is not None else date.min
    back = (date(now.year - (now.month <= ago), (now.month - ago - 1) % 12 + 1, 1) for ago in range(_MONTHS))
    found = [f"{one:%Y-%m}" for one in back if (one.year, one.month) >= (first.year, first.month)]
    made = [Button("journal_month", f"{ask.about}:@{one}", me.id, words=one) for one in found]
    return Notice("journal_dates", {}, grid(made, _ACROSS), me.tongue)


async def _aimed(desk: Desk, me: Person, target: str) -> Ask:
    match = _TARGET.fullmatch(target)
    if match is None or (match[1] == "r" and not re.fullmatch("[0-9]{1,9}", match[2])):
        raise Refusal("old-button")
    kind, key, way, position, year, month = match.groups()
    at, until = int(position or 0), None
    if year is not None:
        if not _EARLIEST < int(year) < date.max.year:
            raise Refusal("old-button")
        end = date(int(year) + (month == "12"), int(month) % 12 + 1, 1)
        until = _midnight(end) if end <= today(desk.clock()) else None
    account = await finding.one(desk, me, key) if kind == "a" else None
    request = int(key) if kind == "r" else None
    return Ask(f"{kind}{key}", request, account, at if way == "<" else 0, at if way == ">" else 0, until)


def _day(desk: Desk, me: Person, words: str) -> date | None:
    """The day that was typed, None for other words; refused where it does not exist."""
    found = dates.day_before(words, today(desk.clock())) if any(sign.isdigit() for sign in words) else None
    if found is None and _DAY.fullmatch(words):
        refusal = Refusal("journal-bad-date", typed=words)
        refusal.language = me.tongue
        raise refusal
    return found if found is not None and _EARLIEST < found.year < date.max.year else None


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, ZONE)


async def _of(desk: Desk, caller: Caller, me: Person, account: Account) -> Notice:
    pointer = await desk.put(pointers.give, me.id, [account.id])
    return await _page(desk, caller, me, Ask(f"a{pointer[account.id]}", account=account))


async def _page(desk: Desk, caller: Caller, me: Person, ask: Ask) -> Notice:
    near = tuple(role.structure for role in reading.near(me))
    schools = await desk.directory.schools(near) if near else []
    scope = reading.scope(me, schools)
    read = await desk.see(caller, sight.page, me, ask, scope)
    ids = sorted({line.account for line in read.lines if line.account})
    known = {one.id: one for one in await desk.directory.accounts(ids)} if ids else {}
    shown = [line for line in read.lines if line.account not in known or _shows(me, known[line.account], line, scope)]
    several = len(scope) > 1 or bool(reading.far(me))
    places = await _places(desk, schools, {line.school for line in shown}) if several else {}
    last = ask.until - timedelta(days=1) if ask.until else None
    facts = {
        "traced": [_line(line, read.people, known, places) for line in shown],
        "about": "request" if ask.request else "account" if ask.account else "all",
        "number": ask.request or 0,
        "name": ask.account.name if ask.account else "",
        "further": bool(ask.before),
        "until": last.date().isoformat() if last else "",
        "now": desk.clock().isoformat(),
    }
    return Notice("journal", facts, _rows(me, ask, read), me.tongue)


def _rows(me: Person, ask: Ask, read: Page) -> tuple[tuple[Button, ...], ...]:
    """The buttons to the pages beside this one, and to another date."""
    row = [Button("journal", f"{ask.about}:>{read.newer}", me.id)] if read.newer else []
    row += [Button("journal_next", f"{ask.about}:<{read.older}", me.id)] if read.older else []
    if not row and ask.until is None:
        return ()
    other = (Button("journal_dates", f"{ask.about}:", me.id),)
    return (tuple(row), other) if row else (other,)


async def _places(desk: Desk, schools: Sequence[Structure], wanted: set[str]) -> Mapping[str, str]:
    """The names of these structures, by identifier; without those that the ENT does not know."""
    known = {place.id: place.name for school in schools for place in (*school.above, school)}
    for one in wanted - known.keys() - {""}:
        place = await desk.directory.structure(one)
        if place is not None:
            known[one] = place.name
    return known


def _shows(me: Person, account: Account, line: Written, scope: Collection[str]) -> bool:
    """Whether the person may read a line about that account: their own, one they administer, or one that was theirs.

    What was done in a school stays in its journal, whatever became of the account since.
    """
    if account.id == me.account or administration.sees(me, account):
        return True
    return line.school in scope and reading.was_there(line.act, line.facts)


def _line(
    line: Written, met: Mapping[int, Person], known: Mapping[str, Account], places: Mapping[str, str]
) -> dict[str, Any]:
    """What is shown of a line; of one that cannot be read, its position alone."""
    if line.unreadable:
        return {"unreadable": True, "position": str(line.position)}
    who = met.get(line.person) if line.person is not None else None
    account = known.get(line.account)
    own = who is not None and bool(line.account) and line.account == who.account
    return {
        "unreadable": False,
        "at": line.at.isoformat(),
        "act": line.act,
        "state": str(line.facts.get("state", "")),
        "says": str(line.facts.get("says", "")),
        "actor": "" if who is None or who.erased else who.name,
        "function": "" if who is None or who.erased else administration.function_at(who, *who.places),
        "nobody": line.person is None,
        "number": line.request or 0,
        "whom": account.name if account and not own else "",
        "gone": bool(line.account) and account is None and not own,
        "report": reading.report_of(line.facts) if reading.about_report(line.act) else 0,
        "place": places.get(line.school, ""),
    }
