"""Writes structures and accounts into the embedded ENT."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection

from bot.ent.embedded.folding import login_key, tokens
from bot.ent.embedded.tables import ENT, StructureRow
from bot.folding import fold
from bot.terms import Profile


@dataclass(frozen=True, slots=True, kw_only=True)
class Enrolment:
    """An account to create, and all that ties it to others."""

    id: str
    login: str
    first_name: str
    last_name: str
    profile: Profile
    places: tuple[str, ...] = ()  #: structures it is attached to: classes for pupils, schools for teachers
    functions: tuple[tuple[str, str], ...] = ()  #: what it is, and in which structure
    children: tuple[str, ...] = ()  #: account ids, for a relative
    email: str = ""
    birth_date: date | None = None
    source: str = "feed"


def enrol(connection: Connection, structures: Iterable[StructureRow], people: Sequence[Enrolment]) -> None:
    """Writes new structures, parents before what lies below them, then new accounts.

    Raises SQLAlchemy's IntegrityError where one of them is there already or names what does not exist.
    """
    _insert(connection, "structures", [row.model_dump() for row in structures])
    _insert(connection, "accounts", [_account(person) for person in people])
    _insert(connection, "names", [{"token": token, "account": p.id} for p in people for token in _tokens(p)])
    ties = [{"account": p.id, "structure": place} for p in people for place in _places(p)]
    _insert(connection, "attachments", ties)
    functions = [{"account": p.id, "function": f, "structure": s} for p in people for f, s in p.functions]
    _insert(connection, "functions", functions)
    _insert(connection, "families", [{"relative": p.id, "student": child} for p in people for child in p.children])


def _insert(connection: Connection, table: str, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(ENT.tables[f"ent_{table}"].insert(), rows)


def _account(person: Enrolment) -> dict[str, Any]:
    return {
        "id": person.id,
        "login": login_key(person.login),
        "first_name": person.first_name,
        "last_name": person.last_name,
        "sort_name": fold(f"{person.last_name} {person.first_name}"),
        "profile": person.profile.value,
        "source": person.source,
        "email": person.email,
        "birth_date": person.birth_date,
        "activated": True,
        "blocked": False,
    }


def _tokens(person: Enrolment) -> set[str]:
    return tokens(f"{person.first_name} {person.last_name}")


def _places(person: Enrolment) -> dict[str, None]:
    """Each once: whoever has a function somewhere is attached there too."""
    return dict.fromkeys((*person.places, *(structure for _, structure in person.functions)))
