"""How values of the desk lie in a column: moments in UTC; places and roles as JSON.

The same few places and roles come back at nearly every update, so what a text of them means is remembered.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import DateTime, Dialect, Text
from sqlalchemy.types import TypeDecorator

from bot.terms import Kind, Level, Role, Structure

_REMEMBERED = 4096


class Moment(TypeDecorator[datetime]):
    """An aware datetime in UTC, on databases with and without time zones."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        return value if value.tzinfo is UTC else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value if value is None or value.tzinfo else value.replace(tzinfo=UTC)


class Places(TypeDecorator[tuple[Structure, ...]]):
    """Structures, each with all that lies above it."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: tuple[Structure, ...] | None, dialect: Dialect) -> str | None:
        return None if value is None else _places_text(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[Structure, ...]:
        return _places(value or "[]")


class Roles(TypeDecorator[tuple[Role, ...]]):
    """Levels, each in a structure."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: tuple[Role, ...] | None, dialect: Dialect) -> str | None:
        return None if value is None else _roles_text(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[Role, ...]:
        return _roles(value or "[]")


def _places_text(places: tuple[Structure, ...]) -> str:
    return json.dumps([[_bare(s) for s in (*place.above, place)] for place in places], ensure_ascii=False)


@lru_cache(_REMEMBERED)
def _places(text: str) -> tuple[Structure, ...]:
    return tuple(_structure(line) for line in json.loads(text))


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
