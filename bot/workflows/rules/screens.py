"""What screens are made of: buttons laid out in rows, and the keys by which their pages go on. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime

from bot.terms import Button, Refusal

Row = tuple[Button, ...]

_KEY = re.compile(r"([0-9]{1,16}):([0-9]{1,18})")  #: microseconds since 1970, and a number
_MICROSECONDS = 1_000_000


def grid(buttons: Sequence[Button], across: int = 2) -> tuple[Row, ...]:
    """The buttons in rows of that many."""
    return tuple(tuple(buttons[i : i + across]) for i in range(0, len(buttons), across))


def page_key(moment: datetime, number: int) -> str:
    """The place of a line in a list sorted by moment and number, as the button of the next page bears it."""
    return f"{int(moment.timestamp() * _MICROSECONDS)}:{number}"


def read_page_key(typed: str) -> tuple[datetime, int] | None:
    """The moment and the number that `page_key` wrote; None for the first page, which has no key.

    Refused as an old button: anything else, since people can send any data.
    """
    if not typed:
        return None
    match = _KEY.fullmatch(typed)
    if match is None:
        raise Refusal("old-button")
    return datetime.fromtimestamp(int(match[1]) / _MICROSECONDS, UTC), int(match[2])
