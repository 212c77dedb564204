"""Whoever sees what concerns somebody else leaves a line in the audit, before they see it."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import text

from bot.storage.audit.walking import verify
from bot.workflows.accounts import cards as accounts
from bot.workflows.lists import pages
from bot.workflows.requests import cards, leafing, queues
from tests.world import World


async def seen(world: World) -> list[dict[str, Any]]:
    """The lines of looks."""
    return [row for row in await world.rows("audit") if row["act"].startswith("see_")]


async def test_an_agent_who_opens_a_request_leaves_one_line_however_often_they_look(world: World) -> None:
    number = await world.file("eleve")
    await world.act("directeur", cards.send, number)
    await world.desk.see(world.caller("directeur"), leafing.leaf, number)

    [line] = await seen(world)
    me = await world.person("directeur")
    assert (line["act"], line["person"], line["request"]) == ("see_request", me.id, number)
    assert line["school"] == (await world.request(number)).place.id

    world.wait(minutes=11)
    await world.desk.see(world.caller("directeur"), leafing.leaf, number)
    assert len(await seen(world)) == 2
    assert (await world.desk.records.read(verify)).faults == []


async def test_whoever_opens_their_own_request_leaves_none(world: World) -> None:
    number = await world.file("eleve")
    await world.act("eleve", cards.send, number)
    await world.desk.see(world.caller("eleve"), leafing.leaf, number)
    await world.desk.see(world.caller("eleve"), queues.mine)

    assert await seen(world) == []


async def test_the_queue_a_card_of_an_account_and_a_list_of_accounts_leave_lines(world: World) -> None:
    await world.desk.see(world.caller("directeur"), queues.queue, "")
    await accounts.look_up(world.desk, world.caller("directeur"), "lea.martin")
    await pages.start(world.desk, world.caller("directeur"), "")

    found = [(line["act"], line["account"]) for line in await seen(world)]
    assert [act for act, _ in found] == ["see_queue", "see_account", "see_accounts"]
    assert found[1][1] != ""


async def test_a_card_that_the_courier_brings_is_no_look(world: World) -> None:
    await world.file("eleve")
    await world.carry()

    assert await seen(world) == []


async def test_without_its_line_nothing_is_seen(world: World) -> None:
    number = await world.file("eleve")
    refuses = "CREATE TRIGGER full BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'disk full'); END"
    if world.desk.records.__class__.__name__ != "SqliteRecords":
        refuses = "ALTER TABLE audit ADD CONSTRAINT full_ CHECK (act = 'none') NOT VALID"
    await world.desk.records.run(lambda connection: connection.execute(text(refuses)).close())

    with pytest.raises(Exception, match=r"disk full|full_"):
        await world.desk.see(world.caller("directeur"), leafing.leaf, number)
