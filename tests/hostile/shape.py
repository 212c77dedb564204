"""What a fuzzed entrance is: a name, something opened once, and one input after the other that it must bear."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass


@dataclass(frozen=True)
class Fed:
    """An entrance that is open. `feed` takes one input, and raises where a property does not hold."""

    feed: Callable[[bytes], Awaitable[None]]
    seeds: Sequence[bytes]  #: inputs as they come in earnest; the others are made of them


Opened = Callable[[], AbstractAsyncContextManager[Fed]]


def reader(read: Callable[[bytes], object], seeds: Callable[[], Iterable[bytes]]) -> Opened:
    """The entrance that only one function reads, without any world around it."""

    @asynccontextmanager
    async def opened() -> AsyncIterator[Fed]:
        async def feed(raw: bytes) -> None:
            read(raw)

        yield Fed(feed, list(seeds()))

    return opened
