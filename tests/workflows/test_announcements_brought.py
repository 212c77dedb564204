"""Announcements in the chats of linked people: to each once, by day, changed and emptied, whatever breaks off."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from bot.storage import announcements
from bot.terms import InDoubt, Refusal
from bot.workflows.announcements import bringing, ending, pages
from bot.workflows.rules.calendar import ZONE
from tests.workflows.announced import TEXT, announced, bar, brought, planned, pressed, shown, target
from tests.workflows.steps import actions
from tests.world import World


async def test_it_is_brought_to_the_linked_people_it_is_for_and_to_nobody_twice(world: World) -> None:
    await announced(world)

    there = await brought(world)

    assert {"parent", "eleve"} <= {*there}
    assert not {"directeur", "enseignant", "erun", "inconnu"} & {*there}
    for _ in range(3):
        world.wait(days=1)
        assert await brought(world) == there


async def test_who_is_barred_gets_nothing_and_who_is_linked_later_gets_it_the_next_morning(world: World) -> None:
    await announced(world, ends=9)
    await world.desk.put(lambda work: work.execute(bar("parent")))
    there = await brought(world)
    assert "parent" not in there

    await world.desk.put(lambda work: work.execute(bar("parent", "")))
    assert await brought(world) == there
    world.wait(days=1)
    assert "parent" in await brought(world)


async def test_it_waits_for_its_day_and_for_the_morning(world: World) -> None:
    world.now = datetime(2026, 7, 10, 21, tzinfo=ZONE)
    await announced(world)
    assert await brought(world) == []
    world.now = datetime(2026, 7, 11, 7, 59, tzinfo=ZONE)
    assert await brought(world) == []
    world.now = datetime(2026, 7, 11, 8, 0, 1, tzinfo=ZONE)
    assert "parent" in await brought(world)


async def test_a_pass_is_made_in_portions_and_goes_on_after_a_crash(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bringing, "PORTION", 1)
    await announced(world)
    before = await world.desk.put(announcements.claim, world.now + bringing.LEASE)
    assert before is not None  # and its process dies here
    assert await bringing.advance(world.desk) == 0
    world.wait(minutes=3)

    there = await brought(world)

    assert {"parent", "eleve"} <= {*there}
    assert len(there) == len({*there})


async def test_ended_now_nothing_more_goes_out_and_what_went_out_is_emptied(world: World) -> None:
    await announced(world)
    await brought(world)
    await world.carry()
    assert await shown(world, "parent") == "announcement"
    mark = await world.mark()
    aim = await target(world)
    assert actions(await ending.ask(world.desk, world.caller("directeur"), aim))[0] == "flash_end_now"

    said = await ending.end(world.desk, world.cause(), world.caller("directeur"), aim)

    assert said.kind == "flash_ended"
    assert await shown(world, "parent") == "announcement_over"
    edits = [row for row in await world.letters("parent", mark) if row["kind"] == "refresh"]
    assert [row["payload"]["about"] for row in edits] == ["announcement:1"]
    world.wait(seconds=1)
    (one,) = await world.desk.directory.announcements("jean-moulin")
    assert one.stage(world.now) == "over"
    world.wait(days=1)
    assert await bringing.advance(world.desk) == 0


async def test_ended_while_it_waits_it_is_not_sent_at_all(world: World) -> None:
    await announced(world)
    await brought(world)

    await ending.end(world.desk, world.cause(), world.caller("directeur"), await target(world))

    rows = await world.rows("outbox", kind="screen")
    assert {row["state"] for row in rows if row["payload"]["about"] == "announcement:1"} == {"dropped"}


async def test_nothing_is_edited_that_has_not_changed(world: World) -> None:
    await announced(world)
    await brought(world)

    await world.carry()

    edits = [row for row in await world.rows("outbox", kind="refresh") if "announcement" in str(row["payload"])]
    assert edits == []


async def test_a_change_reaches_the_messages_that_are_there(world: World) -> None:
    await announced(world)
    await brought(world)
    await world.carry()
    mark = await world.mark()
    await pages.edit(world.desk, world.cause(), world.caller("directeur"), await target(world))
    await pressed(world, "flash_part", "text")
    await world.say("directeur", "Reportée à dimanche.")

    said = await pressed(world, "flash_now")

    assert (said.kind, said.facts["changes"]) == ("flash_online", True)
    notice = await world.desk.look(bringing.screen, world.desk.policy, await world.person("parent"), 1)
    assert notice.facts["texts"] == {"fr": "Reportée à dimanche."}
    assert [row["kind"] for row in await world.letters("parent", mark)].count("refresh") == 1
    (one,) = await world.desk.directory.announcements("jean-moulin")
    assert one.said.texts == {"fr": "Reportée à dimanche."}
    assert (await brought(world)).count("parent") == 1


async def test_a_copy_asks_for_its_days_anew(world: World) -> None:
    await announced(world)

    asked = await pages.copy(world.desk, world.cause(), world.caller("directeur"), await target(world))

    assert asked is not None
    assert asked.kind == "flash_starts"
    assert asked.facts["title"] == "Fête"


async def test_a_further_language_stands_below_the_first(world: World) -> None:
    await planned(world)
    await pressed(world, "flash_also", "en")
    await world.say("directeur", "The fête is on Saturday.")
    await pressed(world, "flash_now")

    (one,) = await world.desk.directory.announcements("jean-moulin")
    assert one.said.texts == {"fr": TEXT, "en": "The fête is on Saturday."}


async def test_readers_are_counted_once_each_and_listed_as_a_number(world: World) -> None:
    await announced(world)
    await brought(world)
    for key in ("parent", "parent", "eleve"):
        assert (await bringing.read(world.desk, world.caller(key), 1)).kind == "done_flash_read"
    with pytest.raises(Refusal, match="old-button"):
        await bringing.read(world.desk, world.caller("enseignant"), 1)

    listed = await pages.start(world.desk, world.caller("directeur"), "encours")

    assert [line["views"] for line in listed.facts["lines"]] == [2]
    assert (await pages.start(world.desk, world.caller("directeur"), "passes")).facts["lines"] == []


async def test_an_answer_that_was_lost_is_looked_for_and_never_repeated(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = world.desk.directory.announce

    async def lost(*said: Any) -> str:
        await real(*said)
        raise InDoubt("cut off")

    monkeypatch.setattr(world.desk.directory, "announce", lost)
    await announced(world)

    assert len(await world.desk.directory.announcements("jean-moulin")) == 1
    assert (await world.rows("announcements"))[0]["entry"] != ""
    assert "parent" in await brought(world)


async def test_one_whose_making_was_cut_off_is_found_again_or_forgotten(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = world.desk.directory.announce

    async def killed(*said: Any) -> str:
        await real(*said)
        raise RuntimeError("as if the process died")

    monkeypatch.setattr(world.desk.directory, "announce", killed)
    await planned(world)
    with pytest.raises(RuntimeError):
        await pressed(world, "flash_now")
    world.wait(minutes=3)
    assert "parent" in await brought(world)

    async def never(*_: Any) -> str:
        raise RuntimeError("as if the process died before")

    monkeypatch.setattr(world.desk.directory, "announce", never)
    await planned(world, starts=3, ends=4)
    with pytest.raises(RuntimeError):
        await pressed(world, "flash_now")
    for _ in range(15):
        world.wait(minutes=6)
        await brought(world)
    assert len(await world.rows("announcements")) == 1
