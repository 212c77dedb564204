"""Codes that could not be shown: which of them count, and what stands where one was promised."""

from __future__ import annotations

import pytest

from bot.terms import Refusal
from tests.workflows.codes import asked, given, handed
from tests.world import World


async def test_only_codes_that_may_have_been_seen_count_for_their_account_and_a_loop_still_ends(world: World) -> None:
    limit, chat = world.desk.policy.codes.per_account_an_hour, world.telegram["directeur"]
    world.slow[chat] = False
    for _ in range(limit):
        with pytest.raises(Refusal, match="code-not-shown"):
            await asked(world, "directeur", "eleve")
    world.slow.clear()
    for _ in range(limit):
        assert await asked(world, "directeur", "eleve") is None
    with pytest.raises(Refusal, match="too-many-codes-account"):
        await asked(world, "directeur", "eleve")


async def test_codes_that_nobody_saw_or_that_may_stand_somewhere_end_a_loop(world: World) -> None:
    limit, chat = world.desk.policy.codes.per_account_an_hour, world.telegram["directeur"]
    for unclear, most in ((True, limit), (False, 3 * limit)):
        world.slow[chat] = unclear
        for _ in range(most):
            with pytest.raises(Refusal, match="code-not-shown"):
                await asked(world, "directeur", "eleve")
        with pytest.raises(Refusal, match="too-many-codes-account"):
            await asked(world, "directeur", "eleve")
        world.wait(hours=2)


async def test_where_a_code_cannot_be_shown_its_reader_reads_so_in_place_of_the_promise(world: World) -> None:
    shown = await given(world, "directeur", "eleve", await world.file("parent"))
    chat, mark = world.telegram["parent"], await world.mark()
    world.slow[chat] = False

    with pytest.raises(Refusal, match="code-not-handed"):
        await handed(world, shown)

    told = [row for row in await world.letters("parent", mark) if row["chat_id"] == chat]
    assert [row["payload"].get("kind") or row["kind"] for row in told] == ["delete", "code_missed"]
