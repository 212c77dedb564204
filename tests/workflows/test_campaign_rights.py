"""Who may block a profile: the school's own administrators, and nobody else."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from bot.terms import Refusal
from bot.workflows.blocks import campaigns, traces
from tests.workflows.profiles import SUMMER, Failing, appoint, ask, choose, confirmed, history, row, shown
from tests.world import World

ROLES = (
    "eleve",
    "parent",
    "enseignant",
    "directeur",
    "adjoint",
    "directrice",
    "directeur3",
    "erun",
    "danei",
    "plateforme",
)
MINE = {"directeur", "adjoint"}
ELSEWHERE = {"directrice", "directeur3"}

NO_ADMINISTRATOR = ("administrators-only", "school-administrators-only")


@pytest.mark.parametrize("key", ROLES)
async def test_only_a_schools_own_administrators_touch_its_profiles(sqlite_world: World, key: str) -> None:
    world = sqlite_world
    number = await confirmed(world, SUMMER)
    acts: dict[str, Callable[[], Awaitable[Any]]] = {
        "cancel": lambda: world.act(key, campaigns.cancel, number),
        "open": lambda: traces.plan(world.desk, world.caller(key), number),
        "give_up": lambda: traces.give_up(world.desk, world.cause(), world.caller(key), number),
        "show": lambda: shown(world, number, key),
    }
    for name, act in acts.items():
        if key in MINE:
            continue
        with pytest.raises(Refusal) as met:
            await act()
        assert met.value.reason in (
            "not-your-school",
            "administrators-only",
            "old-button",
            "school-administrators-only",
        ), name
    assert (await row(world, number))["state"] == "planned"


@pytest.mark.parametrize("key", ROLES)
@pytest.mark.parametrize("blocked", [True, False])
async def test_only_local_administrators_may_ask_and_only_for_their_own_school(
    sqlite_world: World, key: str, blocked: bool
) -> None:
    world = sqlite_world
    if key in MINE | ELSEWHERE:
        asked = await ask(world, key, "élèves 10/07/2027", blocked)
        assert (asked.facts["place"] == "École Jean-Moulin") is (key in MINE)
        with pytest.raises(Refusal, match="old-button"):
            await choose(world, "block_at", "jean-moulin" if key in ELSEWHERE else "louise-michel", key)
        await history(world, key)
        return
    acts: list[Callable[[], Awaitable[Any]]] = [
        lambda: ask(world, key, "élèves", blocked),
        lambda: history(world, key),
    ]
    for act in acts:
        with pytest.raises(Refusal, match="administrators-only"):
            await act()


async def test_a_right_lost_before_confirming_confirms_nothing(world: World) -> None:
    failing = Failing(world.desk.directory)
    world.desk.directory = failing
    await ask(world)
    await appoint(world, "directeur", ("director", "louise-michel"))
    assert await world.rows("drafts") != []

    with pytest.raises(Refusal, match="not-your-school"):
        await world.say("directeur", "élèves")

    assert failing.asked == []


@pytest.mark.parametrize("key", ["erun", "danei", "enseignant", "eleve", "directrice"])
async def test_nobody_of_elsewhere_learns_whether_a_campaign_exists(sqlite_world: World, key: str) -> None:
    number = await confirmed(sqlite_world, SUMMER)

    met = [await sqlite_world.refused(key, campaigns.cancel, one) for one in (number, 99_999)]
    assert len({refusal.reason for refusal in met}) == 1
