"""How work ends when the process is told to stop: all work under way gets the same few seconds to finish."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

T = TypeVar("T")
GRACE = 4.0  #: seconds; two such waits in a row still fit into the ten that a supervisor allows


async def to_the_end(work: Coroutine[Any, Any, T], stop: asyncio.Event, grace: float = GRACE) -> T | None:
    """What the work returns; None if it was cancelled, `grace` seconds after `stop` was set."""
    task = asyncio.ensure_future(work)
    stopping = asyncio.ensure_future(stop.wait())
    try:
        await asyncio.wait((task, stopping), return_when=asyncio.FIRST_COMPLETED)
        await asyncio.wait((task,), timeout=grace if stop.is_set() else None)
        if task.done():
            return task.result()
        return None
    finally:
        stopping.cancel()
        task.cancel()
        await asyncio.wait((task, stopping))
