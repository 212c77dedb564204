"""The journal: the lines of the audit that an agent may read, page by page, newest first.

Nothing is shown of a request, a report or an account that the agent may not see.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.storage import journal, people, pointers, reports, requests
from bot.storage.audit.lines import Written
from bot.storage.journal import Wanted
from bot.storage.work import Work
from bot.terms import Account, Button, Notice, Person, Refusal, Structure
from bot.workflows import hats, looks
from bot.workflows.accounts import finding
from bot.workflows.desk import Caller, Desk, Turn
from bot.workflows.requests import scenes
from bot.workflows.rules.accounts import administration
from bot.workflows.rules.audit import reading
from bot.workflows.rules.reports import moderation

_NUMBER = re.compile(r"(?:n\s*[°ºo]\s*)?([0-9]{1,9})", re.IGNORECASE)
_TARGET = re.compile(r"([nar])([^:]*):([<>]?)([0-9]{0,15})")  #: of a button: what about, which way, from where
_CANDIDATES = 5  # times the lines of a page, read at once: some of them may not be shown


@dataclass(frozen=True, slots=True)
class _Ask:
    """What a page is asked for."""

    about: str = ""  #: of a button: `r` and a request, `a` and a pointer to an account, `n` for all
    request: int | None = None
    account: Account | None = None
    before: int = 0
    after: int = 0


async def start(desk: Desk, caller: Caller, typed: str) -> Notice:
    """`/journal`, `/journal n°12`, `/journal ACCOUNT`: the newest lines; where several accounts fit, offers these.

    Refused to whoever administers nothing, and where they may not see that request.
    """
    me = await finding.administrator(desk, caller)
    if not typed.strip():
        return await _page(desk, caller, me, _Ask("n"))
    if match := _NUMBER.fullmatch(typed.strip()):
        return await _page(desk, caller, me, _Ask(f"r{match[1]}", int(match[1])))
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
    match = _TARGET.fullmatch(target)
    if match is None or (match[1] == "r" and not match[2].isdecimal()):
        raise Refusal("old-button")
    kind, key, way, position = match.groups()
    me = await finding.administrator(desk, caller)
    at = int(position or 0)
    account = await finding.one(desk, me, key) if kind == "a" else None
    request = int(key) if kind == "r" else None
    ask = _Ask(f"{kind}{key}", request, account, at if way == "<" else 0, at if way == ">" else 0)
    return await _page(desk, caller, me, ask)


async def _of(desk: Desk, caller: Caller, me: Person, account: Account) -> Notice:
    pointer = await desk.put(pointers.give, me.id, [account.id])
    return await _page(desk, caller, me, _Ask(f"a{pointer[account.id]}", account=account))


async def _page(desk: Desk, caller: Caller, me: Person, ask: _Ask) -> Notice:
    schools = [] if reading.everywhere(me) else await desk.directory.schools(administration.scopes(me))
    read = await desk.see(caller, _read, me, ask, schools)
    ids = sorted({line.account for line in read.lines if line.account})
    known = {one.id: one for one in await desk.directory.accounts(ids)} if ids else {}
    shown = [line for line in read.lines if line.account not in known or _shows(me, known[line.account])]
    facts = {
        "traced": [_line(line, read.people, known) for line in shown],
        "about": "request" if ask.request else "account" if ask.account else "all",
        "number": ask.request or 0,
        "name": ask.account.name if ask.account else "",
        "further": bool(ask.before),
        "now": desk.clock().isoformat(),
    }
    newer, older = read.edges
    row = [Button("journal", f"{ask.about}:>{newer}", me.id)] if newer else []
    row += [Button("journal_next", f"{ask.about}:<{older}", me.id)] if older else []
    return Notice("journal", facts, (tuple(row),) if row else (), me.tongue)


@dataclass(frozen=True, slots=True)
class _Page:
    """The lines of a page, who did what they tell, and from where the pages beside it go on; 0 for none."""

    lines: Sequence[Written]
    people: Mapping[int, Person]
    edges: tuple[int, int]


def _read(turn: Turn, me: Person, ask: _Ask, schools: Sequence[Structure]) -> _Page:
    work, size = turn.work, turn.policy.page
    scope = reading.scope(me, schools)
    if ask.request is not None:
        scenes.found(work, me, ask.request)
    wanted = Wanted(None if ask.request is not None else scope, ask.request, ask.account.id if ask.account else "")
    found = journal.page(work, wanted, ask.before, ask.after, size * _CANDIDATES + 1)
    own = {one.account for one in (me, *hats.own(turn))}
    visible = [line for line in found if _may_read(work, me, line, scope, own)]
    lines = visible[-size:] if ask.after else visible[:size]
    about = ask.account.id if ask.account else ""
    looks.at(work, turn.policy, me, "journal", about, administration.scopes(me)[0], ask.request)
    met = people.named(work, {line.person for line in lines if line.person is not None})
    return _Page(lines, met, _edges(work, wanted, ask, found, lines, size))


def _edges(
    work: Work, wanted: Wanted, ask: _Ask, found: Sequence[Written], lines: Sequence[Written], size: int
) -> tuple[int, int]:
    """The positions after and before which the newer and the older page begin; 0 where there is none."""
    if not found:
        return 0, 0
    full = len(found) > size * _CANDIDATES
    last = lines[-1].position if len(lines) == size else found[-1].position
    first = lines[0].position if lines and (ask.after and len(lines) == size) else found[0].position
    newer = first if (ask.before or ask.after) and journal.page(work, wanted, after=first, limit=1) else 0
    older = last if full or ask.after or last > found[-1].position else 0
    return newer, older


def _may_read(work: Work, me: Person, line: Written, scope: Collection[str] | None, own: Collection[str]) -> bool:
    """Whether the line is about a structure of theirs, and about nothing that they may not see."""
    if scope is not None and line.school not in scope:
        return False
    if reading.about_report(line.act):
        return _may_read_report(work, me, line, own)
    if line.request is None:
        return True
    if requests.load(work, line.request) is None:
        return False
    try:
        return scenes.found(work, me, line.request)[1].reads
    except Refusal:
        return False


def _may_read_report(work: Work, me: Person, line: Written, own: Collection[str]) -> bool:
    """Whether they may see that report, or the list of them: never one about something that they published."""
    number = reading.report_of(line.facts)
    reported = reports.load(work, number) if number else None
    if line.account in own or (number and reported is None) or (line.account and not number):
        return False
    try:
        moderation.check(me, line.school, reported.circonscription if reported else line.school)
    except Refusal:
        return False
    return True


def _shows(me: Person, account: Account) -> bool:
    """Whether the person may see that account: their own, or one they administer."""
    return account.id == me.account or administration.sees(me, account)


def _line(line: Written, met: Mapping[int, Person], known: Mapping[str, Account]) -> dict[str, Any]:
    """What is shown of a line."""
    who = met.get(line.person) if line.person is not None else None
    account = known.get(line.account)
    return {
        "at": line.at.isoformat(),
        "act": line.act,
        "state": str(line.facts.get("state", "")),
        "says": str(line.facts.get("says", "")),
        "actor": "" if who is None or who.erased else who.name,
        "function": "" if who is None or who.erased else administration.function_at(who, *who.places),
        "nobody": line.person is None,
        "number": line.request or 0,
        "whom": account.name if account else "",
        "gone": bool(line.account) and account is None,
        "report": reading.report_of(line.facts) if reading.about_report(line.act) else 0,
    }
