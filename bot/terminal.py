"""What an operator reads in a terminal: the lines of a command, and one sentence where it fails.

The sentence says what is wrong and what to do. All commands share it: none shows an error as a library words it.
"""

from __future__ import annotations

import argparse
import errno
import io
import os
import re
import socket
import sys
from collections.abc import AsyncGenerator, Callable, Iterator
from contextlib import suppress
from typing import TextIO

from pydantic import ValidationError
from telegram.error import BadRequest, NetworkError

from bot.terms import Declined, InDoubt, Unavailable
from config.settings import Settings

Lines = Callable[[argparse.Namespace, Settings], AsyncGenerator[str, None]]
"""What a command does: yields the lines to print."""

Command = Callable[[str, Lines, str], argparse.ArgumentParser]
"""Makes the parser of a command of that name, which does that, and is described so."""

UNHEARD = 141  #: the status of a command whose reader went away, as a shell shows it for other programs

_MIGRATE = "The database is not at the present schema: run `palier migrate`."
_FULL = "The disk is full: free some space on it, then run the command again."
_FILE = "the file that PALIER_DATABASE_URL names"
_DATABASE = (
    (r"no such (?:table|column)|relation \S+ does not exist|column \S+ does not exist", _MIGRATE),
    (r"disk is full|no space left|DiskFull", _FULL),
    (
        r"unable to open database file",
        f"The database cannot be opened, {_FILE}: does its folder exist, and may this user read and write both?",
    ),
    (
        r"disk I/O error",
        f"The database cannot be read or written, {_FILE}: is the disk full, or may this user not write beside it?",
    ),
    (r"locked", "The database is locked by another process: wait until that has ended, then run the command again."),
    (
        r"readonly database|read-only",
        "The database may only be read: run the command as the user of the bot, or let this user write to it.",
    ),
    (
        r"not a database|malformed",
        f"That is no database of Palier’s, or a damaged one, {_FILE}: correct the address, or restore a backup.",
    ),
    (
        r"name or service not known|name resolution|nodename nor servname|no address associated",
        "The database cannot be reached, its host is not known: correct PALIER_DATABASE_URL, or see to the network.",
    ),
    (
        r"password|authentication|role \S+ does not exist|pg_hba",
        "The database refuses the login: correct its user and password in PALIER_DATABASE_URL.",
    ),
    (
        r"database \S+ does not exist",
        "The server has no database of that name: make it, or correct PALIER_DATABASE_URL.",
    ),
    (r"in use", "Every connection to the database is in use: wait a moment, then run the command again."),
    (
        r"connect|unreachable|timed? ?out|refused|reset",
        "The database cannot be reached: is its server running, and PALIER_DATABASE_URL right?",
    ),
)
_FILES = {
    errno.ENOENT: "there is no such file or folder: correct the name, or make the folder.",
    errno.EACCES: "this user may not read or write it: run the command as another user, or change who may.",
    errno.EPERM: "this user may not read or write it: run the command as another user, or change who may.",
    errno.EISDIR: "it is a folder: name a file.",
    errno.ENOTDIR: "part of it is no folder: correct the name.",
    errno.EROFS: "that disk may only be read: name a file elsewhere.",
    errno.ENAMETOOLONG: "the name is too long: shorten it.",
}
_LISTENING = {
    errno.EADDRINUSE: "Another program listens there already: stop it, or name another port in PALIER_LISTEN.",
    errno.EADDRNOTAVAIL: "This machine has no such address: correct PALIER_LISTEN.",
    errno.EACCES: "This user may not do that: a port below 1024 in PALIER_LISTEN needs more rights.",
}


class Unheard(Exception):
    """Nobody reads what the command prints any more: it ends, and says nothing."""


class Unprinted(Exception):
    """What the command prints cannot be written; the message tells the operator."""


def prepare() -> None:
    """Has letters that the terminal cannot show printed as their numbers, instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def say(line: str) -> None:
    """Prints a line of results; raises `Unheard` where its reader is gone, `Unprinted` where it cannot be written."""
    try:
        print(line, flush=True)
    except OSError as error:
        _drop(sys.stdout)
        if isinstance(error, BrokenPipeError):
            raise Unheard from error
        raise Unprinted(f"What the command prints cannot be written: {_of_file(error)}") from error


def mark(text: str, end: str = "\n") -> None:
    """Prints how far a command is, on standard error: no reason to end where nobody can read it."""
    with suppress(OSError):
        print(text, end=end, file=sys.stderr, flush=True)


def bar(width: int = 40) -> Callable[[int, int], None]:
    """A function that shows how much is done, of how much: as a bar that grows, or off a terminal as tenths."""
    tenths = 0

    def show(done: int, everything: int) -> None:
        nonlocal tenths
        if sys.stderr.isatty():
            filled = width * done // everything
            end = "\n" if done == everything else ""
            mark(f"\r[{'#' * filled:<{width}}] {100 * done // everything} %", end)
        elif 10 * done // everything > tenths:
            tenths = 10 * done // everything
            mark(f"{10 * tenths} %")

    return show


def finish() -> None:
    """Writes what is still to be printed, such as the help; says nothing where that cannot be done."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            try:
                stream.flush()
            except OSError:
                _drop(stream)


def told(error: Exception) -> str:
    """The sentence for an error that ends a command."""
    if isinstance(error, ValidationError):
        return "; ".join(_setting(str(e["loc"][0]) if e["loc"] else "", e["msg"]) for e in error.errors())
    causes = list(_causes(error))
    if any(isinstance(one, Unavailable) for one in causes):
        return _database(causes)
    if isinstance(error, OSError):
        return _of_file(error)
    if isinstance(error, Declined | InDoubt):
        return f"{error}: is the ENT there, and are the PALIER_ENTCORE_… settings right? `palier doctor` tells."
    if isinstance(error, NetworkError) and not isinstance(error, BadRequest):
        return f"{error}: is the network there, and PALIER_TELEGRAM_API right? `palier doctor` tells."
    return str(error)


def _setting(name: str, message: str) -> str:
    """What is wrong with a setting, which is named once."""
    words, variable = message.removeprefix("Value error, "), f"PALIER_{name.upper()}"
    return words if words.startswith(variable) else f"{variable}: {words}"


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """The error, and those that it was raised from."""
    while error is not None:
        yield error
        error = error.__cause__


def _database(causes: list[BaseException]) -> str:
    words = " ".join(f"{type(one).__name__} {getattr(one, 'orig', one)}" for one in causes)
    found = (said for pattern, said in _DATABASE if re.search(pattern, words, re.IGNORECASE))
    last = str(getattr(causes[-1], "orig", causes[-1])).partition("\n")[0]
    return next(found, f"The database failed: {last}. `palier doctor` looks at it.")


def _of_file(error: OSError) -> str:
    """The sentence for an error of the system: about a file, an address, a port or a disk."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return _FULL
    if isinstance(error, socket.gaierror):
        return "The name of a host is not known: correct the address in the settings, or see to the network."
    if error.filename is not None:
        plain = (error.strerror or "").lower()
        return f"{os.fsdecode(error.filename)}: {_FILES.get(error.errno or 0, f'{plain}: see to that file.')}"
    return _LISTENING.get(error.errno or 0, str(error))


def _drop(stream: TextIO) -> None:
    """Has whatever is printed there from now on go nowhere, also what the interpreter writes when it ends."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
