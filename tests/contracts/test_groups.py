"""Manual groups, on every adapter."""

from __future__ import annotations

from tests.contracts.stages import Stage


async def test_the_manual_groups_of_a_school_come_in_order(stage: Stage) -> None:
    before = await stage.directory.groups("louise-michel")
    await stage.group("louise-michel", "Zumba")
    await stage.group("louise-michel", "Atelier lecture")

    assert await stage.directory.groups("louise-michel") == sorted([*before, "Atelier lecture", "Zumba"])
    assert await stage.directory.groups("atlantis") == []
