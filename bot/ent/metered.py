"""A directory whose calls are counted and timed; beside that it is the one it stands for."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from functools import wraps
from typing import Any, cast

from bot import meters
from bot.ent.directory import Directory
from bot.terms import Declined, InDoubt


def metered(directory: Directory) -> Directory:
    """The same directory, metered."""
    return cast(Directory, _Metered(directory))


class _Metered:
    """Takes each call from the directory when it is first asked for."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory

    def __getattr__(self, name: str) -> Any:
        call = _timed(name, getattr(self._directory, name))
        setattr(self, name, call)
        return call


def _timed(operation: str, call: Callable[..., Awaitable[Any]]) -> Callable[..., Awaitable[Any]]:
    @wraps(call)
    async def timed(*args: Any, **kwargs: Any) -> Any:
        began, outcome = time.perf_counter(), "failed"
        try:
            answer = await call(*args, **kwargs)
            outcome = "done"
        except Declined as no:
            outcome = str(no.reason)
            raise
        except InDoubt:
            outcome = "doubt"
            raise
        finally:
            meters.ent(operation, outcome, time.perf_counter() - began)
        return answer

    return timed
