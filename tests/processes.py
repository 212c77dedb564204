"""Runs `palier` as an operator does: in processes of its own, which are told to stop, or killed."""

from __future__ import annotations

import asyncio
import itertools
import os
import signal
import socket
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from tests.forking import Forked, forked

READY = 60.0  # seconds a process may take on a busy machine

_ports = itertools.count(os.getpid() * 101)  # each process of the tests begins with another number


class Palier:
    """A `palier` command that runs until it is told to end, and may be started again afterwards.

    With `home`, the folder of another version of the program is run; with `python`, another interpreter runs it.
    """

    def __init__(
        self, *words: str, home: Path | str | None = None, python: str = sys.executable, **environment: str
    ) -> None:
        self.words = words
        self.home = home
        self.python = python
        self.environment = _environment(environment)
        self.process: Process | Forked | None = None
        self.complaints: list[str] = []  #: what it wrote to standard error, since it was first started
        self._complained = asyncio.Event()
        self._reading: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Starts it; returns once it says that it is ready. `AssertionError` where it says anything else."""
        if self.home is None and self.python == sys.executable:
            self.process = await forked(self.words, self.environment)
        else:
            self.process = await asyncio.create_subprocess_exec(
                self.python, "-m", "bot", *self.words, cwd=self.home, env=self.environment, stdout=PIPE, stderr=PIPE
            )
        assert self.process.stdout is not None
        self._reading = asyncio.create_task(self._read(self.process))
        async with asyncio.timeout(READY):
            line = (await self.process.stdout.readline()).decode()
        if "ready" not in line:
            await self._gone()
        assert "ready" in line, "".join(self.complaints[-5:]) or line

    async def complains(self, words: str) -> None:
        """Returns once it has written these words to standard error."""
        while not any(words in line for line in self.complaints):
            self._complained.clear()
            await self._complained.wait()

    async def kill(self) -> None:
        """Kills it, as a power cut would."""
        await self._end(signal.SIGKILL)

    async def stop(self) -> float:
        """Tells it to stop, and waits; returns how many seconds it took."""
        begun = asyncio.get_running_loop().time()
        await self._end(signal.SIGTERM)
        return asyncio.get_running_loop().time() - begun

    @property
    def pid(self) -> int:
        """The id of its process."""
        assert self.process is not None
        return self.process.pid

    @property
    def alive(self) -> bool:
        """Whether it runs."""
        return self.process is not None and self.process.returncode is None

    async def _end(self, how: signal.Signals) -> None:
        if self.alive:
            assert self.process is not None
            with suppress(ProcessLookupError):
                self.process.send_signal(how)
        await self._gone()

    async def _gone(self) -> None:
        if self.process is not None:
            async with asyncio.timeout(READY):
                await self.process.wait()
        if self._reading is not None:
            await self._reading

    async def _read(self, process: Process | Forked) -> None:
        assert process.stderr is not None
        async for line in process.stderr:
            self.complaints.append(line.decode(errors="replace"))
            self._complained.set()


@asynccontextmanager
async def palier(*words: str, **environment: str) -> AsyncIterator[Palier]:
    """Runs a `palier` command that is ready inside the context, and told to stop at its end."""
    running = Palier(*words, **environment)
    try:
        await running.start()
        yield running
    finally:
        await running.stop()


async def once(*words: str, home: Path | str | None = None, **environment: str) -> tuple[int, str]:
    """Runs a `palier` command to its end; returns its status and its output."""
    process: Process | Forked
    if home is None:
        process = await forked(words, _environment(environment))
    else:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", *words, cwd=home, env=_environment(environment), stdout=PIPE, stderr=PIPE
        )
    async with asyncio.timeout(READY):
        said, complained = await process.communicate()
    assert process.returncode is not None
    return process.returncode, (said + complained).decode()


def free_port() -> int:
    """A port on which nobody listens: another one at each call, and in each process of the tests."""
    while True:
        port = 20_000 + next(_ports) % 12_000  # below the ports that the system gives to outgoing connections
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port


def _environment(more: dict[str, str]) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PALIER_")}
    return kept | more
