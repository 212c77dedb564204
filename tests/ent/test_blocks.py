"""Blocking in the embedded ENT, and the demo's history of whole profiles blocked."""

from __future__ import annotations

from tests.ent.conftest import Town


async def test_blocking_twice_is_blocking_once(town: Town) -> None:
    await town.directory.block("eleve", True)
    before = await town.everything()

    await town.directory.block("eleve", True)

    assert await town.everything() == before
    assert (await town.account("eleve")).blocked


async def test_whole_profiles_blocked_in_the_console_are_told_newest_first(town: Town) -> None:
    traces = await town.directory.block_traces("jean-moulin")

    assert [(trace.at.month, trace.blocked, trace.by) for trace in traces] == [
        (8, False, "Marc Delattre"),
        (7, True, "Marc Delattre"),
    ]
    assert await town.directory.block_traces("louise-michel") == []
