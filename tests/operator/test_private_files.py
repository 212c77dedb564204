"""What Palier writes is its owner's alone, whatever the umask; `palier doctor` finds what is not."""

from __future__ import annotations

import os
import stat
import sys
from asyncio import create_subprocess_exec
from asyncio.subprocess import PIPE
from pathlib import Path

import pytest

from bot.doctor import files
from tests.processes import Palier

HERE = Path(__file__).parents[2]


def wide(folder: Path) -> list[str]:
    """The files and folders below it that somebody beside their owner may use."""
    return [str(path) for path in folder.rglob("*") if stat.S_IMODE(path.lstat().st_mode) & 0o077]


@pytest.fixture(params=[0o000, 0o022, 0o077])
def umask(request: pytest.FixtureRequest) -> int:
    """A umask that an operator may have."""
    return int(request.param)


async def run(umask: int, home: Path, *words: str) -> tuple[int, str]:
    """Runs `palier` in a process of its own with that umask; returns its status and what it said."""
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(HERE), "PALIER_TELEGRAM_API": "http://127.0.0.1:1"}
    environment |= {"PALIER_DATABASE_URL": f"sqlite:///{home / 'palier.db'}", "PALIER_TELEGRAM_TOKEN": "1:x"}
    process = await create_subprocess_exec(
        *(sys.executable, "-m", "bot", *words), cwd=home, env=environment, stdout=PIPE, stderr=PIPE, umask=umask
    )
    said, trouble = await process.communicate()
    assert process.returncode is not None
    return process.returncode, (said + trouble).decode()


async def test_the_database_is_its_owners_alone_whatever_the_umask(umask: int, tmp_path: Path) -> None:
    assert (await run(umask, tmp_path, "migrate"))[0] == 0
    assert (await run(umask, tmp_path, "seed", "--accounts", "50"))[0] == 0

    assert (tmp_path / "palier.db").exists()
    assert wide(tmp_path) == []


async def test_a_database_that_was_open_to_others_is_closed_to_them_at_the_next_start(tmp_path: Path) -> None:
    await run(0o077, tmp_path, "migrate")
    for name in ("palier.db", "palier.db-wal", "palier.db-shm"):
        (tmp_path / name).touch()
        (tmp_path / name).chmod(0o666)

    assert (await run(0o000, tmp_path, "seed", "--demo"))[0] == 0

    assert wide(tmp_path) == []


async def test_a_folder_that_is_named_in_place_of_a_database_stays_open_to_others(tmp_path: Path) -> None:
    shared = tmp_path / "palier.db"
    shared.mkdir()
    shared.chmod(0o1777)

    assert (await run(0o022, tmp_path, "migrate"))[0] == 1

    assert stat.S_IMODE(shared.stat().st_mode) == 0o1777


async def test_all_that_a_demo_keeps_is_its_owners_alone(umask: int, tmp_path: Path) -> None:
    folder = tmp_path / "a" / "world"
    demo = Palier("demo", "--port", "0", "--data", str(folder), home=HERE)
    before = os.umask(umask)
    try:
        await demo.start()
    finally:
        os.umask(before)
    try:
        assert {"palier.db", "palier.db-wal", "telegram"} <= {path.name for path in folder.iterdir()}
        assert (folder / "telegram" / "world.sqlite").exists()
        assert wide(tmp_path) == []
    finally:
        await demo.stop()
    assert wide(tmp_path) == []


def test_a_file_that_others_may_read_is_found(tmp_path: Path) -> None:
    token, base = tmp_path / "token", tmp_path / "palier.db"
    for file in (token, base):
        file.touch(mode=0o600)
    shut = files.secrets([token, tmp_path / ".env"]), files.database(base)
    assert [found.fine for found in shut if found is not None] == [True, True]

    Path(f"{base}-wal").touch(mode=0o600)
    Path(f"{base}-wal").chmod(0o604)
    token.chmod(0o640)
    ajar = files.secrets([token]), files.database(base)

    assert [found.fine for found in ajar if found is not None] == [False, False]
    assert ajar[1] is not None
    assert f"chmod 600 {base}-wal" in ajar[1].words


def test_where_there_is_no_such_file_nothing_is_said(tmp_path: Path) -> None:
    assert files.secrets([tmp_path / ".env"]) is None
    assert files.database(tmp_path / "palier.db") is None
    assert files.database(None) is None


async def test_the_doctor_says_so(tmp_path: Path) -> None:
    await run(0o077, tmp_path, "migrate")
    (tmp_path / ".env").write_text("PALIER_LOG=json\n", "utf-8")
    (tmp_path / ".env").chmod(0o644)

    _, said = await run(0o022, tmp_path, "doctor")

    assert "MEND  secrets: others may read .env" in said
    assert "ok    data files" in said
