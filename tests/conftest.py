"""The databases the tests run on: SQLite files and a real PostgreSQL, fresh for every test.

Each kind is migrated once per session. A test gets a copy of the SQLite file, and on PostgreSQL a database that was
refilled with its first rows (`tests/refilling.py`).
"""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from fluent.runtime import FluentBundle

from bot.ent.embedded import VERSIONS
from bot.storage.engine import Records, open_records
from bot.storage.migrations import upgrade
from tests.postgres import Cluster, running_cluster
from tests.refilling import Refilled
from tests.traces import whole
from tests.world import World

pytest_plugins = ("tests.programs",)

_EITHER = {"handlers", "journeys", "operator", "seeing", "workflows"}  # rooms that SQLite shows as PostgreSQL does
_APART = {"deploy", "durability", "house"}  # rooms that try processes and files
_SLOW = ("durability", "deploy", "journeys", "operator")
_LONG = {"test_fuzzing", "test_languages", "test_stateful", "test_wording"}  # where examples come by the hundred
DATABASES = ("sqlite", "postgresql")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begins with the rooms whose tests take long, so that none of them is left alone at the end."""
    items.sort(key=lambda item: next((i for i, room in enumerate(_SLOW) if room in item.path.parts), len(_SLOW)))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Measures no coverage during the tests that reach nothing new: measuring doubles the time that a test takes."""
    measuring = item.config.pluginmanager.get_plugin("_cov")
    if measuring is None or measuring.cov_controller is None or reaches_more(item):
        return (yield)
    measuring.cov_controller.pause()
    try:
        return (yield)
    finally:
        measuring.cov_controller.resume()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Iterator[None]:
    """Escapes what no encoding can write in what a test logged: such a report would end the worker that sends it."""
    report: Any = yield
    report.sections = [(name, text.encode("utf-8", "backslashreplace").decode()) for name, text in report.sections]
    return report  # type: ignore[no-any-return]


def reaches_more(item: pytest.Item) -> bool:
    """Whether that test may run through code of `bot` that no other test of this process runs through."""
    rooms = {*item.path.parts}
    params = item.callspec.params.values() if hasattr(item, "callspec") else ()
    again = "postgresql" in params and rooms & _EITHER
    return not (again or rooms & _APART or item.path.stem in _LONG)


