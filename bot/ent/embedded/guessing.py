"""Slows down whoever guesses passwords and codes: the more tries failed, the longer the pause before the next.

Only what is guessed at is slowed down. Tries are counted for each login; a browser that entered before has a count of
its own, so that nobody keeps the owner of an account out by guessing at it. Those of an address are counted too, but
they slow down no login that was not guessed at: one person at a shared address keeps nobody else out.

Counts are kept in memory, for logins that exist and for those that do not.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

FREE = 5  #: wrong tries of a login without a pause
FREE_OF_ADDRESS = 50  #: wrong tries from an address without a pause
LONGEST = timedelta(minutes=1)  #: the longest pause; after it, one try is free again
FORGOTTEN = timedelta(hours=12)  #: without a try, after which nothing is remembered of one
KEPT = 10_000  #: counts in memory


@dataclass(slots=True)
class _Count:
    tries: int
    last: datetime


class Guessing:
    """The tries of logins, of the browsers known to them, and of addresses."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._counts: dict[tuple[str, ...], _Count] = {}

    def take(self, login: str, address: str, browser: str) -> int:
        """Counts a try before it is made; 0, or where it must not be made, the seconds until one may.

        `browser` is empty for one that never entered with this login, `address` where it is not known.
        """
        mine, place, now = _mine(login, browser), ("address", address), self._clock()
        wait = self._wait(mine, FREE, now)
        if not wait and address and not browser and self._tries(mine, now):
            wait = self._wait(place, FREE_OF_ADDRESS, now)
        if wait:
            return wait
        for key in (mine, place) if address else (mine,):
            self._counts[key] = _Count(self._tries(key, now) + 1, now)
        self._make_room(now)
        return 0

    def entered(self, login: str, address: str, browser: str) -> None:
        """Forgets the tries of that login: the last one was good."""
        self._counts.pop(_mine(login, browser), None)
        if address and (count := self._counts.get(("address", address))) is not None:
            count.tries -= 1

    def _tries(self, key: tuple[str, ...], now: datetime) -> int:
        """How many tries are remembered; the clock may have been set back since the last one."""
        count = self._counts.get(key)
        return 0 if count is None or now - count.last > FORGOTTEN else count.tries

    def _wait(self, key: tuple[str, ...], free: int, now: datetime) -> int:
        over = self._tries(key, now) - free
        if over < 0:
            return 0
        count = self._counts[key]
        count.last = min(count.last, now)
        pause = min(timedelta(seconds=2 ** min(over, 10)), LONGEST)
        return max(0, math.ceil((count.last + pause - now).total_seconds()))

    def _make_room(self, now: datetime) -> None:
        """Drops the counts of few tries first, so that many invented logins make nobody forget one guessed at."""
        if len(self._counts) <= KEPT:
            return
        few = [key for key in self._counts if self._tries(key, now) < FREE]
        for key in few[: KEPT // 2] or list(self._counts)[:1]:
            del self._counts[key]


def _mine(login: str, browser: str) -> tuple[str, ...]:
    return ("login", login, browser)
