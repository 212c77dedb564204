"""Codes whose messages cannot be taken back: the agent reads it, and whoever can still delete them."""

from __future__ import annotations

from bot.delivery import carrying
from bot.delivery.rules.retry import Rejected, Sent
from bot.storage import deliveries
from bot.storage.work import Work
from bot.workflows.passwords import vanishing
from tests.workflows.codes import given, handed
from tests.world import World


async def test_who_reads_a_code_that_stands_and_who_made_it_are_told_once(world: World) -> None:
    shown = await given(world, "directeur", "eleve", await world.file("parent"))
    await handed(world, shown)
    world.wait(days=3)
    assert await vanishing.vanish(world.desk)
    await world.desk.put(_refuse)
    mark = await world.mark()

    for _ in range(2):
        await vanishing.own_up(world.desk)

    assert await world.told("parent", mark) == ["code_stands"]
    assert sorted(await world.told("directeur", mark)) == ["code_stands", "code_stands_there"]
    said = [row["payload"]["facts"] for row in await world.letters("parent", mark)]
    assert said == [{"name": "Inès"}]


def _refuse(work: Work) -> None:
    """Records of every queued deletion that Telegram refuses it, and of the rest that it arrived."""
    while heads := deliveries.heads(work, 100):
        for one in heads:
            carrying.record(work, one, Rejected("neither deleted") if one.kind == "delete" else Sent())
