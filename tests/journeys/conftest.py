"""Towns: SQLite with polling, PostgreSQL with a webhook."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

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
