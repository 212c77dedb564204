"""The requests that somebody may see, as a table: what became of each, and how it began."""

from __future__ import annotations

from collections.abc import Sequence

from bot.cutting import shorten
from bot.storage import requests, statistics
from bot.storage.statistics import Listed
from bot.storage.work import Work
from bot.terms import Kind, Person, Request
from bot.terms.tables import Cell, Column, Content, Table
from bot.workflows import looks
from bot.workflows.desk import Desk
from bot.workflows.rules import calendar
from bot.workflows.rules.accounts import administration
from bot.workflows.rules.requests.access import standing
from bot.workflows.rules.requests.routing import DANGER
from bot.workflows.rules.statistics import periods
from bot.workflows.statistics import reading

_AT_ONCE = 200  #: requests read in one transaction
_LENGTH = 500  #: characters of a request's words
COLUMNS = (
    Column("number", Content.NUMBER, 8),
    Column("created", Content.MOMENT, 18),
    Column("school", width=30),
    Column("circonscription", width=30),
    Column("category", width=26, codes="category"),
    Column("status", width=22, codes="status"),
    Column("level", width=26, codes="level"),
    Column("requester", width=26),
    Column("profile", width=14, codes="profile"),
    Column("holder", width=26),
    Column("due", Content.MOMENT, 18),
    Column("answered", Content.MOMENT, 18),
    Column("solved", Content.MOMENT, 18),
    Column("closed", Content.MOMENT, 18),
    Column("reopened", width=10, codes="export-yes"),
    Column("words", width=60),
)


async def table(desk: Desk, me: Person, packed: str, printing: int) -> Table:
    """The requests of that period that the person may see; each page of them leaves its line in the audit first."""
    today = calendar.today(desk.clock())
    scope = reading.scope(me, periods.unpacked(packed, today))
    rows, after = list[tuple[Cell, ...]](), 0
    while len(rows) <= reading.MOST_ROWS:
        numbers = await desk.look(statistics.numbers, scope, after, _AT_ONCE)
        if not numbers:
            break
        rows += await desk.look(_page, desk, me, numbers, printing)
        after = numbers[-1]
    return Table("requests", "requests", today, COLUMNS, rows)


def _page(work: Work, desk: Desk, me: Person, numbers: Sequence[int], printing: int) -> list[tuple[Cell, ...]]:
    found = [one for number in numbers if (one := requests.load(work, number)) is not None]
    seen = [one for one in found if standing(me, one).reads]
    shown: dict[str, list[int]] = {}
    for one in seen:
        shown.setdefault(one.place.id, []).append(one.number)
    if shown:
        view = looks.View([printing, numbers[0]], shown, administration.scopes(me)[0])
        looks.at_list(work, desk.policy, me, "spreadsheet", view)
    listed = statistics.listed(work, [one.number for one in seen])
    return [_row(one, listed[one.number]) for one in seen if one.number in listed]


def _row(request: Request, listed: Listed) -> tuple[Cell, ...]:
    """The cells of a request; of a child's call for help, no words leave the chat."""
    place, silent = request.place, request.category == DANGER or bool(request.outside)
    above = place.ancestor(Kind.CIRCONSCRIPTION)
    return (
        request.number,
        request.created_at,
        place.name,
        above.name if above is not None else "",
        request.category,
        request.status.value,
        str(int(request.level)),
        listed.requester,
        listed.profile.value,
        listed.holder,
        request.due_at,
        listed.answered_at,
        request.resolved_at,
        request.closed_at,
        "yes" if listed.reopened else "no",
        "" if silent else shorten(" ".join(listed.words.split()), _LENGTH),
    )
