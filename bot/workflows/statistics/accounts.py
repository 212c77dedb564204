"""The accounts of a list, as a table: what `/comptes` shows of each, and no code."""

from __future__ import annotations

from bot.storage import lists
from bot.terms import Account, Kind, Person
from bot.terms.tables import Cell, Column, Content, Table
from bot.workflows import looks, narrowing
from bot.workflows.desk import Desk
from bot.workflows.rules import calendar
from bot.workflows.rules.accounts import administration
from bot.workflows.rules.lists import filters
from bot.workflows.statistics import reading

_PAGE = 500  #: accounts asked for in one go
COLUMNS = (
    Column("last-name", width=24),
    Column("first-name", width=24),
    Column("login", width=26),
    Column("profile", width=14, codes="profile"),
    Column("school", width=30),
    Column("circonscription", width=30),
    Column("classes", width=20),
    Column("groups", width=24),
    Column("state", width=18, codes="export-state"),
    Column("source", width=12),
    Column("administers", width=14, codes="export-yes"),
    Column("created", Content.DAY, 12),
    Column("last-login", Content.DAY, 14),
)


async def table(desk: Desk, me: Person, number: int, printing: int) -> Table:
    """The accounts that the search of that number finds now; empty where it was deleted. Each page is traced."""
    today = calendar.today(desk.clock())
    search = await desk.look(lists.load, number)
    rows, after = list[tuple[Cell, ...]](), ""
    if search is None or search.person != me.id:
        return Table("accounts", "accounts", today, COLUMNS, rows)
    wanted = filters.unpacked(search.query)
    within, query = await narrowing.scope(desk, me, wanted), narrowing.query(desk, wanted)
    while True:
        found = await desk.directory.search(query, within, _PAGE, after)
        mine = [one for one in found.accounts if administration.sees(me, one)]
        await desk.look(looks.at_accounts, desk.policy, me, ["export", printing, after], mine, within[0])
        rows += [_row(one) for one in mine]
        after = found.after
        if not after or len(rows) > reading.MOST_ROWS:
            return Table("accounts", "accounts", today, COLUMNS, rows)


def _row(one: Account) -> tuple[Cell, ...]:
    schools = [place for place in one.places if place.kind is Kind.SCHOOL] or list(one.places)
    above = {up.name for place in schools if (up := place.ancestor(Kind.CIRCONSCRIPTION)) is not None}
    return (
        one.last_name,
        one.first_name,
        one.login,
        one.profile.value,
        ", ".join(sorted(place.name for place in schools)),
        ", ".join(sorted(above)),
        ", ".join(sorted(room.name for room in one.classes)),
        ", ".join(sorted(one.groups)),
        one.barred or ("active" if one.activated else "inactive"),
        one.source,
        "yes" if one.roles else "no",
        one.created_at.date() if one.created_at else None,
        one.last_login.date() if one.last_login else None,
    )
