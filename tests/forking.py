"""Processes of `palier` that start at once: forked off a server that has imported the program already.

Importing takes more than a second of processor time, and the tests start hundreds of processes. A forked one has its
own memory, signals, environment and exit status like one that was started afresh; tests/deploy starts those.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import signal
import sys
from collections.abc import Mapping, Sequence
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess

_FORKS = multiprocessing.get_context("forkserver")
_FORKS.set_forkserver_preload(["bot.__main__", "bot.demo"])


class Forked:
    """A process that runs `palier`, as `asyncio.subprocess.Process` shows one."""

    def __init__(self, process: ForkServerProcess, stdout: asyncio.StreamReader, stderr: asyncio.StreamReader):
        self.stdout = stdout
        self.stderr = stderr
        self._process = process

    @property
    def pid(self) -> int:
        """The id of the process."""
        assert self._process.pid is not None
        return self._process.pid

    @property
    def returncode(self) -> int | None:
        """Its status, negative for the signal that ended it; None while it runs."""
        return self._process.exitcode

    def send_signal(self, how: signal.Signals) -> None:
        """Sends it a signal; raises `ProcessLookupError` where it has ended."""
        os.kill(self.pid, how)

    async def wait(self) -> int:
        """Waits until it ends; returns its status."""
        loop = asyncio.get_running_loop()
        ended = asyncio.Event()
        loop.add_reader(self._process.sentinel, ended.set)
        try:
            await ended.wait()
        finally:
            loop.remove_reader(self._process.sentinel)
        self._process.join()
        assert self._process.exitcode is not None
        return self._process.exitcode

    async def communicate(self) -> tuple[bytes, bytes]:
        """Waits until it ends; returns what it wrote to its two outputs."""
        said, complained = await asyncio.gather(self.stdout.read(), self.stderr.read())
        await self.wait()
        return said, complained


async def forked(words: Sequence[str], environment: Mapping[str, str]) -> Forked:
    """Starts `palier` with these words and only this environment."""
    outs = [_FORKS.Pipe(duplex=False) for _ in range(2)]
    process = _FORKS.Process(target=_run, args=(tuple(words), dict(environment), *(there for _, there in outs)))
    process.start()
    for _, there in outs:
        there.close()
    readers = [await _reader(here) for here, _ in outs]
    return Forked(process, *readers)


async def _reader(here: Connection) -> asyncio.StreamReader:
    reader = asyncio.StreamReader()
    pipe = os.fdopen(os.dup(here.fileno()), "rb", 0)
    here.close()
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), pipe)
    return reader


def _run(words: tuple[str, ...], environment: dict[str, str], out: Connection, err: Connection) -> None:
    """What the forked process does: it becomes `palier` with those words."""
    for given, number in ((out, 1), (err, 2)):
        os.dup2(given.fileno(), number)
        given.close()
    sys.stdout, sys.stderr = os.fdopen(1, "w", encoding="utf-8"), os.fdopen(2, "w", 1, "utf-8")
    os.environ.clear()
    os.environ.update(environment)
    sys.argv = ["palier", *words]
    from bot.__main__ import main

    main()
