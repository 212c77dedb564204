"""Fills a database with two schools to measure in.

The first has all existing requests, with a card each, and as many agents as requesters. New requests go to the
second, whose director and deputy are notified.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, text

from bot.ent.embedded import VERSIONS
from bot.storage.engine import Records
from bot.storage.migrations import upgrade
from bot.storage.tables import DESK
from bot.terms import Kind, Level, Part, Profile, Role, Status, Structure

REQUESTERS = 16  #: each has a chat, so this many updates can be processed at once
FIRST_CHAT = 7_000_000
_NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


def _school() -> Structure:
    place: Structure | None = None
    for kind in (kind for kind in Kind if kind is not Kind.CLASS):
        above = (*place.above, place) if place else ()
        place = Structure(f"s-{kind.value}", f"Structure {kind.value}", kind, above)
    assert place is not None
    return place


_SCHOOL = _school()
_SECOND = replace(_SCHOOL, id="s-second", name="Second school")
_DESK, _SECOND_DESK = Role(Level.SCHOOL, _SCHOOL.id), Role(Level.SCHOOL, _SECOND.id)
_HEADS = (REQUESTERS + 1, REQUESTERS + 2)  #: the second school's director and deputy


def chat(person: int) -> int:
    """The id of this person's private chat, which is also their Telegram account's."""
    return FIRST_CHAT + person


def requester(number: int) -> int:
    """The person who filed this request."""
    return (number - 1) % REQUESTERS + 1


def agent(number: int) -> int:
    """The person who holds this request."""
    return requester(number) + REQUESTERS


async def fill(records: Records, requests: int) -> None:
    """Migrates the database, and fills it with this many requests."""
    await records.run(lambda connection: upgrade(connection, [VERSIONS]))
    await records.run(lambda connection: _fill(connection, requests))


def _fill(connection: Connection, requests: int) -> None:
    connection.execute(DESK.tables["people"].insert(), [_person(key) for key in range(1, 2 * REQUESTERS + 1)])
    desks = [(agent(key), role) for key in range(1, REQUESTERS + 1) for role in _roles(agent(key))]
    rows = [{"level": int(role.level), "structure": role.structure, "person": person} for person, role in desks]
    connection.execute(DESK.tables["roles"].insert(), rows)
    first = range(1, REQUESTERS + 1)
    for name, made in (("requests", _request), ("parties", _party), ("cards", _card)):
        connection.execute(DESK.tables[name].insert(), [made(number) for number in first])
        _multiply(connection, name, requests)


def _multiply(connection: Connection, name: str, requests: int) -> None:
    """Copies the first `REQUESTERS` rows of a table, in turn, until there are `requests` rows."""
    key = {"requests": "number", "parties": "request", "cards": "request"}[name]
    columns = [column.name for column in DESK.tables[name].columns]
    values = ", ".join("n" if column in (key, "message_id") else f"pattern.{column}" for column in columns)
    connection.execute(
        text(
            f"INSERT INTO {name} ({', '.join(columns)}) WITH RECURSIVE counting(n) AS (SELECT {REQUESTERS + 1}"
            f" UNION ALL SELECT n + 1 FROM counting WHERE n < :last) SELECT {values}"
            f" FROM counting JOIN {name} pattern ON pattern.{key} = (n - 1) % {REQUESTERS} + 1"
        ),
        {"last": requests},
    )


def _roles(person: int) -> tuple[Role, ...]:
    if person <= REQUESTERS:
        return ()
    return (_DESK, _SECOND_DESK) if person in _HEADS else (_DESK,)


def _person(key: int) -> dict[str, Any]:
    agent = key > REQUESTERS
    return {
        "id": key,
        "account": f"account-{key}",
        "login": f"login.{key}",
        "name": f"Camille Exemple-{key}",
        "profile": (Profile.TEACHER if agent else Profile.RELATIVE).value,
        "function": "director" if agent else "",
        "places": (_SCHOOL,) if agent else (_SECOND,),
        "roles": _roles(key),
        "telegram_id": chat(key),
        "language": "fr",
        "charter": 1000,
        "reachable": True,
        "speaking": True,
        "seen_at": datetime.now(UTC),  # otherwise the bot would refresh all of them from the ENT
    }


def _request(number: int) -> dict[str, Any]:
    return {
        "number": number,
        "version": 1,
        "category": "connexion",
        "status": Status.OPEN.value,
        "level": int(Level.SCHOOL),
        "desk": _SCHOOL.id,
        "place": (_SCHOOL,),
        "entry": int(Level.SCHOOL),
        "visited": (_DESK,),
        "requester": requester(number),
        "holder": agent(number),
        "created_at": _NOON,
        "updated_at": _NOON,
        "due_at": _NOON,
    }


def _party(number: int) -> dict[str, Any]:
    return {"request": number, "person": requester(number), "part": Part.REQUESTER.value}


def _card(number: int) -> dict[str, Any]:
    return {
        "chat_id": chat(agent(number)),
        "message_id": number,
        "request": number,
        "person": agent(number),
        "live": True,
    }
