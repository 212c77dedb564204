"""Writes what a feed changed of one place, in few statements however many people there are."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from sqlalchemy import Connection, Table, bindparam
from sqlalchemy.dialects import postgresql, sqlite

from bot.ent.embedded.enrolment import index
from bot.ent.embedded.feeding.known import BROUGHT, Known
from bot.ent.embedded.feeding.waiting import Waiting
from bot.ent.embedded.feeding.work import Work
from bot.ent.embedded.logins import logins
from bot.ent.embedded.tables import ENT
from bot.ent.embedded.traits import sort_name
from bot.terms import Kind

_STRUCTURES = ENT.tables["ent_structures"]
_ACCOUNTS = ENT.tables["ent_accounts"]
_ATTACHMENTS = ENT.tables["ent_attachments"]
_FAMILIES = ENT.tables["ent_families"]
_FED = ENT.tables["ent_fed"]
_HELD = ENT.tables["ent_held"]
_AWAITED = ENT.tables["ent_awaited"]
_PAIRS = ENT.tables["ent_duplicates"]
_RUNS = ENT.tables["ent_feed_runs"]
_FILES = ENT.tables["ent_feed_files"]
_REMEMBERED = timedelta(days=400)  #: how long it is known that a file came
_COLUMNS = ("first_name", "last_name", "email", "birth_date", "ine", "missing_since", "deleted_at")
_NAMES = ("last_name", "first_name", "used_name", "class_name", "reason")
Rows = list[dict[str, Any]]


def write(connection: Connection, work: Work, *, searched: bool = True) -> None:
    """Writes the classes, accounts, ties and waiting of the place; `searched` keeps the search index up to date."""
    people = list(work.place.people.values())
    _write_classes(connection, work)
    _write_accounts(connection, people, work)
    attached = {one.id: (one.was.attached if one.was else {}, one.attached) for one in people}
    _write_ties(connection, _ATTACHMENTS, "account", "structure", attached)
    children = {one.id: (one.was.children if one.was else {}, one.children) for one in people}
    _write_ties(connection, _FAMILIES, "relative", "student", children)
    _write_brought(connection, people)
    _write_waiting(connection, work)
    _write_files(connection, work)
    doubled = _write_doubles(connection, work)
    if searched:
        found = [one.id for one in people if one.was is None or _is_found_otherwise(one, one.was)]
        index(connection, list(dict.fromkeys((*found, *doubled))))


def _write_classes(connection: Connection, work: Work) -> None:
    made, kept = Rows(), Rows()
    for one in work.place.classes.values():
        if one.was is None:
            row = {"id": one.id, "parent": work.place.id, "kind": Kind.CLASS.value, "name": one.name}
            made.append({**row, "uai": "", "town": "", "onde_id": one.onde_id})
        elif one.was != (one.name, one.onde_id):
            kept.append({"key": one.id, "name": one.name, "onde_id": one.onde_id})
    _execute(connection, _STRUCTURES.insert(), made)
    _execute(connection, _STRUCTURES.update().where(_STRUCTURES.c.id == bindparam("key")), kept)


def _write_accounts(connection: Connection, people: list[Known], work: Work) -> None:
    made = [one for one in people if one.was is None]
    given = work.logins = logins(connection, made)
    rows = [{**_row(one), "id": one.id, "login": given[one.id], **_new(one), "created_at": work.now} for one in made]
    changed = [
        {**_row(one), "key": one.id}
        for one in people
        if one.was is not None and any(getattr(one, name) != getattr(one.was, name) for name in _COLUMNS)
    ]
    changed.sort(key=lambda row: str(row["key"]))  # whoever changes several accounts at once takes them in one order
    update = _ACCOUNTS.update().where(_ACCOUNTS.c.id == bindparam("key"))
    _execute(connection, update, changed)
    _execute(connection, _ACCOUNTS.insert(), rows)


def _row(known: Known) -> dict[str, Any]:
    return {name: getattr(known, name) for name in _COLUMNS} | {
        "sort_name": sort_name(known.first_name, known.last_name)
    }


def _new(known: Known) -> dict[str, Any]:
    return {
        "profile": known.profile.value,
        "source": known.source,
        "activated": False,
        "blocked": False,
        "federated": False,
        "password": None,
        "last_login": None,
    }


def _write_ties(
    connection: Connection,
    table: Table,
    owner: str,
    other: str,
    ties: dict[str, tuple[dict[str, bool], dict[str, bool]]],
) -> None:
    """Writes the ties that were added, and deletes those that ended."""
    ended = [{"one": key, "two": to} for key, (was, now) in ties.items() for to in was if to not in now]
    added = [
        {owner: key, other: to, "fed": now[to]} for key, (was, now) in ties.items() for to in now if to not in was
    ]
    condition = (table.c[owner] == bindparam("one"), table.c[other] == bindparam("two"))
    _execute(connection, table.delete().where(*condition), ended)
    _execute(connection, table.insert(), added)


def _write_brought(connection: Connection, people: Iterable[Known]) -> None:
    ended, said = Rows(), Rows()
    for one in people:
        was = one.was.brought if one.was is not None else {}
        ended += [{"one": one.id, "two": place} for place in was if place not in one.brought]
        for place, brought in one.brought.items():
            if was.get(place) != brought:
                row = {name: getattr(brought, name) for name in BROUGHT}
                said.append({"account": one.id, "place": place, "name_key": brought.key, **row})
    condition = (_FED.c.account == bindparam("one"), _FED.c.place == bindparam("two"))
    _execute(connection, _FED.delete().where(*condition), ended)
    _upsert(connection, _FED, ("account", "place"), ("name_key", *BROUGHT), said)


def _write_waiting(connection: Connection, work: Work) -> None:
    """Writes who is held and who is awaited anew, where that changed, and that the files arrived."""
    place = work.place.id
    moved = _AWAITED.update().where(_AWAITED.c.relative == bindparam("one"), _AWAITED.c.place == bindparam("at"))
    parted = [{"one": one, "relative": other, "at": at} for one, other, at in work.parted]
    _execute(connection, moved, parted)
    was, held = work.was_held, work.held
    _execute(
        connection,
        _HELD.delete().where(_HELD.c.place == place, _HELD.c.key == bindparam("one")),
        [{"one": key} for key in was if key not in held],
    )
    rows = [{"place": place, "since": work.now, **_named(one)} for key, one in held.items() if was.get(key) != one]
    _upsert(connection, _HELD, ("place", "key"), _NAMES, rows)
    changed = [key for key, several in work.awaited.items() if several != work.was_awaited.get(key, [])]
    gone = _AWAITED.delete().where(_AWAITED.c.place == place, _AWAITED.c.relative == bindparam("one"))
    _execute(connection, gone, [{"one": key} for key in changed if key in work.was_awaited])
    rows = [{"place": place, "relative": key, **_named(one)} for key in changed for one in work.awaited[key]]
    _execute(connection, _AWAITED.insert(), rows)
    runs = [
        {"place": place, "kind": kind.value, "at": work.now, "complete": work.options.complete}
        for kind in sorted(work.feed.kinds)
    ]
    _upsert(connection, _RUNS, ("place", "kind"), ("at", "complete"), runs)


def _write_files(connection: Connection, work: Work) -> None:
    """Writes which files came, and forgets those that came a year and more ago."""
    place = work.place.id
    old = (_FILES.c.place == place, _FILES.c.at < work.now - _REMEMBERED)
    connection.execute(_FILES.delete().where(*old))
    came = {digest: kind.value for kind, digest in work.feed.digests.values()}
    rows = [{"place": place, "digest": one, "kind": kind, "at": work.now} for one, kind in sorted(came.items())]
    _upsert(connection, _FILES, ("place", "digest"), ("kind", "at"), rows)


def _write_doubles(connection: Connection, work: Work) -> list[str]:
    """Writes the pairs of accounts that may be one person's, for a director to decide; whose accounts they are.

    This is the one place where the feed writes such pairs.
    """
    new = sorted(work.doubles.keys() - work.place.doubles)
    insert = (postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert)(_PAIRS)
    rows = [{"account": mine, "other": theirs} for pair in new for mine, theirs in (pair, pair[::-1])]
    _execute(connection, insert.on_conflict_do_nothing(), rows)
    return [one for pair in new for one in pair]


def _named(one: Waiting) -> dict[str, str]:
    return {"key": one.key, **{name: getattr(one, name) for name in _NAMES}}


def _is_found_otherwise(known: Known, was: Known) -> bool:
    """Whether searches may find the account by something else than before."""
    shown = (known.first_name, known.last_name) != (was.first_name, was.last_name)
    return shown or known.attached != was.attached or known.children != was.children


def _upsert(connection: Connection, table: Table, key: tuple[str, ...], rest: tuple[str, ...], rows: Rows) -> None:
    insert = (postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert)(table)
    kept = {name: insert.excluded[name] for name in rest}
    _execute(connection, insert.on_conflict_do_update(index_elements=list(key), set_=kept), rows)


def _execute(connection: Connection, statement: Any, rows: Rows) -> None:
    if rows:
        connection.execute(statement, rows)
