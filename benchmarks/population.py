"""A school to measure in: requesters, one agent who holds every request, and a card of each in the agent's chat."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from bot.ent.embedded import VERSIONS
from bot.storage.engine import open_records
from bot.storage.migrations import upgrade
from bot.storage.tables import DESK
from bot.terms import Kind, Level, Part, Profile, Role, Status, Structure

REQUESTERS = 16  #: a chat each: so many updates may be under way at once
AGENT = REQUESTERS + 1
FIRST_CHAT = 7_000_000
_CHUNK = 10_000
_NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


def _school() -> Structure:
    place: Structure | None = None
    for kind in (kind for kind in Kind if kind is not Kind.CLASS):
        above = (*place.above, place) if place else ()
        place = Structure(f"s-{kind.value}", f"Structure {kind.value}", kind, above)
    assert place is not None
    return place


_SCHOOL = _school()
_DESK = Role(Level.SCHOOL, _SCHOOL.id)


def chat(person: int) -> int:
    """The private chat of that person, which is also their Telegram account."""
    return FIRST_CHAT + person


def requester(number: int) -> int:
    """Whose request it is."""
    return (number - 1) % REQUESTERS + 1


async def fill(file: Path, requests: int) -> None:
    """Makes a database at the present schema that holds so many requests."""
    records = open_records(f"sqlite:///{file}")
    try:
        await records.run(lambda connection: upgrade(connection, [VERSIONS]))
        await records.run(lambda connection: _fill(connection, requests))
    finally:
        await records.close()


def _fill(connection: Connection, requests: int) -> None:
    connection.execute(DESK.tables["people"].insert(), [_person(key) for key in range(1, AGENT + 1)])
    connection.execute(DESK.tables["roles"].insert(), {"level": 0, "structure": _SCHOOL.id, "person": AGENT})
    for first in range(1, requests + 1, _CHUNK):
        numbers = range(first, min(first + _CHUNK, requests + 1))
        connection.execute(DESK.tables["requests"].insert(), [_request(number) for number in numbers])
        connection.execute(DESK.tables["parties"].insert(), [_party(number) for number in numbers])
        connection.execute(DESK.tables["cards"].insert(), [_card(number) for number in numbers])


def _person(key: int) -> dict[str, Any]:
    agent = key == AGENT
    return {
        "id": key,
        "account": f"account-{key}",
        "login": f"login.{key}",
        "name": f"Camille Exemple-{key}",
        "profile": (Profile.TEACHER if agent else Profile.RELATIVE).value,
        "function": "director" if agent else "",
        "places": (_SCHOOL,),
        "roles": (_DESK,) if agent else (),
        "telegram_id": chat(key),
        "language": "fr",
        "charter": 1000,
        "reachable": True,
        "speaking": True,
        "seen_at": _NOON,
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
        "holder": AGENT,
        "created_at": _NOON,
        "updated_at": _NOON,
        "due_at": _NOON,
    }


def _party(number: int) -> dict[str, Any]:
    return {"request": number, "person": requester(number), "part": Part.REQUESTER.value}


def _card(number: int) -> dict[str, Any]:
    return {"chat_id": chat(AGENT), "message_id": number, "request": number, "person": AGENT, "live": True}
