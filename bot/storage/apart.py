"""Apart: a thread of its own for what may block, such as a commit."""

from __future__ import annotations

import asyncio
import queue
import threading
from collections.abc import Callable
from contextlib import suppress
from functools import partial


class Apart:
    """A thread that runs functions which may block; an executor does the same at twice the cost."""

    def __init__(self) -> None:
        self._asked: queue.SimpleQueue[tuple[Callable[[], None], asyncio.Future[None]] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._serve, name="palier-commit", daemon=True)
        self._thread.start()

    async def run(self, function: Callable[[], None]) -> None:
        """Runs the function in that thread, and waits for it; raises what it raises."""
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._asked.put((function, done))
        await done

    def close(self) -> None:
        """Ends the thread once it has run all that was asked of it."""
        self._asked.put(None)
        self._thread.join()

    def _serve(self) -> None:
        while (asked := self._asked.get()) is not None:
            function, done = asked
            try:
                function()
            except Exception as error:
                _tell(done, partial(done.set_exception, error))
            else:
                _tell(done, partial(done.set_result, None))


def _tell(done: asyncio.Future[None], how: Callable[[], None]) -> None:
    """Calls `how`, which sets the future, in the future's own loop; nothing if it is done, or its loop closed."""

    def unless_done() -> None:
        if not done.done():
            how()

    with suppress(RuntimeError):  # that loop is closed
        done.get_loop().call_soon_threadsafe(unless_done)
