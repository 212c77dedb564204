"""Invented names, as varied as those of a département; the same seed gives the same names."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from pathlib import Path
from random import Random

from bot.folding import words

_LISTS = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
_FIRST, _LAST = _LISTS["first"], _LISTS["last"]
_PARTICLES = ("Le ", "De ", "Da ", "Van ", "El ", "d’", "Ben ", "La ", "Dos ", "O’")
_RARE = [root + end for root in _LISTS["roots"] for end in _LISTS["ends"]]


class Names:
    """Draws names: early ones of a list more often, and rare last names three times in five."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._logins: dict[str, int] = {}

    def first(self) -> str:
        """A first name, one in twelve a double one."""
        name = self._of(_FIRST)
        return f"{name}-{self._of(_FIRST)}" if self._random.random() < 0.08 else name

    def last(self) -> str:
        """A last name: common, rare, with a particle, or double."""
        name = self._random.choice(_RARE) if self._random.random() < 0.6 else self._of(_LAST)
        kind = self._random.random()
        if kind < 0.06:
            return self._random.choice(_PARTICLES) + name
        return f"{name}-{self._of(_LAST)}" if kind < 0.1 else name

    def login(self, first_name: str, last_name: str) -> str:
        """First name, dot, last name and a number, so that each login is given once."""
        login = ".".join("-".join(words(part)) for part in (first_name, last_name))
        number = self._logins[login] = self._logins.get(login, 0) + 1
        return f"{login}{number}"

    def _of(self, names: Sequence[str]) -> str:
        return names[int(len(names) * self._random.random() ** 1.15)]
