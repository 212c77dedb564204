"""Reads values of the server's JSON leniently: a missing or malformed one is empty or None, never an error. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

_UNKEPT = re.compile("[\x00\ud800-\udfff]")  # NUL and halves of surrogates: no database and no chat takes them
_YEARS = range(1900, 3000)  # of moments; near the ends of Python's calendar, another time zone would be beyond them


def text(value: Any) -> str:
    """The text without spaces around it, and without what nothing keeps; empty if the value is not a text."""
    return _UNKEPT.sub("", value).strip() if isinstance(value, str) else ""


def things(value: Any) -> Iterator[Any]:
    """The elements of a list; the value itself if it is not a list; nothing for None."""
    if isinstance(value, list):
        yield from value
    elif value is not None:
        yield value


def rows(value: Any) -> list[dict[str, Any]]:
    """The objects of a list that have an identifier; for an empty list the server may send one object of nulls."""
    return [row for row in things(value) if isinstance(row, dict) and key(row)]


def key(row: dict[str, Any]) -> str:
    """The identifier of an object, in its `id` or in a document store's `_id`; empty if there is none."""
    found = row.get("id") or row.get("_id")
    return text(found.get("$oid") if isinstance(found, dict) else found)


def named(value: Any) -> list[str]:
    """The names in a list of names or of objects with a `name`, sorted, each once."""
    found = (text(thing.get("name") if isinstance(thing, dict) else thing) for thing in things(value))
    return sorted({name for name in found if name})


def moment(value: Any) -> datetime | None:
    """A moment in UTC, from ISO 8601, milliseconds since 1970, or a document store's date.

    None if it is not one, or of a year before 1900 or after 2999.
    """
    if isinstance(value, dict):
        inner = value.get("$date") or value.get("$numberLong")
        return moment(inner.get("$numberLong") if isinstance(inner, dict) else inner)
    try:
        if isinstance(value, str) and value.strip().lstrip("-").isdecimal():
            value = int(value)
        if isinstance(value, int | float) and not isinstance(value, bool):
            found = datetime.fromtimestamp(value / 1000, UTC)
        else:
            found = datetime.fromisoformat(text(value))
        made = found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
    except (ValueError, OverflowError, OSError):
        return None
    return made if made.year in _YEARS else None


def born(value: Any) -> date | None:
    """The day of a birth date such as `2016-03-14`, whatever follows it; None if it does not begin with a day."""
    try:
        return date.fromisoformat(text(value)[:10])
    except ValueError:
        return None
