"""Checks the database: that it answers, its schema, its disk, its connections."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

from bot import opening
from bot.doctor import clock
from bot.ent.finding import Finding
from bot.storage import examining
from bot.storage.migrations import Schema
from bot.workflows.desk import Desk
from config.settings import Settings

_SQLITE = "sqlite:///"
_ROOM = 200  # MB that must be free
_OLDEST = 13  # version of PostgreSQL that will do
_POOL = 20  # connections that one process opens at most
_REMOTE = ("nfs", "cifs", "smb", "9p", "fuse.sshfs", "afs", "ceph", "gluster", "lustre")


async def reached(desk: Desk, settings: Settings) -> Finding:
    """Whether the database exists and answers, with a schema that this release can use."""
    path = file(settings)
    if path is not None and not path.exists():  # opening it would create it
        return Finding("database", f"there is no file {path}: run `palier migrate`", fine=False)
    try:
        await opening.ready(desk)
    except opening.Misconfigured as error:
        return Finding("database", str(error), fine=False)
    if await opening.schema_of(desk) is Schema.NEWER:
        return Finding("database", "at a newer schema than this release's, which can live with it: update Palier")
    return Finding("database", "at the present schema")


async def examine(desk: Desk, settings: Settings) -> AsyncIterator[Finding]:
    """Whether the database can be written to; then SQLite's file and disk, or PostgreSQL's server and clock."""
    trouble = await examining.unwritable(desk.records)
    advice = "look at its disk and at the rights of whom PALIER_DATABASE_URL names"
    words = f"nothing can be written ({trouble}): {advice}" if trouble else "can be written to"
    yield Finding("database writes", words, not trouble)
    path = file(settings)
    if path is not None:
        yield _lies(path, await desk.records.read(examining.journal))
        return
    server = await desk.records.read(examining.server)
    yield _serves(server)
    yield clock.compared("database clock", desk.clock(), server.time)


def filesystem(path: Path, mounts: str) -> str:
    """The type of the file system that holds `path`, from the text of `/proc/self/mounts`; empty if not listed."""
    lines = (line.split() for line in mounts.splitlines())
    above = [(len(Path(line[1]).parts), line[2]) for line in lines if path.is_relative_to(line[1])]
    return max(above, default=(0, ""))[1]


def file(settings: Settings) -> Path | None:
    """The SQLite file; None on PostgreSQL."""
    url = settings.database_url.get_secret_value()
    return Path(url.removeprefix(_SQLITE).partition("?")[0]).resolve() if url.startswith(_SQLITE) else None


def _lies(file: Path, journal: str) -> Finding:
    mounts = Path("/proc/self/mounts")
    kind = filesystem(file, mounts.read_text("utf-8", "replace") if mounts.exists() else "")
    free = shutil.disk_usage(file.parent).free // 1_000_000
    if kind.startswith(_REMOTE):
        return Finding("database file", f"on a disk of the network ({kind}): put it on a local one", fine=False)
    if journal != "wal":
        return Finding("database file", f"written as {journal}, not wal: put it on a local disk", fine=False)
    room = f"{free} MB are free on its disk"
    return Finding("database file", room if free >= _ROOM else f"{room}: make room", free >= _ROOM)


def _serves(server: examining.Server) -> Finding:
    words = f"PostgreSQL {server.version}, {server.free} connections left"
    if server.version < _OLDEST:
        return Finding("database server", f"{words}: install version {_OLDEST} or newer", fine=False)
    if server.free < _POOL:
        advice = f"each process may take {_POOL}: raise max_connections, or run fewer"
        return Finding("database server", f"{words}; {advice}", fine=False)
    return Finding("database server", words)
