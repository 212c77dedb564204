"""Column types of the desk's tables: moments in UTC; places and roles as JSON.

Nearly every update reads the same few places and roles, and writes one moment several times: so the conversions to
and from text are cached.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import DateTime, Dialect, Text
from sqlalchemy.dialects import sqlite
from sqlalchemy.types import TypeDecorator, TypeEngine

from bot.terms import Kind, Level, Role, Structure

_REMEMBERED = 4096
_TEXT = len("2026-11-25 12:00:00.000000")


class _Written(sqlite.DATETIME):
    """A column of moments as text, which SQLAlchemy passes on as it is: `Moment` converts it."""

    def bind_processor(self, dialect: Dialect) -> None:
        return None

    def result_processor(self, dialect: Dialect, coltype: object) -> None:
        return None


_WRITTEN = _Written()  # type: ignore[no-untyped-call]


class Moment(TypeDecorator[datetime]):
    """An aware datetime, kept in UTC; on SQLite as text, as SQLAlchemy writes it: six digits after the second."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(_WRITTEN if dialect.name == "sqlite" else DateTime(timezone=True))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        moment = value if value.tzinfo is UTC else value.astimezone(UTC)
        return _moment_text(moment) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        kept: datetime | None = datetime.fromisoformat(f"{value}+00:00") if isinstance(value, str) else value
        return kept


class Places(TypeDecorator[tuple[Structure, ...]]):
    """Structures, each with all the structures above it, as JSON."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: tuple[Structure, ...] | None, dialect: Dialect) -> str | None:
        return None if value is None else _places_text(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[Structure, ...]:
        return _places(value or "[]")


class Roles(TypeDecorator[tuple[Role, ...]]):
    """Roles, each a level and a structure, as JSON."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: tuple[Role, ...] | None, dialect: Dialect) -> str | None:
        return None if value is None else _roles_text(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[Role, ...]:
        return _roles(value or "[]")


@lru_cache(_REMEMBERED)
def _moment_text(moment: datetime) -> str:
    return moment.isoformat(" ", "microseconds")[:_TEXT]


def _places_text(places: tuple[Structure, ...]) -> str:
    return json.dumps([[_bare(s) for s in (*place.above, place)] for place in places], ensure_ascii=False)


@lru_cache(_REMEMBERED)
def _places(text: str) -> tuple[Structure, ...]:
    return tuple(_structure(line) for line in json.loads(text))


@lru_cache(_REMEMBERED)
def _roles_text(roles: tuple[Role, ...]) -> str:
    return json.dumps([[int(role.level), role.structure] for role in roles], ensure_ascii=False)


@lru_cache(_REMEMBERED)
def _roles(text: str) -> tuple[Role, ...]:
    return tuple(Role(Level(level), structure) for level, structure in json.loads(text))


def _bare(structure: Structure) -> list[str]:
    return [structure.id, structure.name, structure.kind.value]


def _structure(line: list[list[Any]]) -> Structure:
    above: tuple[Structure, ...] = ()
    for key, name, kind in line:
        above = (*above, Structure(key, name, Kind(kind), above))
    return above[-1]
