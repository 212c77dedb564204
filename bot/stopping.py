"""How work ends when the process is told to: whatever is under way has the same short grace."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

T = TypeVar("T")
GRACE = 4.0  #: seconds: twice that, one after the other, and a supervisor's ten are not over


async def to_the_end(work: Coroutine[Any, Any, T], stop: asyncio.Event, grace: float = GRACE) -> T | None:
    """What the work returns; None where it was cut off, `grace` seconds after `stop` was set."""
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
