"""Lays out the buttons of screens in rows, writes the keys of their pages, and what a question warned of. Pure."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from bot.terms import Button, Notice, Refusal

Row = tuple[Button, ...]

_KEY = re.compile(r"([0-9]{1,16}):([0-9]{1,18})")  #: microseconds since 1970, and a number
_MICROSECONDS = 1_000_000


def grid(buttons: Sequence[Button], across: int = 2) -> tuple[Row, ...]:
    """The buttons in rows, `across` in each; the last row may be shorter."""
    return tuple(tuple(buttons[i : i + across]) for i in range(0, len(buttons), across))


def mark(key: str) -> str:
    """A short mark of an identifier, for a button into whose target the identifier would not fit."""
    return hashlib.sha256(key.encode()).hexdigest()[:8]


def group_target(school: str, group: str = "", index: int = 0) -> str:
    """The target of a button about a school's groups, or about one of them; `index` is a page."""
    return ":".join([mark(school), *([mark(group)] if group else []), str(index)])


def marked(known: Iterable[str], value: str) -> str:
    """The one of these identifiers with that mark; refused where there is none."""
    found = next((key for key in known if mark(key) == value), None)
    if found is None:
        raise Refusal("old-button")
    return found


def warned(*told: object) -> str:
    """A mark of what a question warns of, for the button that confirms it; empty where it warns of nothing."""
    said = [str(one) for one in told if one]
    return mark("\n".join(said)) if said else ""


def stands(was: str, now: str) -> bool:
    """Whether somebody who read a question with the mark `was` read all that it would warn of now."""
    return not now or was == now


def anew(question: Notice) -> Notice:
    """The question as it is asked again, since more has become true since it was asked: it says so above."""
    return replace(question, facts={**question.facts, "anew": True})


def page_key(moment: datetime, number: int) -> str:
    """The key of a line in a list sorted by moment and number: the target of the button for the next page."""
    return f"{int(moment.timestamp() * _MICROSECONDS)}:{number}"


def read_page_key(typed: str) -> tuple[datetime, int] | None:
    """The moment and the number that `page_key` wrote; None for the first page, which has no key.

    Anything else is refused as an old button: people can send any data.
    """
    if not typed:
        return None
    match = _KEY.fullmatch(typed)
    if match is None:
        raise Refusal("old-button")
    return datetime.fromtimestamp(int(match[1]) / _MICROSECONDS, UTC), int(match[2])
