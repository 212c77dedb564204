"""An ENT that fails where a test wants it to, campaigns of small steps, somebody of two schools, and a family."""

from __future__ import annotations

import pytest

from bot.terms import Profile
from bot.texts.linking import worded
from bot.workflows.blocks import steps
from tests.workflows.families import CHILD, FATHER, MOTHER, Families
from tests.workflows.giving import Given
from tests.workflows.invited import Mail
from tests.workflows.profiles import Failing
from tests.workflows.shared import attend
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
    monkeypatch.setattr(steps, "PAGE", 2)


@pytest.fixture
async def mother(world: World) -> str:
    """The mother of a pupil in each of two schools."""
    return await attend(world, "samira.haddad", Profile.RELATIVE, children=("lea.martin", "yasmine.haddad"))


@pytest.fixture
async def families(world: World) -> Families:
    """Léa has two parents in the ENT; nobody of the three is linked."""
    made = Families(world)
    await made.relate((MOTHER, CHILD), (FATHER, CHILD))
    return made


@pytest.fixture
def mail(world: World) -> Mail:
    """The world's ENT, whose messaging fails where the test wants it to."""
    world.desk.letter = worded
    failing = Mail(world.desk.directory)
    world.desk.directory = failing
    return failing


@pytest.fixture
def given(world: World) -> Given:
    """The sheets that the world's desk gave."""
    made = Given()
    world.desk.give = made
    return made
