"""Writes structures and accounts into the embedded ENT, and keeps its search index up to date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import BindParameter, Connection, Row, bindparam, select
from sqlalchemy.dialects import postgresql, sqlite

from bot.ent.creation import MANUAL
from bot.ent.embedded.cards import complete
from bot.ent.embedded.matching import document
from bot.ent.embedded.tables import ENT
from bot.ent.embedded.tables.structures import StructureRow
from bot.ent.embedded.traits import account_terms, beginnings, sort_name
from bot.folding import login_key
from bot.terms import Account, Profile

_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_CHUNK = 2000  # accounts indexed in one statement
_ACCOUNTS = ENT.tables["ent_accounts"]
_BEGINNINGS = ENT.tables["ent_beginnings"]
_SEARCH = ENT.tables["ent_search"]
_FAMILIES = ENT.tables["ent_families"]
_PUBLICATIONS = ENT.tables["ent_publications"]
_OF_ACCOUNTS = (
    *("search", "beginnings", "functions", "town_functions", "attachments", "removals", "memberships", "teachings"),
    *("codes", "messages", "fed"),
)
_REFERRING = {  # other tables, with their columns that name accounts
    "families": ("relative", "student"),
    "duplicates": ("account", "other"),
    "dissociated": ("account", "other"),
    "awaited": ("relative",),
    "reports": ("reporter",),
    "publications": ("author",),
}
_RELATIVES = select(_FAMILIES.c.relative).where(_FAMILIES.c.student.in_(_IDS))
_ROWS = select(_ACCOUNTS).where(_ACCOUNTS.c.id.in_(_IDS))
_UNKNOWN = (
    select(_ACCOUNTS.c.id)
    .outerjoin(_SEARCH, _SEARCH.c.account == _ACCOUNTS.c.id)
    .where(_SEARCH.c.id.is_(None))
    .order_by(_ACCOUNTS.c.sort_name)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Enrolment:
    """An account to create, with its structures, functions, family, duplicates and groups."""

    id: str
    login: str
    first_name: str
    last_name: str
    profile: Profile
    places: tuple[str, ...] = ()  #: structures it is attached to: classes for pupils, schools for teachers
    functions: tuple[tuple[str, str], ...] = ()  #: pairs of a function and the structure where it is held
    children: tuple[str, ...] = ()  #: account ids, for a relative
    duplicates: tuple[str, ...] = ()  #: account ids that may be the same person's
    groups: tuple[str, ...] = ()  #: identifiers of manual groups
    email: str = ""
    birth_date: date | None = None
    ine: str | None = None  #: a pupil's national identifier
    source: str = "AAF1D"
    activated: bool = True
    blocked: bool = False
    federated: bool = False
    password: str | None = None  #: its hash
    created_at: datetime | None = None
    last_login: datetime | None = None
    missing_since: datetime | None = None
    deleted_at: datetime | None = None


def enrol(
    connection: Connection,
    structures: Iterable[StructureRow],
    people: Sequence[Enrolment],
    groups: Sequence[dict[str, str]] = (),
) -> None:
    """Writes new structures (parents first), new manual groups and new accounts, and indexes the accounts.

    Raises SQLAlchemy's IntegrityError if one exists already, or refers to a row that does not exist.
    """
    write(connection, structures, people, groups)
    index(connection, [person.id for person in people])


def write(
    connection: Connection,
    structures: Iterable[StructureRow],
    people: Sequence[Enrolment],
    groups: Sequence[dict[str, str]] = (),
) -> None:
    """Writes what `enrol` writes, but indexes nothing: searches find the accounts only after `make_known`."""
    _insert(connection, "structures", [row.model_dump(exclude={"name_key"}) for row in structures])
    _insert(connection, "groups", list(groups))
    _insert(connection, "accounts", [_account(person) for person in people])
    ties = [{"account": p.id, "structure": place, "fed": _fed(p)} for p in people for place in _places(p)]
    _insert(connection, "attachments", ties)
    functions = [{"account": p.id, "function": f, "structure": s} for p in people for f, s in p.functions]
    _insert(connection, "functions", functions)
    families = [{"relative": p.id, "student": child, "fed": _fed(p)} for p in people for child in p.children]
    _insert(connection, "families", families)
    _insert(connection, "duplicates", [pair for p in people for other in p.duplicates for pair in _pair(p.id, other)])
    _insert(connection, "memberships", [{"account": p.id, "group": group} for p in people for group in p.groups])


def index(connection: Connection, ids: Sequence[str]) -> None:
    """Updates the search index for those accounts and their relatives, after any change to the accounts."""
    for start in range(0, len(ids), _CHUNK):
        chunk = list(ids[start : start + _CHUNK])
        everybody = sorted({*chunk, *connection.execute(_RELATIVES, {"ids": chunk}).scalars()})
        make_known(connection, everybody)


def unknown(connection: Connection) -> list[str]:
    """The accounts that are not indexed yet, by name: indexed in that order, a list by name is read faster."""
    return list(connection.execute(_UNKNOWN).scalars())


def make_known(connection: Connection, ids: Sequence[str]) -> None:
    """Writes the search index of those accounts anew, from their present state."""
    by_id = {row.id: row for row in connection.execute(_ROWS, {"ids": list(ids)})}
    accounts = complete(connection, [by_id[key] for key in ids if key in by_id])
    dialect = connection.dialect.name
    rows = [
        {
            "account": account.id,
            "profile": account.profile.value,
            "sort_name": by_id[account.id].sort_name,
            "terms": document(account_terms(account), dialect),
        }
        for account in accounts
    ]
    begun = [row for account in accounts for row in _beginnings(account, by_id)]
    insert = postgresql.insert if dialect == "postgresql" else sqlite.insert  # two may index one parent at a time
    found = insert(_SEARCH)
    kept = {name: found.excluded[name] for name in ("profile", "sort_name", "terms")}
    _delete(connection, "beginnings", ids)
    if rows:
        connection.execute(found.on_conflict_do_update(index_elements=["account"], set_=kept), rows)
    if begun:
        connection.execute(insert(_BEGINNINGS).on_conflict_do_nothing(), begun)


def catch_up(connection: Connection) -> None:
    """Indexes every account that is not indexed yet, such as those of a version before the index."""
    ids = unknown(connection)
    for start in range(0, len(ids), _CHUNK):
        make_known(connection, ids[start : start + _CHUNK])


def remove(connection: Connection, account_id: str) -> None:
    """Deletes an account and all that is kept about it; does nothing if there is no such account."""
    written = select(_PUBLICATIONS.c.id).where(_PUBLICATIONS.c.author == account_id)
    for name in ("reports", "verdicts"):
        table = ENT.tables[f"ent_{name}"]
        connection.execute(table.delete().where(table.c.publication.in_(written)))
    for name in _OF_ACCOUNTS:
        _delete(connection, name, [account_id])
    for name, columns in _REFERRING.items():
        table = ENT.tables[f"ent_{name}"]
        for column in columns:
            connection.execute(table.delete().where(table.c[column] == account_id))
    connection.execute(_ACCOUNTS.delete().where(_ACCOUNTS.c.id == account_id))


def _beginnings(account: Account, rows: Mapping[str, Row[Any]]) -> Iterator[dict[str, str]]:
    for letters in beginnings(account):
        yield {"letters": letters, "sort_name": rows[account.id].sort_name, "account": account.id}


def _delete(connection: Connection, table: str, accounts: Sequence[str]) -> None:
    rows = ENT.tables[f"ent_{table}"]
    connection.execute(rows.delete().where(rows.c.account.in_(_IDS)), {"ids": list(accounts)})


def _insert(connection: Connection, table: str, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(ENT.tables[f"ent_{table}"].insert(), rows)


def _account(person: Enrolment) -> dict[str, Any]:
    return {
        "id": person.id,
        "login": login_key(person.login),
        "first_name": person.first_name,
        "last_name": person.last_name,
        "sort_name": sort_name(person.first_name, person.last_name),
        "profile": person.profile.value,
        "source": person.source,
        "email": person.email,
        "birth_date": person.birth_date,
        "ine": person.ine,
        "activated": person.activated,
        "blocked": person.blocked,
        "federated": person.federated,
        "password": person.password,
        "created_at": person.created_at,
        "last_login": person.last_login,
        "missing_since": person.missing_since,
        "deleted_at": person.deleted_at,
    }


def _places(person: Enrolment) -> dict[str, None]:
    """The person's structures, each once: a function held in a structure attaches them to it too."""
    return dict.fromkeys((*person.places, *(structure for _, structure in person.functions)))


def _fed(person: Enrolment) -> bool:
    """Whether the feed brings the person, and so their ties too."""
    return person.source != MANUAL


def _pair(one: str, other: str) -> tuple[dict[str, str], dict[str, str]]:
    return {"account": one, "other": other}, {"account": other, "other": one}
