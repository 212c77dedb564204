"""Towns: SQLite with polling, PostgreSQL with a webhook; on the embedded ENT, and on a stand-in server over HTTP."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.entcore.standin import BOT, PASSWORD, Standin
from tests.journeys.town import Town, built
from tests.processes import free_port


@pytest.fixture
async def town(migrated_url: str) -> AsyncIterator[Town]:
    """A town with its bot running; each test runs on SQLite by polling, and on PostgreSQL by webhook."""
    async with built(migrated_url, free_port(), webhook=migrated_url.startswith("postgresql")) as made:
        yield made


@pytest.fixture
async def small_town(migrated_sqlite_url: str) -> AsyncIterator[Town]:
    """A town on SQLite by polling, for tests that depend on neither database nor webhook."""
    async with built(migrated_sqlite_url, free_port(), webhook=False) as made:
        yield made


@pytest.fixture
async def strict_town(migrated_sqlite_url: str) -> AsyncIterator[Town]:
    """A town on SQLite by polling, with the rate limits of Telegram and of the bot switched on."""
    async with built(migrated_sqlite_url, free_port(), webhook=False, limits="on") as made:
        yield made


@pytest.fixture(params=["embedded", "entcore"])
async def either(request: pytest.FixtureRequest, migrated_sqlite_url: str) -> AsyncIterator[Town]:
    """A town whose bot uses the one ENT, then the other."""
    async with Standin() as ent:
        given = {"ent": "entcore", "entcore_url": ent.url, "entcore_login": BOT, "entcore_password": PASSWORD}
        more = given if request.param == "entcore" else {}
        async with built(migrated_sqlite_url, free_port(), webhook=False, **more) as made:
            yield made
        assert not ent.complaints
