"""Merging two accounts of the embedded ENT: what the one that disappears had goes to the one that is kept.

The feed finds the kept account from then on: the rows of what the files said, the INE and, where the kept account is
fed as the other one was, its names. So the next files that say the same change nothing.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, or_, select, update

from bot.ent.duplicates import changes_source, hindrance, kept_first
from bot.ent.embedded.accounts import by_id
from bot.ent.embedded.enrolment import index, remove
from bot.ent.embedded.tables import ENT
from bot.ent.reasons import Reason
from bot.terms import Account, Declined

_ACCOUNTS = ENT.tables["ent_accounts"]
_DUPLICATES = ENT.tables["ent_duplicates"]
_DISSOCIATED = ENT.tables["ent_dissociated"]
_ROWS = select(_ACCOUNTS).where(_ACCOUNTS.c.id.in_(bindparam("ids", expanding=True))).order_by(_ACCOUNTS.c.id)
#: the columns that name an account and follow a merge; what `remove` deletes beside them is made anew, or is void
MOVED = (
    *(("attachments", "account"), ("functions", "account"), ("memberships", "account")),
    *(("town_functions", "account"), ("teachings", "account"), ("removals", "account")),
    ("announcement_readings", "account"),
    *(("families", "relative"), ("families", "student"), ("awaited", "relative"), ("fed", "account")),
    *(("messages", "account"), ("publications", "author"), ("reports", "reporter")),
    *(("dissociated", "account"), ("dissociated", "other"), ("duplicates", "account"), ("duplicates", "other")),
)
#: the columns that do not: the search index is written anew; a code and the note of a deletion are nobody's any more
LEFT = (("search", "account"), ("beginnings", "account"), ("codes", "account"), ("deleted", "account"))
_NAMED = ("first_name", "last_name", "sort_name", "birth_date")


def merge(connection: Connection, gone_id: str, kept_id: str) -> None:
    """Merges the first account into the second; see `Duplicates.merge`."""
    gone, kept = locked(connection, gone_id, kept_id)
    if kept_id not in gone.duplicates:
        raise Declined(Reason.APART)
    if (reason := hindrance(gone, kept)) is not None:
        raise Declined(reason)
    if kept_first(gone, kept)[0].id != kept_id:
        raise Declined(Reason.OTHER_KEPT)
    fed_anew = changes_source(kept, gone)
    _take_data(connection, gone_id, kept_id, fed_anew)
    _end_pair(connection, gone_id, kept_id)
    for table, column in MOVED:
        _move(connection, table, column, gone_id, kept_id, instead=fed_anew and table == "fed")
    _end_pairs_told_apart(connection, kept_id)
    remove(connection, gone_id)
    index(connection, sorted({kept_id, *gone.duplicates, *kept.duplicates, *gone.children} - {gone_id}))


def locked(connection: Connection, one: str, other: str) -> tuple[Account, Account]:
    """Both accounts, their rows locked until the commit. Declined: `GONE`, where there is not one of each."""
    connection.execute(_ROWS.with_for_update(), {"ids": [one, other]}).all()
    found = by_id(connection, [one, other])
    if len(found) != 2:
        raise Declined(Reason.GONE)
    return found[0], found[1]


def _take_data(connection: Connection, gone_id: str, kept_id: str, fed_anew: bool) -> None:
    """Gives the kept account what it lacks of the other's data; all that the feed brings, where it is fed as that."""
    rows = {row.id: row for row in connection.execute(_ROWS, {"ids": [gone_id, kept_id]})}
    gone, kept = rows[gone_id], rows[kept_id]
    values: dict[str, Any] = {"email": kept.email or gone.email}
    values |= {"ine": kept.ine or gone.ine, "birth_date": kept.birth_date or gone.birth_date}
    if fed_anew:
        values |= {name: getattr(gone, name) for name in _NAMED}
        values |= {"source": gone.source, "missing_since": None}
        values |= {"ine": gone.ine or kept.ine, "email": gone.email or kept.email}
    connection.execute(update(_ACCOUNTS).where(_ACCOUNTS.c.id == gone_id).values(ine=None))  # no two have one INE
    connection.execute(update(_ACCOUNTS).where(_ACCOUNTS.c.id == kept_id).values(**values))


def _end_pair(connection: Connection, one: str, other: str) -> None:
    for table in (_DUPLICATES, _DISSOCIATED):
        both = (table.c.account.in_([one, other]), table.c.other.in_([one, other]))
        connection.execute(delete(table).where(*both))


def _end_pairs_told_apart(connection: Connection, kept: str) -> None:
    """Ends the pairs of the kept account with accounts that were told apart from one of the two."""
    apart = select(_DISSOCIATED.c.other).where(_DISSOCIATED.c.account == kept)
    mine = (_DUPLICATES.c.account == kept) & _DUPLICATES.c.other.in_(apart)
    theirs = (_DUPLICATES.c.other == kept) & _DUPLICATES.c.account.in_(apart)
    connection.execute(delete(_DUPLICATES).where(or_(mine, theirs)))


def _move(connection: Connection, name: str, column: str, gone: str, kept: str, instead: bool) -> None:
    """Has the rows of the one account name the other one; `instead` of those that it has already, or beside them."""
    table = ENT.tables[f"ent_{name}"]
    key = [one.name for one in table.primary_key.columns if one.name != column]
    if column not in table.primary_key.columns:
        connection.execute(update(table).where(table.c[column] == gone).values({column: kept}))
        return
    there = {_of(row, key): row for row in connection.execute(select(table).where(table.c[column] == kept))}
    for row in connection.execute(select(table).where(table.c[column] == gone)).all():
        beside = [table.c[part] == value for part, value in zip(key, _of(row, key), strict=True)]
        had = there.get(_of(row, key))
        if had is not None and not instead:
            if "fed" in table.c and row.fed:
                connection.execute(update(table).where(table.c[column] == kept, *beside).values(fed=True))
            continue
        if had is not None:
            connection.execute(delete(table).where(table.c[column] == kept, *beside))
        connection.execute(update(table).where(table.c[column] == gone, *beside).values({column: kept}))


def _of(row: Row[Any], key: list[str]) -> tuple[Any, ...]:
    return tuple(getattr(row, part) for part in key)
