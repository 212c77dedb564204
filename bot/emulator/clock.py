"""The emulator's clock: the machine's time, which tests can move forward, and waiting for events."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable


class Signal:
    """Wakes everyone who is waiting when it is fired; a later waiter waits for the next time."""

    def __init__(self) -> None:
        self._waiting: set[asyncio.Future[None]] = set()

    def fire(self) -> None:
        """Wakes everyone who waits now."""
        waiting, self._waiting = self._waiting, set()
        for future in waiting:
            if not future.done():
                future.set_result(None)

    async def wait(self, seconds: float) -> bool:
        """Returns True once fired, False if that does not happen within `seconds` of real time."""
        future = asyncio.get_running_loop().create_future()
        self._waiting.add(future)
        try:
            async with asyncio.timeout(max(seconds, 0)):
                await future
        except TimeoutError:
            return False
        finally:
            self._waiting.discard(future)
        return True


def _steadily() -> Callable[[], float]:
    """The machine's time as it is now, going on evenly: whoever sets the machine's clock later changes nothing."""
    begun = time.time() - time.monotonic()
    return lambda: begun + time.monotonic()


class Clock:
    """The present time in seconds since the epoch, plus what `advance` added."""

    def __init__(self, source: Callable[[], float] | None = None) -> None:
        self._source = source or _steadily()
        self._moved = Signal()
        self.offset = 0.0
        self.followers: list[Callable[[], object]] = []  #: called after each `advance`

    def now(self) -> float:
        """Returns the present time in seconds since the epoch."""
        return self._source() + self.offset

    def advance(self, seconds: float) -> None:
        """Moves time forward and wakes the sleepers, so that whatever became due happens now."""
        self.offset += seconds
        self._moved.fire()
        for follower in self.followers:
            follower()

    async def sleep(self, seconds: float) -> None:
        """Returns once the clock has moved `seconds` further, by itself or through `advance`."""
        due = self.now() + seconds
        while (left := due - self.now()) > 0:
            await self._moved.wait(left)
