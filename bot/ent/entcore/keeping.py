"""A cache of the server's large answers, such as the list of all accounts of a structure.

For each key, one request at a time is sent, however many callers wait for it. An answer older than `life` is still
used, up to an hour, while a new one is fetched; an answer made outdated by the bot's own act is not.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from bot.logs import brief
from bot.terms import Declined

log = logging.getLogger(__name__)

T = TypeVar("T")
STALE = 3600.0  #: seconds after which an old answer is no longer used
_AT_ONCE = 4  #: requests under way at a time: answers may be large, and the server has other users


@dataclass(slots=True)
class _Held(Generic[T]):
    value: T
    since: float
    true: bool = True


class Kept(Generic[T]):
    """Caches answers by key: `fetch` is called at first need, and again after `life` seconds."""

    def __init__(
        self, fetch: Callable[[str], Awaitable[T]], life: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._fetch = fetch
        self._life = life
        self._clock = clock
        self._held: dict[str, _Held[T]] = {}
        self._under_way: dict[str, asyncio.Task[T]] = {}
        self._abreast = asyncio.Semaphore(_AT_ONCE)

    async def get(self, key: str) -> T:
        """The answer, cached or fetched; raises what `fetch` raises."""
        held = self._held.get(key)
        age = self._clock() - held.since if held else 0.0
        if held is None or not held.true or age >= STALE:
            return await asyncio.shield(self._asked(key))
        if age >= self._life:
            self._asked(key)
        return held.value

    async def fresh(self, key: str, age: float) -> T:
        """The answer, fetched anew unless it is younger than `age` seconds; raises what `fetch` raises."""
        held = self._held.get(key)
        if held is not None and held.true and self._clock() - held.since < age:
            return held.value
        return await asyncio.shield(self._asked(key))

    def young(self, keys: Iterable[str]) -> dict[str, T]:
        """The cached answers for those keys that `get` would return without asking anew, by key."""
        found = {key: self._held[key] for key in keys if key in self._held}
        now = self._clock()
        return {key: held.value for key, held in found.items() if held.true and now - held.since < self._life}

    def remembered(self) -> dict[str, T]:
        """The cached answers by key, however old."""
        return {key: held.value for key, held in self._held.items()}

    async def all(self, keys: Iterable[str]) -> list[T]:
        """The answers for all of the keys, in order; raises the first failure."""
        return list(await asyncio.gather(*map(self.get, keys)))

    async def some(self, keys: Iterable[str]) -> tuple[list[T], Declined | None]:
        """The answers that came, in the order of the keys, and the first failure; None if all came."""
        found = await asyncio.gather(*map(self._tried, keys))
        return [a for a, _ in found if a is not None], next((lost for _, lost in found if lost is not None), None)

    async def _tried(self, key: str) -> tuple[T | None, Declined | None]:
        try:
            return await self.get(key), None
        except Declined as lost:
            return None, lost

    async def soon(self, key: str, seconds: float) -> T | None:
        """The cached answer, however old, or one that comes within that time; None if it fails or takes longer."""
        held = self._held.get(key)
        if held is not None:
            return held.value
        try:
            async with asyncio.timeout(seconds):
                return await self.get(key)
        except (Declined, TimeoutError):
            return None

    def spoil(self, keys: Iterable[str] | None = None) -> None:
        """Marks the answers for those keys, or for all, as outdated, and ignores those still under way."""
        for key in set(keys if keys is not None else {*self._held, *self._under_way}):
            self._under_way.pop(key, None)
            if key in self._held:
                self._held[key].true = False

    async def close(self) -> None:
        """Cancels the requests under way."""
        tasks = list(self._under_way.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _asked(self, key: str) -> asyncio.Task[T]:
        if key not in self._under_way:
            task = self._under_way[key] = asyncio.create_task(self._ask(key))
            task.add_done_callback(lambda done: self._arrived(key, done))
        return self._under_way[key]

    async def _ask(self, key: str) -> T:
        async with self._abreast:
            return await self._fetch(key)

    def _arrived(self, key: str, task: asyncio.Task[T]) -> None:
        current = self._under_way.get(key) is task
        if current:
            del self._under_way[key]
        if task.cancelled():
            return
        if error := task.exception():  # those who wait get it raised too
            log.info("A list could not be renewed: %s", brief(error))
        elif current:
            self._held[key] = _Held(task.result(), self._clock())
