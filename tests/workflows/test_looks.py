"""Whoever sees what concerns somebody else leaves a line in the audit, before they see it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import text

from bot.ent.directory import Query
from bot.storage.audit.walking import verify
from bot.workflows import looks
from bot.workflows.accounts import cards as accounts
from bot.workflows.audit import pages as journal
from bot.workflows.lists import pages
from bot.workflows.reports import cards as reports
from bot.workflows.requests import cards, leafing, queues, verbs
from tests.workflows import wall
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


async def lines_of(world: World, act: str) -> list[str]:
    """The structures of the lines with that act, in their order."""
    return [row["school"] for row in await seen(world) if row["act"] == act]


async def test_a_queue_of_several_schools_leaves_a_line_in_the_journal_of_each(world: World) -> None:
    here, there = await world.file("directeur"), await world.file("directrice")
    schools = {(await world.request(number)).place.id for number in (here, there)}
    assert len(schools) == 2

    await world.desk.see(world.caller("erun"), queues.queue, "")
    await world.desk.see(world.caller("erun"), queues.queue, "")

    assert sorted(await lines_of(world, "see_queue")) == sorted(schools)
    for key, number in (("directeur", here), ("directrice", there)):
        read = await journal.start(world.desk, world.caller(key), "")
        assert "see_queue" in [line["act"] for line in read.facts["traced"]], number


async def test_one_school_of_the_queue_is_traced_there_alone(world: World) -> None:
    here = await world.file("directeur")
    await world.file("directrice")

    await world.desk.see(world.caller("erun"), queues.queue, "jean-moulin")

    assert await lines_of(world, "see_queue") == [(await world.request(here)).place.id]


async def test_another_filter_another_page_or_other_requests_are_another_look(world: World) -> None:
    world.desk.policy = replace(world.desk.policy, page=2)
    for _ in range(3):
        await world.file("eleve")
    shown = await world.desk.see(world.caller("directeur"), queues.queue, "")
    after = next(one.target for row in shown.buttons for one in row if one.action == "queue").partition(":")[2]
    looked = [("", ""), ("libres", ""), ("", after), ("", ""), ("libres", "")]
    for typed, key in looked:
        await world.desk.see(world.caller("directeur"), queues.queue, typed, key)

    assert len(await lines_of(world, "see_queue")) == 3
    await world.act("directeur", verbs.take, 1)
    await world.act("directeur", verbs.escalate, 2, world.saying("directeur", "Je ne peux pas."))
    await world.desk.see(world.caller("directeur"), queues.queue, "")
    assert len(await lines_of(world, "see_queue")) == 4


async def test_accounts_of_several_schools_are_traced_in_each_and_each_filter_apart(world: World) -> None:
    for typed in ("", "", "eleves", "parents"):
        await pages.start(world.desk, world.caller("erun"), typed)
    first = await lines_of(world, "see_accounts")
    assert len(first) > 3

    await pages.suggest(world.desk, world.caller("danei"), "mar", "")
    await accounts.look_up(world.desk, world.caller("danei"), "mar")

    found = await pages.suggest(world.desk, world.caller("danei"), "mar", "")
    schools = {place.id for account, _ in found.lines for place in account.places}
    assert len(schools) > 1
    assert set((await lines_of(world, "see_accounts"))[len(first) :]) == schools


async def test_the_mark_of_a_list_does_not_say_what_was_looked_for(world: World) -> None:
    await pages.start(world.desk, world.caller("directeur"), "martin")

    [line] = await seen(world)
    assert list(line["facts"]) == ["view"]
    assert isinstance(line["facts"]["view"], int)


async def test_an_account_of_two_schools_is_traced_in_both_for_who_answers_for_both(world: World) -> None:
    me = await world.person("editeur")
    everybody = (await world.desk.directory.search(Query(), [me.roles[0].structure], 500)).accounts
    shared = next(one for one in everybody if len(one.places) > 1)
    await world.desk.look(looks.at_account, world.desk.policy, me, shared)

    assert sorted(await lines_of(world, "see_account")) == sorted(place.id for place in shared.places)


async def test_reports_and_a_campaign_are_traced_for_the_school_that_they_are_of(world: World) -> None:
    await wall.told(world, "directeur", "lea.martin")
    await world.desk.see(world.caller("adjoint"), reports.listed, treated=False)
    await world.desk.see(world.caller("adjoint"), reports.listed, treated=True)

    found = await lines_of(world, "see_reports")
    assert len(found) == 2
    assert set(found) == {role.structure for role in (await world.person("adjoint")).roles}