@pytest.fixture(autouse=True)
def nothing_lacking(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fails a test in which a sentence is worded without all the facts that it needs."""
    lacking = list[Exception]()
    say = FluentBundle.format_pattern

    def checked(*given: Any) -> tuple[str, list[Exception]]:
        made, errors = say(*given)
        lacking.extend(errors)
        return str(made), errors

    monkeypatch.setattr(FluentBundle, "format_pattern", checked)
    yield
    assert not lacking


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """The PostgreSQL server of this session."""
    with running_cluster() as running:
        yield running


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """The address of a SQLite file that does not exist yet."""
    return f"sqlite:///{tmp_path / 'palier.db'}"


@pytest.fixture
async def postgres_url(cluster: Cluster) -> AsyncIterator[str]:
    """The address of a fresh, empty PostgreSQL database."""
    name = await cluster.create()
    yield cluster.url(name)
    await cluster.drop(name)


@pytest.fixture(params=DATABASES)
def database_url(request: pytest.FixtureRequest) -> str:
    """The address of a fresh, empty database, of each kind in turn."""
    url: str = request.getfixturevalue({"sqlite": "sqlite_url", "postgresql": "postgres_url"}[request.param])
    return url


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def migrated_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file at the present schema, to copy."""
    file = tmp_path_factory.mktemp("migrated") / "palier.db"
    await migrate(f"sqlite:///{file}")
    return file


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def migrated_postgres(cluster: Cluster) -> str:
    """The name of a PostgreSQL database at the present schema, to copy."""
    name = await cluster.create()
    await migrate(cluster.url(name))
    return name


@pytest.fixture
def migrated_sqlite_url(migrated_sqlite: Path, tmp_path: Path) -> str:
    """The address of a fresh SQLite file at the present schema."""
    return f"sqlite:///{shutil.copy(migrated_sqlite, tmp_path / 'migrated.db')}"


@pytest.fixture(scope="session")
def refilled_migrated(cluster: Cluster, migrated_postgres: str) -> Refilled:
    """Makes databases at the present schema."""
    return Refilled(cluster, migrated_postgres)


@pytest.fixture
async def migrated_postgres_url(cluster: Cluster, refilled_migrated: Refilled) -> str:
    """The address of a fresh PostgreSQL database at the present schema."""
    return cluster.url(await refilled_migrated.fresh())


@pytest.fixture(params=DATABASES)
def migrated_url(request: pytest.FixtureRequest) -> str:
    """The address of a fresh database at the present schema, of each kind in turn."""
    url: str = request.getfixturevalue(f"migrated_{request.param.removesuffix('ql')}_url")
    return url


@pytest.fixture
async def records(migrated_url: str) -> AsyncIterator[Records]:
    """Open records at the present schema, on each kind of database in turn."""
    opened = open_records(migrated_url)
    yield opened
    await opened.close()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def inhabited_sqlite(migrated_sqlite: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file where the demo's people are linked, to copy."""
    file = Path(shutil.copy(migrated_sqlite, tmp_path_factory.mktemp("inhabited") / "palier.db"))
    await inhabit(f"sqlite:///{file}")
    return file


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def inhabited_postgres(cluster: Cluster, migrated_postgres: str) -> str:
    """The name of a PostgreSQL database where the demo's people are linked, to copy."""
    name = await cluster.create(migrated_postgres)
    await inhabit(cluster.url(name))
    return name


@pytest.fixture
def inhabited_sqlite_url(inhabited_sqlite: Path, tmp_path: Path) -> str:
    """The address of a fresh SQLite file where the demo's people are linked."""
    return f"sqlite:///{shutil.copy(inhabited_sqlite, tmp_path / 'inhabited.db')}"


@pytest.fixture(scope="session")
def refilled_inhabited(cluster: Cluster, inhabited_postgres: str) -> Refilled:
    """Makes databases where the demo's people are linked."""
    return Refilled(cluster, inhabited_postgres)


@pytest.fixture
async def inhabited_postgres_url(cluster: Cluster, refilled_inhabited: Refilled) -> str:
    """The address of a fresh PostgreSQL database where the demo's people are linked."""
    return cluster.url(await refilled_inhabited.fresh())


@pytest.fixture(params=DATABASES)
def inhabited_url(request: pytest.FixtureRequest) -> str:
    """The address of a fresh database where the demo's people are linked, of each kind in turn."""
    url: str = request.getfixturevalue(f"inhabited_{request.param.removesuffix('ql')}_url")
    return url


@pytest.fixture
async def world(inhabited_url: str) -> AsyncIterator[World]:
    """The demo's people at their desk, on each kind of database in turn."""
    opened = open_records(inhabited_url)
    made = World(opened)
    yield made
    await whole(made)
    await opened.close()


@pytest.fixture
async def sqlite_world(inhabited_sqlite_url: str) -> AsyncIterator[World]:
    """The demo's people on SQLite only, for tests of many cases that do not depend on the database."""
    opened = open_records(inhabited_sqlite_url)
    yield World(opened)
    await opened.close()


async def inhabit(url: str) -> None:
    """Links the demo's people in the database at that address."""
    opened = open_records(url)
    try:
        await World(opened).people()
    finally:
        await opened.close()


async def migrate(url: str) -> None:
    """Brings the database at that address to the present schema."""
    opened = open_records(url)
    try:
        await opened.run(lambda connection: upgrade(connection, [VERSIONS]))
    finally:
        await opened.close()
