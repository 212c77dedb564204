"""Sight: a page of the lines of the audit that an agent may read, newest first.

Nothing is read of a request, a report or an account that the agent may not see.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.storage import journal, people, reports, requests
from bot.storage.audit.lines import Written
from bot.storage.journal import Wanted
from bot.terms import Account, Person, Refusal
from bot.workflows import hats, looks
from bot.workflows.desk import Turn
from bot.workflows.requests import scenes
from bot.workflows.rules.audit import reading
from bot.workflows.rules.reports import moderation

_CANDIDATES = 5  # times the lines of a page, read at once: some of them may not be shown
_READS = 10  # so often, until a page is full


@dataclass(frozen=True, slots=True)
class Ask:
    """What a page is asked for."""

    about: str = "n"  #: of a button: `r` and a request, `a` and a pointer to an account, `n` for all
    request: int | None = None
    account: Account | None = None
    before: int = 0  #: only lines at lower positions, unless it is 0
    after: int = 0  #: only lines at higher positions, unless it is 0
    until: datetime | None = None  #: only lines of before that moment


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page, who did what they tell, and from where the pages beside it go on; 0 for none."""

    lines: Sequence[Written]
    people: Mapping[int, Person]
    newer: int
    older: int


def page(turn: Turn, me: Person, ask: Ask, scope: Collection[str]) -> Page:
    """The page; `scope` are the structures whose lines the person may read. Traces the look.

    Refused where they may not see the request that it is about.
    """
    work = turn.work
    if ask.request is not None:
        _may_ask(turn, me, ask.request)
    reader = _Reader(turn, me, scope, {one.account for one in (me, *hats.own(turn))})
    mine = Wanted() if ask.request is not None else Wanted(scope, reading.far(me))
    wanted = Wanted(mine.schools, mine.desks, ask.request, ask.account.id if ask.account else "")
    before = ask.before or (journal.before_moment(work, ask.until) if ask.until else 0)
    lines, newer, older = _newer(reader, wanted, ask.after) if ask.after else _older(reader, wanted, before)
    asked = [ask.request, ask.before, ask.after, str(ask.until)]
    shown = {line.school: () for line in lines if line.school}
    account = ask.account.id if ask.account else ""
    seen = looks.View(asked, shown, me.roles[0].structure, account, ask.request)
    looks.at_list(work, turn.policy, me, "journal", seen)
    return Page(lines, people.named(work, {line.person for line in lines if line.person is not None}), newer, older)


def _may_ask(turn: Turn, me: Person, number: int) -> None:
    """Refused as any request that the person may not see, with words that lead back to the journal."""
    try:
        scenes.found(turn.work, me, number)
    except Refusal as refusal:
        if refusal.reason != "unknown-request":
            raise
        raise Refusal("journal-unknown-request", number=number) from refusal


class _Reader:
    """Reads lines for one person; looks each request up once."""

    def __init__(self, turn: Turn, me: Person, scope: Collection[str], own: Collection[str]) -> None:
        self.work, self.size = turn.work, turn.policy.page
        self._me, self._scope, self._own = me, scope, own
        self._requests: dict[int, bool] = {}

    def visible(self, lines: Sequence[Written]) -> list[Written]:
        """Those of the lines that the person may read."""
        return [line for line in lines if self._may(line)]

    def _may(self, line: Written) -> bool:
        """Whether the line is about a structure or a request of theirs, and about nothing that they may not see."""
        near = line.school in self._scope
        if reading.about_report(line.act):
            return near and self._may_see_report(line)
        if line.request is None:
            return near
        return (near or bool(reading.far(self._me))) and self._reads(line.request)

    def _reads(self, number: int) -> bool:
        if number not in self._requests:
            self._requests[number] = self._finds(number)
        return self._requests[number]

    def _finds(self, number: int) -> bool:
        if requests.load(self.work, number) is None:
            return False
        try:
            return scenes.found(self.work, self._me, number)[1].reads
        except Refusal:
            return False

    def _may_see_report(self, line: Written) -> bool:
        """Whether they may see that report, or the list of them: never one about something that they published."""
        number = reading.report_of(line.facts)
        reported = reports.load(self.work, number) if number else None
        if line.account in self._own or (number and reported is None) or (line.account and not number):
            return False
        try:
            moderation.check(self._me, line.school, reported.circonscription if reported else line.school)
        except Refusal:
            return False
        return True


def _older(reader: _Reader, wanted: Wanted, before: int) -> tuple[list[Written], int, int]:
    """A page of lines before that position, the newest where it is 0; and where the newer and the older one begin."""
    lines, most, cursor, more = list[Written](), reader.size * _CANDIDATES, before, True
    for _ in range(_READS):
        found = journal.page(reader.work, wanted, before=cursor, limit=most)
        lines += reader.visible(found)
        cursor, more = found[-1].position if found else cursor, len(found) == most
        if len(lines) > reader.size or not more:
            break
    shown = lines[: reader.size]
    older = shown[-1].position if len(lines) > len(shown) else cursor if more else 0
    first = shown[0].position if shown else before - 1
    newer = first if before and journal.page(reader.work, wanted, after=first, limit=1) else 0
    return shown, newer, older


def _newer(reader: _Reader, wanted: Wanted, after: int) -> tuple[list[Written], int, int]:
    """As `_older`, of the lines after that position, which come next to it."""
    lines, most, cursor, more = list[Written](), reader.size * _CANDIDATES, after, True
    for _ in range(_READS):
        found = journal.page(reader.work, wanted, after=cursor, limit=most)
        lines = reader.visible(found) + lines
        cursor, more = found[0].position if found else cursor, len(found) == most
        if len(lines) > reader.size or not more:
            break
    shown = lines[-reader.size :]
    newer = shown[0].position if len(lines) > len(shown) else cursor if more else 0
    return shown, newer, shown[-1].position if shown else after + 1
