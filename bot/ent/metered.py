"""Counts and times every call to the ENT; wraps any directory, without a list of its methods."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from functools import wraps
from typing import Any, cast

from bot import meters
from bot.ent.directory import Directory
from bot.terms import Declined, InDoubt


def metered(directory: Directory) -> Directory:
    """A directory that passes every call on to the one given, and meters it under the method's name."""
    return cast(Directory, _Metered(directory))


class _Metered:
    """Wraps each method of the directory when it is first looked up."""

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
