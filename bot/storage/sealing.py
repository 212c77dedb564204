"""Sealing: the files of a SQLite database are its owner's alone, whatever the umask of whoever starts the bot."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path

BESIDE = ("", "-wal", "-shm", "-journal")  #: what SQLite adds to the name of the database for the files beside it
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def seal(file: Path) -> None:
    """Creates the database file where there is none; takes it and the files beside it from all but their owner.

    SQLite gives the files beside it the same mode. A file that belongs to somebody else is left as it is, and so is
    a folder, which others may need: it is no database.
    """
    with suppress(OSError):  # a folder that is missing or closed: SQLite says so itself
        os.close(os.open(file, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    for end in BESIDE:
        beside = Path(f"{file}{end}")
        if beside.is_file():
            tighten(beside)


def tighten(path: Path) -> None:
    """Takes a file or folder of ours from its group and from others; nothing where it is another's, or not there.

    The file is not opened: closing a database file would end the locks that this process holds on it.
    """
    with suppress(OSError):
        seen = path.stat()
        if seen.st_uid == os.geteuid() and seen.st_mode & _OTHERS:
            path.chmod(stat.S_IMODE(seen.st_mode) & ~_OTHERS)


def open_to_others(path: Path) -> bool:
    """Whether somebody beside its owner may read, change or enter it; False where it is not there."""
    with suppress(OSError):
        return bool(path.stat().st_mode & _OTHERS)
    return False
