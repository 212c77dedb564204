"""Time as the emulator sees it: the machine's, moved forward on demand, and waking those who wait."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable


class Signal:
    """Wakes everyone who waits at the moment it is fired; remembers nothing."""

    def __init__(self) -> None:
        self._waiting: set[asyncio.Future[None]] = set()

    def fire(self) -> None:
        """Wakes everyone who waits now."""
        waiting, self._waiting = self._waiting, set()
        for future in waiting:
            if not future.done():
                future.set_result(None)

    async def wait(self, seconds: float) -> bool:
        """Returns True once fired, False after `seconds` of real time without it."""
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


class Clock:
    """Seconds since the epoch, plus what `advance` added."""

    def __init__(self, source: Callable[[], float] = time.time) -> None:
        self._source = source
        self._moved = Signal()
        self.offset = 0.0

    def now(self) -> float:
        """Returns the present time in seconds since the epoch."""
        return self._source() + self.offset

    def advance(self, seconds: float) -> None:
        """Moves time forward and wakes the sleepers, so that what became due happens."""
        self.offset += seconds
        self._moved.fire()

    async def sleep(self, seconds: float) -> None:
        """Returns once the clock went `seconds` further, by itself or by `advance`."""
        due = self.now() + seconds
        while (left := due - self.now()) > 0:
            await self._moved.wait(left)
