"""An ENT that fails where a test wants it to, and campaigns of small steps."""

from __future__ import annotations

import pytest

from bot.workflows.blocks import campaigns
from tests.workflows.profiles import Failing
from tests.world import World


@pytest.fixture
def ent(world: World) -> Failing:
    """The world's ENT, which fails where the test wants it to."""
    failing = Failing(world.desk.directory)
    world.desk.directory = failing
    return failing


@pytest.fixture
def two_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages of two accounts, so that a small school has several."""
    monkeypatch.setattr(campaigns, "PAGE", 2)
