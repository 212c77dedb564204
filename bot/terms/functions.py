"""The functions of agents, as an operator gives them: where each is held, and what came of giving it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.terms.people import STAFF, Account
from bot.terms.structures import Kind, Structure

HELD_IN = {
    "vendor": Kind.VENDOR,
    "plateforme": Kind.RECTORAT,
    "danei": Kind.DSDEN,
    "erun": Kind.CIRCONSCRIPTION,
    "director": Kind.SCHOOL,
    "adml": Kind.SCHOOL,
}
"""By function, the kind of structure that it is held in."""

HOLDERS = STAFF
"""The profiles that may hold a function."""


class NotGiven(Exception):
    """A function can be neither given nor withdrawn so: `reason` names the sentence, `facts` fill it."""

    def __init__(self, reason: str, **facts: Any) -> None:
        super().__init__(reason)
        self.reason = reason
        self.facts = facts


IN_TOWNS = ("adml",)
"""The functions that may be held in a town's space or in a syndicat: at each school of it."""


@dataclass(frozen=True, slots=True)
class Town:
    """A town's space, or the syndicat above several, in which a function is held at each of its schools."""

    id: str
    name: str
    schools: tuple[Structure, ...]  #: by name, as they are now: the function follows them


@dataclass(frozen=True, slots=True)
class Given:
    """What came of giving a function, or of withdrawing it."""

    account: Account  #: as it is afterwards
    place: Structure | Town
    changed: bool  #: False where it was so before
    holders: tuple[tuple[str, str], ...]  #: who holds which function there afterwards, by name: name and function
    moved: bool = False  #: whether the account was attached to the structure, or detached from it, for that
    others: tuple[tuple[str, str], ...] = ()  #: what else the account holds: each function, and the name of the place
    left: datetime | None = None  #: since when complete files did not name the account, which stays from now on
