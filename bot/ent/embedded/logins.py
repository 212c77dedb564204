"""Logins of new accounts: first name, dot, last name, and a number where somebody else has that one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any, Protocol
from zlib import crc32

from sqlalchemy import Connection, bindparam, select

from bot.ent.embedded.tables import ENT
from bot.folding import words
from bot.terms import Profile

_ACCOUNTS = ENT.tables["ent_accounts"]
_ASKED: Any = bindparam("logins", expanding=True)
_TAKEN = select(_ACCOUNTS.c.login).where(_ACCOUNTS.c.login.in_(_ASKED))
_WORDS = {Profile.STUDENT: "eleve", Profile.RELATIVE: "parent", Profile.TEACHER: "enseignant"}
_BATCH = 5000  # logins asked for in one statement


class Bearer(Protocol):
    """Somebody who is to be given a login."""

    @property
    def id(self) -> str:
        """The identifier of their account."""
        ...

    @property
    def first_name(self) -> str:
        """Their first name."""
        ...

    @property
    def last_name(self) -> str:
        """Their last name."""
        ...

    @property
    def profile(self) -> Profile:
        """Their profile."""
        ...


def logins(connection: Connection, people: Sequence[Bearer]) -> dict[str, str]:
    """A login for each of the people, by account: none that is taken, and each once."""
    waiting: dict[str, list[Bearer]] = defaultdict(list)
    for one in people:
        waiting[base(one)].append(one)
    given: dict[str, str] = {}
    first = 1
    while waiting:
        last = first * 10 - 1 if first > 1 else 1
        _give(connection, waiting, given, range(first, last + 1))
        waiting = {name: rest for name, rest in waiting.items() if rest}
        first = last + 1
    return given


def base(bearer: Bearer) -> str:
    """The login without a number: Anne-Lise d’Hauteville becomes `anne-lise.d-hauteville`.

    Names in other letters than Latin ones cannot be typed by most: a word for the profile stands for them.
    """
    parts = ["-".join(words(part)) for part in (bearer.first_name, bearer.last_name)]
    if not all(part.isascii() for part in parts):
        return f"{_WORDS.get(bearer.profile, 'compte')}.{crc32(bearer.id.encode()) % 10_000:04}"
    return ".".join(filter(None, parts)) or "compte"


def _give(connection: Connection, waiting: dict[str, list[Bearer]], given: dict[str, str], numbers: range) -> None:
    """Gives those who wait the logins with these numbers that nobody has."""
    asked = [_numbered(name, number) for name in waiting for number in numbers]
    taken = set[str]()
    for start in range(0, len(asked), _BATCH):
        taken.update(connection.execute(_TAKEN, {"logins": asked[start : start + _BATCH]}).scalars())
    for name, rest in waiting.items():
        free = (login for number in numbers if (login := _numbered(name, number)) not in taken)
        given.update((rest.pop(0).id, login) for login, _ in zip(free, list(rest), strict=False))


def _numbered(name: str, number: int) -> str:
    return name if number == 1 else f"{name}{number}"
