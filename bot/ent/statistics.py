"""The part of the port that counts: whose accounts are activated, who comes, and what they open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from bot.terms import Profile


@dataclass(frozen=True, slots=True)
class Activation:
    """How many accounts of one profile there are, and how many of them are activated."""

    profile: Profile
    activated: int
    everybody: int


@dataclass(frozen=True, slots=True)
class Visits:
    """How often people of one profile came in some days."""

    profile: Profile
    visitors: int  #: different people in a week, on average of the weeks that have a day in the period
    connections: int
    mobile: int = 0  #: those of the connections that the mobile application made


@dataclass(frozen=True, slots=True)
class Access:
    """How often an application of the ENT was opened, or a connector, which leads out of it."""

    name: str  #: as the ENT calls it
    connector: bool
    count: int


@dataclass(frozen=True, slots=True)
class Usage:
    """What a school's people did in the ENT in some days."""

    visits: Sequence[Visits] = ()  #: in the order of `Profile`
    accesses: Sequence[Access] = ()  #: the most opened first
    mobile: bool = False  #: whether it is known which connections the mobile application made


class Statistics(Protocol):
    """Counts the people of a school; nobody is named."""

    async def activations(self, school: str) -> list[Activation]:
        """The accounts of the school by profile, in the order of `Profile`; pre-deleted ones are not counted.

        Empty for an unknown school.
        """
        ...

    async def usage(self, school: str, since: date, until: date) -> Usage:
        """What was counted from the one day to the other, both included; empty where nothing was.

        Declined: `FORBIDDEN` where the bot may not read it, `GONE` where the ENT counts nothing at all.
        """
        ...
