"""Whatever goes wrong, a command ends with one plain sentence; and it ends quietly where nobody reads it any more."""

from __future__ import annotations

import errno
import os
import re
import socket
import sys
from asyncio import create_subprocess_exec
from asyncio.subprocess import PIPE
from pathlib import Path

import pytest

from bot import terminal
from bot.terms import Unavailable
from tests.operator.trouble import palier
from tests.processes import free_port, once

COMMANDS = (
    *("seed --demo", "seed --accounts 3", "link directeur", "tokens", "tokens --revoke 1", "unlink parent", "outbox"),
    *("outbox retry 1", "outbox drop 1", "parked", "parked show 1", "parked drop 1", "parked replay --all"),
    "audit verify",
)
#: what only a library says
RAW = re.compile(r"Traceback|Errno|sqlite3|sqlalche|asyncpg|no such table|does not exist|Error\b|unable to open")
FULL = Path("/dev/full")

needs_full = pytest.mark.skipif(not FULL.exists(), reason="this system has no /dev/full")


async def complaint(url: str, command: str) -> str:
    """The one line with which the command fails on that database."""
    telegram = {"PALIER_TELEGRAM_TOKEN": "1:x", "PALIER_TELEGRAM_API": "http://127.0.0.1:1"}
    status, said = await once(*command.split(), PALIER_DATABASE_URL=url, **telegram)
    assert status == 1, (command, said)
    [line] = said.splitlines()
    assert line.startswith("palier: "), (command, line)
    assert RAW.search(line) is None, (command, line)
    assert line.endswith((".", "?")), (command, line)
    return line


@pytest.mark.parametrize("command", COMMANDS)
async def test_a_database_that_was_not_migrated_asks_for_it(tmp_path: Path, command: str) -> None:
    assert "palier migrate" in await complaint(f"sqlite:///{tmp_path / 'none.db'}", command)


@pytest.mark.parametrize("command", ["migrate", *COMMANDS])
async def test_a_database_in_a_folder_that_is_not_there_says_where_to_look(tmp_path: Path, command: str) -> None:
    said = await complaint(f"sqlite:///{tmp_path / 'nowhere' / 'palier.db'}", command)

    assert "PALIER_DATABASE_URL" in said
    assert "folder" in said


@pytest.mark.parametrize("command", ["migrate", *COMMANDS])
async def test_a_file_that_is_no_database_is_called_so(tmp_path: Path, command: str) -> None:
    file = tmp_path / "palier.db"
    file.write_bytes(b"nothing of the kind\n" * 400)

    assert "no database" in await complaint(f"sqlite:///{file}", command)


@pytest.mark.parametrize("command", ["migrate", *COMMANDS])
async def test_a_server_whose_name_is_not_known_is_told_from_one_that_is_silent(command: str) -> None:
    assert "host is not known" in await complaint("postgresql://palier@nowhere.invalid/palier", command)
    silent = await complaint(f"postgresql://palier@127.0.0.1:{free_port()}/palier", command)
    assert "is its server running" in silent


@needs_full
async def test_a_full_disk_is_called_so(tmp_path: Path) -> None:
    assert "The disk is full" in await complaint("sqlite:////dev/full", "migrate")


@pytest.mark.parametrize("command", ["link x", "unlink x", "tokens --school x"])
async def test_an_ent_that_is_not_there_is_called_so(tmp_path: Path, command: str) -> None:
    url = f"sqlite:///{tmp_path / 'palier.db'}"
    await palier(url, "migrate")
    ent = {"PALIER_ENT": "entcore", "PALIER_ENTCORE_URL": "https://nowhere.invalid"}
    ent |= {"PALIER_ENTCORE_LOGIN": "a", "PALIER_ENTCORE_PASSWORD": "b", "PALIER_DATABASE_URL": url}

    status, said = await once(*command.split(), **ent)

    assert status == 1
    [line] = said.splitlines()
    assert re.search(r"^palier: .*the ENT cannot be reached.*PALIER_ENTCORE_", line)


async def test_a_wrong_setting_is_named_once() -> None:
    status, said = await palier("mysql://somewhere", "outbox")

    assert (status, said.count("PALIER_DATABASE_URL")) == (1, 1)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (Unavailable("nothing was written: database is locked"), "locked by another process"),
        (Unavailable("attempt to write a readonly database"), "may only be read"),
        (Unavailable("disk I/O error"), "is the disk full"),
        (Unavailable('password authentication failed for user "palier"'), "refuses the login"),
        (Unavailable('database "palier" does not exist'), "no database of that name"),
        (Unavailable("every connection to the database is in use"), "Every connection"),
        (OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)), "The disk is full"),
        (PermissionError(errno.EACCES, "Permission denied", "/etc/palier/token"), "/etc/palier/token: this user may"),
        (IsADirectoryError(errno.EISDIR, "Is a directory", "/srv"), "/srv: it is a folder"),
        (OSError(errno.EMFILE, "Too many open files", "/srv/a"), "/srv/a: too many open files"),
        (socket.gaierror(-2, "Name or service not known"), "name of a host is not known"),
        (OSError(errno.EADDRINUSE, "address already in use"), "another port in PALIER_LISTEN"),
        (ValueError("there is no handout 7"), "there is no handout 7"),
    ],
)
def test_an_error_is_told_in_a_sentence(error: Exception, words: str) -> None:
    said = terminal.told(error)

    assert words in said
    assert "Errno" not in said


async def run(url: str, *words: str, stdout: int) -> tuple[int, str]:
    """Runs a command that prints there; returns its status and what it complains of."""
    environment = {
        "PATH": os.environ["PATH"],
        "PALIER_DATABASE_URL": url,
        "PALIER_TELEGRAM_API": "http://127.0.0.1:1",
    }
    process = await create_subprocess_exec(
        *(sys.executable, "-m", "bot", *words), env=environment, stdout=stdout, stderr=PIPE
    )
    _, complained = await process.communicate()
    assert process.returncode is not None
    return process.returncode, complained.decode()


@pytest.fixture
async def filled(tmp_path: Path) -> str:
    """The address of a database with the demo's world."""
    url = f"sqlite:///{tmp_path / 'palier.db'}"
    for words in (("migrate",), ("seed", "--demo")):
        assert (await palier(url, *words))[0] == 0
    return url


@pytest.mark.parametrize(
    "command", ["tokens", "outbox", "parked", "audit verify", "link directeur", "--help", "doctor"]
)
async def test_a_command_whose_reader_is_gone_ends_without_a_word(filled: str, command: str) -> None:
    reads, writes = os.pipe()
    os.close(reads)
    try:
        status, complained = await run(filled, *command.split(), stdout=writes)
    finally:
        os.close(writes)

    assert complained == ""
    assert status in (0, terminal.UNHEARD)


async def test_no_more_links_are_made_once_nobody_reads_them(filled: str) -> None:
    reads, writes = os.pipe()
    os.close(reads)
    try:
        await run(filled, "link", "directeur", "parent", "eleve", stdout=writes)
    finally:
        os.close(writes)

    _, listed = await palier(filled, "tokens")
    assert listed.count("one link") == 1


@needs_full
async def test_what_cannot_be_printed_is_told(filled: str) -> None:
    full = os.open(FULL, os.O_WRONLY)
    try:
        status, complained = await run(filled, "tokens", stdout=full)
    finally:
        os.close(full)

    assert status == 1
    assert complained.startswith("palier: What the command prints cannot be written: The disk is full")
    assert len(complained.splitlines()) == 1
