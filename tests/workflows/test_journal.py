"""The journal: who did what and who saw what, for those who answer for it, and nothing of what they may not see."""

from __future__ import annotations

import logging
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import update

from bot.storage import verification
from bot.storage.audit.appending import LINES
from bot.terms import Button, Notice, Refusal
from bot.workflows.accounts import cards as accounts
from bot.workflows.audit import pages, verifying
from bot.workflows.desk import Caller
from bot.workflows.people import own_data
from bot.workflows.reports import cards as reports
from bot.workflows.requests import cards, verbs
from tests.workflows import wall
from tests.world import World


async def journal(world: World, key: str, typed: str = "") -> Notice:
    """The first page of the journal, as that persona reads it."""
    return await pages.start(world.desk, world.caller(key), typed)


def buttons(notice: Notice, action: str) -> list[Button]:
    """The buttons of that action under the notice."""
    return [button for row in notice.buttons for button in row if button.action == action]


async def refusal(world: World, key: str, typed: str = "") -> str:
    """Why the journal refuses that persona."""
    with pytest.raises(Refusal) as met:
        await journal(world, key, typed)
    return met.value.reason


def lines(notice: Notice) -> list[dict[str, Any]]:
    """The lines of a page."""
    found: list[dict[str, Any]] = notice.facts["traced"]
    return found


def acts(notice: Notice) -> list[str]:
    """The acts of a page, newest first."""
    return [line["act"] for line in lines(notice)]


async def test_a_director_reads_who_did_what_to_a_request_of_their_school(world: World) -> None:
    number = await world.file("eleve")
    await world.act("directeur", verbs.take, number)

    shown = await journal(world, "directeur", f"n°{number}")

    assert acts(shown) == ["take", "file"]
    taken, filed = lines(shown)
    director = await world.person("directeur")
    assert (taken["actor"], taken["function"], taken["number"]) == (director.name, "director", number)
    assert filed["function"] == "student"
    assert "take" in acts(await journal(world, "adjoint"))


async def test_above_the_school_one_reads_of_the_requests_that_came_there(world: World) -> None:
    low, high = await world.file("eleve"), await world.file("directeur")
    await world.act("directeur", verbs.take, low)
    await world.act("erun", verbs.take, high)

    assert [line["number"] for line in lines(await journal(world, "erun")) if line["act"] == "take"] == [high]


async def test_nobody_reads_of_another_school_or_of_a_request_that_is_not_theirs(world: World) -> None:
    number = await world.file("eleve")
    await world.act("directeur", verbs.take, number)

    assert not {"take", "file"} & set(acts(await journal(world, "directrice")))
    assert not {"take", "file"} & set(acts(await journal(world, "erun2")))
    assert await refusal(world, "directrice", f"n°{number}") == "journal-unknown-request"
    assert await refusal(world, "directrice", "n°4711") == "journal-unknown-request"


@pytest.mark.parametrize("key", ["eleve", "parent", "enseignant"])
async def test_pupils_families_and_teachers_are_refused_in_one_sentence(world: World, key: str) -> None:
    number = await world.file("eleve")

    assert await refusal(world, key) == "administrators-only"
    assert await refusal(world, key, f"n°{number}") == "administrators-only"
    assert await refusal(world, key, "lea.martin") == "administrators-only"


async def test_nobody_reads_of_a_report_about_themselves(world: World) -> None:
    await wall.told(world, "directeur", "lea.martin")
    number = 1
    await world.act("adjoint", reports.show, number)

    assert "see_report" in acts(await journal(world, "adjoint"))
    assert "see_report" not in acts(await journal(world, "directeur"))
    assert "see_report" not in acts(await journal(world, "danei"))  # reports are the school's


async def test_whoever_reads_the_journal_leaves_a_line_too(world: World) -> None:
    shown = await journal(world, "erun")

    found = [row for row in await world.rows("audit") if row["act"] == "see_journal"]
    me = await world.person("erun")
    assert {row["person"] for row in found} == {me.id}
    assert len(found) == len({row["school"] for row in found}) == len({line["place"] for line in lines(shown)}) > 1


async def test_an_account_is_named_only_to_who_may_see_it(world: World) -> None:
    await accounts.look_up(world.desk, world.caller("directeur"), "lea.martin")

    shown = await journal(world, "directeur", "lea.martin")
    assert [(line["act"], line["whom"]) for line in lines(shown)] == [("see_account", "Léa Martin")]
    assert shown.facts["name"] == "Léa Martin"

    lea = await world.desk.directory.by_login("lea.martin")
    assert lea is not None
    with pytest.raises(Refusal) as met:
        await pages.of_account(world.desk, world.caller("directrice"), lea.id)
    assert met.value.reason == "no-account"


async def test_the_journal_is_leafed_through_and_back(world: World) -> None:
    world.desk.policy = replace(world.desk.policy, page=3)
    numbers = [await world.file("eleve") for _ in range(4)]
    for number in numbers:
        await world.act("directeur", verbs.take, number)

    seen: list[dict[str, Any]] = []
    page = await journal(world, "directeur")
    back = page
    while older := buttons(page, "journal_next"):
        seen, back = [*seen, *lines(page)], page
        page = await pages.leaf(world.desk, world.caller("directeur"), older[0].target)
    seen += lines(page)

    told = [(line["act"], line["number"]) for line in seen if line["act"] in ("take", "file")]
    assert told == [(act, number) for act in ("take", "file") for number in reversed(numbers)]
    newer = buttons(page, "journal")[0].target
    assert lines(await pages.leaf(world.desk, world.caller("directeur"), newer)) == lines(back)


