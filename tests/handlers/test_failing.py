"""A refusal of words that show fear is followed by the numbers to call."""

from __future__ import annotations

import pytest

from tests.handlers.conftest import Typed
from tests.handlers.phone import Phone
from tests.world import World


@pytest.fixture
def world(sqlite_world: World) -> World:
    """The demo's world, on SQLite."""
    return sqlite_world


@pytest.mark.parametrize(("key", "text"), [("eleve", "/repondre on me tape"), ("inconnu", "on me frappe")])
async def test_refused_words_of_fear_bring_the_numbers(typed: Typed, world: World, key: str, text: str) -> None:
    await Phone(typed, key).write(text)

    assert len(typed.said()) == 2
    assert all(number in typed.said()[-1] for number in ("119", "3018", "17"))


async def test_other_refused_words_bring_no_numbers(typed: Typed, world: World) -> None:
    await Phone(typed, "eleve").write("/repondre le code")

    assert len(typed.said()) == 1
