"""Every entrance is fed with inputs that Hypothesis makes of honest ones; `make fuzz` does so at length."""

from __future__ import annotations

from collections.abc import AsyncIterator
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.hostile.__main__ import NAMES
from tests.hostile.entrances import ENTRANCES
from tests.hostile.mutations import mutated
from tests.hostile.shape import Fed

FEW = settings(
    max_examples=150, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck)
)


@pytest.fixture(params=ENTRANCES)
async def entrance(request: pytest.FixtureRequest) -> AsyncIterator[Fed]:
    """Each entrance in turn, open."""
    async with ENTRANCES[request.param]() as fed:
        yield fed


async def test_what_is_honest_is_borne(entrance: Fed) -> None:
    for seed in entrance.seeds:
        await entrance.feed(seed)


@FEW
@given(place=st.integers(0, 10**6), chance=st.integers(0, 2**32))
async def test_whatever_is_made_of_it_is_borne(entrance: Fed, place: int, chance: int) -> None:
    seed = entrance.seeds[place % len(entrance.seeds)]

    await entrance.feed(mutated(seed, Random(chance)))


def test_every_entrance_is_fed_at_length_too() -> None:
    assert set(NAMES) == set(ENTRANCES)
