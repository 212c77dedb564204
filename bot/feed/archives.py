"""Zip archives, in memory and within bounds: nothing is unpacked to a disk."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import IO

from bot.feed.encodings import MOST_BYTES
from bot.feed.reasons import Unreadable

Bytes = Callable[[], bytes]
"""Fetches the bytes of a file; raises `Unreadable`."""

MAGIC = b"PK\x03\x04"
_MOST_MEMBERS, _MOST_UNPACKED, _MOST_ARCHIVE = 20_000, 2 * 2**30, 64 * 2**20
_DEEPEST = 3  #: archives within archives
_BOOKS = ("[Content_Types].xml", "mimetype")  # by which a workbook is known, which is an archive too
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)


def members(file: Path) -> Iterator[tuple[str, Bytes]]:
    """The files in that archive, and in the archives in it: name within it, and how its bytes are fetched.

    A workbook, and an archive that cannot be opened, is one file without a name, whose bytes cannot be fetched.
    """
    yield from _members(lambda: file.open("rb"), 1)


def _members(opened: Callable[[], IO[bytes]], depth: int) -> Iterator[tuple[str, Bytes]]:
    try:
        with opened() as raw, zipfile.ZipFile(raw) as archive:
            infos = archive.infolist()
            _check(infos, depth)
            inner = {one.filename for one in infos if not one.is_dir() and _is_archive(archive, one)}
    except Unreadable as error:
        yield "", _failing(error)
        return
    except _BROKEN:
        yield "", _failing(Unreadable("bad-archive"))
        return
    for one in infos:
        if one.is_dir():
            continue
        if _climbs(one.filename):
            yield one.filename, _failing(Unreadable("climbing-path"))
        elif one.filename in inner:
            fetch = _fetcher(opened, one.filename, _MOST_ARCHIVE)
            for name, load in _members(lambda fetch=fetch: BytesIO(fetch()), depth + 1):  # type: ignore[misc]
                yield f"{one.filename}/{name}" if name else one.filename, load
        else:
            yield one.filename, _fetcher(opened, one.filename, MOST_BYTES)


def _check(infos: list[zipfile.ZipInfo], depth: int) -> None:
    """Raises `Unreadable` for a workbook, and for an archive that is too large once unpacked."""
    if any(one.filename in _BOOKS for one in infos):
        raise Unreadable("workbook")
    if depth > _DEEPEST or len(infos) > _MOST_MEMBERS or sum(one.file_size for one in infos) > _MOST_UNPACKED:
        raise Unreadable("archive-too-large")


def _is_archive(archive: zipfile.ZipFile, one: zipfile.ZipInfo) -> bool:
    """Whether the member is an archive itself; one that cannot be read is none."""
    try:
        with archive.open(one) as member:
            return member.read(4) == MAGIC
    except _BROKEN:
        return False


def _climbs(name: str) -> bool:
    """Whether a name leads out of the folder into which an archive would be unpacked."""
    path = PurePosixPath(name.replace("\\", "/"))
    return path.is_absolute() or ".." in path.parts or name[1:2] == ":"


def _failing(error: Unreadable) -> Bytes:
    def load() -> bytes:
        raise error

    return load


def _fetcher(opened: Callable[[], IO[bytes]], name: str, most: int) -> Bytes:
    """Fetches the member of that name, and no more than `most` bytes of it."""

    def load() -> bytes:
        try:
            with opened() as raw, zipfile.ZipFile(raw) as archive, archive.open(name) as member:
                found = member.read(most + 1)
        except _BROKEN as error:
            raise Unreadable("bad-archive") from error
        if len(found) > most:
            raise Unreadable("too-large")
        return found

    return load
