"""A PostgreSQL server only for the tests that restart it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import pytest

from tests.conftest import migrate
from tests.postgres import Cluster, running_cluster


@pytest.fixture(scope="session")
def lasting_cluster() -> Iterator[Cluster]:
    """A server whose commits survive an immediate stop."""
    with running_cluster(lasting=True) as running:
        yield running


@pytest.fixture
async def lasting_url(lasting_cluster: Cluster) -> AsyncIterator[str]:
    """The URL of a new, migrated database on that server."""
    name = await lasting_cluster.create()
    await migrate(lasting_cluster.url(name))
    yield lasting_cluster.url(name)
    await lasting_cluster.drop(name)
