"""What an ENT leaves to the desk where nobody else sees to it: whose time is over, and who is deleted for good."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Departures:
    """The embedded ENT has them. A real ENT deletes accounts itself, and tells nobody which."""

    depart: Callable[[], Awaitable[object]]  #: pre-deletes and deletes accounts whose time is over
    #: accounts that are deleted for good, and of which somebody else may still keep something; so many at most
    deleted: Callable[[int], Awaitable[Sequence[str]]]
    settle: Callable[[Sequence[str]], Awaitable[object]]  #: forgets that these were deleted: nothing is kept of them