@pytest.mark.parametrize("target", ["", "x", "n:<", "r:<1", "rabc:<1", "a~forged:<1", "n:<99999999999999999"])
async def test_a_forged_button_is_refused_or_shows_nothing_that_is_hidden(world: World, target: str) -> None:
    number = await world.file("eleve")
    await world.act("directeur", verbs.take, number)
    with suppress(Refusal):
        shown = await pages.leaf(world.desk, world.caller("directrice"), target)
        assert not {"take", "file"} & set(acts(shown))


async def test_who_erased_their_data_is_somebody_who_left_and_their_account_is_gone(world: World) -> None:
    await accounts.look_up(world.desk, world.caller("directeur"), "ines.caron")
    number = await world.file("directrice")
    await world.act("erun", verbs.take, number)
    account = (await world.person("erun")).account

    await world.act("erun", own_data.erase)

    assert [row for row in await world.rows("audit") if account in (row["account"], *row["facts"].values())] == []
    shown = await journal(world, "directrice", f"n°{number}")
    assert [line["actor"] for line in lines(shown) if line["act"] == "take"] == [""]


async def test_the_export_has_what_the_audit_knows_of_a_person(world: World) -> None:
    number = await world.file("eleve")
    await world.act("directeur", cards.send, number)
    pupil = await world.person("eleve")
    await accounts.show(world.desk, world.caller("directeur"), pupil.account)

    kept = await world.act("eleve", own_data.export)

    found = [(line["act"], line["by_me"], line["about_me"]) for line in kept["journal"]]
    assert ("file", True, False) in found
    assert ("see_account", False, True) in found
    director = await world.person("directeur")
    assert director.name not in str(kept["journal"])


async def test_once_a_day_the_new_lines_are_verified_and_the_head_is_logged(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    await world.file("eleve")
    with caplog.at_level(logging.INFO):
        found = await verifying.check(world.desk)
    assert found is not None
    assert (found.new.faults, found.new.lines > 0, found.old.lines) == ([], True, 0)
    assert "The audit ends at" in caplog.text

    assert await verifying.check(world.desk) is None  # done today
    world.wait(days=1)
    again = await verifying.check(world.desk)
    assert again is not None
    assert (again.new.lines, again.old.lines) == (0, found.new.lines)


async def test_a_broken_chain_is_told_until_it_is_mended_and_the_bot_goes_on(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    await world.file("eleve")
    last = (await world.rows("audit"))[-1]

    await change(world, last["position"], act="merge")
    await verifying.check(world.desk)
    assert "changed" in caplog.text
    assert (await world.desk.look(verification.fault)).startswith("changed")

    await world.file("eleve")  # goes on
    world.wait(days=1)
    await verifying.check(world.desk)
    assert await world.desk.look(verification.fault)

    await change(world, last["position"], act=last["act"])
    world.wait(days=1)
    await verifying.check(world.desk)
    assert await world.desk.look(verification.fault) == ""


async def test_a_stranger_reads_nothing(world: World) -> None:
    with pytest.raises(Refusal) as met:
        await pages.start(world.desk, Caller(999, 999), "")
    assert met.value.reason == "unlinked"


async def test_a_change_of_an_old_line_is_found_within_the_days_and_told_until_it_is_mended(
    world: World, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verification, "PAGE", 1)  # else so few lines are all read again each day
    world.desk.policy = replace(world.desk.policy, reread=timedelta(days=4))
    for _ in range(10):
        await world.file("eleve")
    assert await days_until_told(world, 1) == 0  # whole
    rows = await world.rows("audit")
    old = rows[len(rows) // 2]

    await change(world, old["position"], act="merge")
    assert 1 <= await days_until_told(world, 5) <= 5
    assert f"changed: line {old['position']} does not fit" in await world.desk.look(verification.fault)
    assert await days_until_told(world, 1) == 1  # still, though another part's turn might come

    await change(world, old["position"], act=old["act"])
    assert await days_until_told(world, 9) == 0
    assert "merge" not in caplog.text


async def test_every_old_line_is_read_again_though_new_ones_come(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verification, "PAGE", 1)
    world.desk.policy = replace(world.desk.policy, reread=timedelta(days=4))
    for _ in range(10):
        await world.file("eleve")
    await verifying.check(world.desk)
    last, reached = len(await world.rows("audit")), list[int]()
    for _ in range(4):
        await world.file("eleve")
        await world.file("eleve")
        world.wait(days=1)
        found = await verifying.check(world.desk)
        assert found is not None
        assert found.old.lines < last
        reached.append(found.old.reached.position)

    assert reached == sorted(reached)
    assert reached[-1] >= last


async def change(world: World, position: int, **values: object) -> None:
    """Changes a line by hand."""
    statement = update(LINES).where(LINES.c.position == position).values(**values)
    await world.desk.records.run(lambda connection: connection.execute(statement).close())


async def days_until_told(world: World, most: int) -> int:
    """After how many days the daily check says that the audit is broken; 0 where it never does."""
    for day in range(1, most + 1):
        world.wait(days=1)
        await verifying.check(world.desk)
        if await world.desk.look(verification.fault):
            return day
    return 0
