"""Short ordeals: nothing is lost or done twice when things are killed, broken or full. See also `make torture`."""

from __future__ import annotations

import pytest

from tests.durability.ordeal import Ordeal, Outcome, endure
from tests.postgres import Cluster


def judge(outcome: Outcome, ordeal: Ordeal, troubles: int = 0) -> None:
    """Fails, naming the seed, if there are complaints, or fewer steps or troubles than there should be."""
    assert not outcome.complaints, f"{ordeal}\n" + "\n".join(outcome.complaints[:20])
    assert outcome.steps >= ordeal.updates
    assert outcome.troubles.total() >= troubles


@pytest.mark.parametrize("seed", [1])
async def test_on_sqlite_by_polling_everything_is_there_exactly_once(migrated_sqlite_url: str, seed: int) -> None:
    ordeal = Ordeal(seed, updates=160, pupils=40, entrance="run")

    judge(await endure(ordeal, migrated_sqlite_url, None), ordeal, troubles=10)


@pytest.mark.parametrize("seed", [2])
async def test_on_postgresql_by_webhook_everything_is_there_exactly_once(
    lasting_cluster: Cluster, lasting_url: str, seed: int
) -> None:
    ordeal = Ordeal(seed, updates=160, pupils=40, entrance="serve")

    judge(await endure(ordeal, lasting_url, lasting_cluster), ordeal, troubles=10)
