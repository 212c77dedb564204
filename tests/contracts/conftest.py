"""Runs each contract test on every adapter, and the embedded one on each kind of database."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.ent.directory import Directory
from bot.ent.embedded.demo import seed
from bot.ent.entcore.adapter import EntcoreDirectory
from bot.storage.engine import open_records
from tests.contracts.stages import EmbeddedStage, EntcoreStage, Stage
from tests.entcore.standin import BOT, PASSWORD, Standin

ENTCORE = "entcore"


@pytest.fixture(params=("sqlite", "postgresql", ENTCORE))
def behind(request: pytest.FixtureRequest) -> str:
    """The address of the database behind the adapter, or `entcore`."""
    if request.param == ENTCORE:
        return ENTCORE
    url: str = request.getfixturevalue(f"migrated_{request.param.removesuffix('ql')}_url")
    return url


@pytest.fixture
async def stage(behind: str) -> AsyncIterator[Stage]:
    """The demo's world behind each adapter in turn."""
    if behind == ENTCORE:
        async with Standin() as standin:
            directory = EntcoreDirectory(standin.url, BOT, PASSWORD)
            yield EntcoreStage(standin, directory)
            await directory.close()
            assert not standin.complaints
    else:
        records = open_records(behind)
        await seed(records)
        yield EmbeddedStage(records)
        await records.close()


@pytest.fixture
def directory(stage: Stage) -> Directory:
    """The adapter, for tests that change nothing behind it."""
    return stage.directory
