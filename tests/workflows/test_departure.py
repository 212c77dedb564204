"""What becomes of an account and its contents, told to whoever asks, with their own dates where they leave."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.terms import Declined
from bot.workflows.year import departure
from tests.world import World


@pytest.mark.parametrize(("key", "whose"), [("eleve", "student"), ("parent", "relative"), ("enseignant", "staff")])
async def test_each_profile_is_told_its_own_case(sqlite_world: World, key: str, whose: str) -> None:
    said = await departure.start(sqlite_world.desk, sqlite_world.caller(key))

    assert (said.kind, said.facts) == ("departure", {"whose": whose, "until": "", "ends": ""})


async def test_a_director_is_led_to_the_checklist_of_july(sqlite_world: World) -> None:
    said = await departure.start(sqlite_world.desk, sqlite_world.caller("directeur"))

    buttons = [(key.action, key.target) for row in said.buttons for key in row]
    assert buttons == [("article", "year-change"), ("year", "7:")]


async def test_a_leaver_reads_their_own_dates(sqlite_world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    directory = sqlite_world.desk.directory
    me = await directory.account((await sqlite_world.person("enseignant")).account)
    assert me is not None

    async def leaving(_account: str) -> object:
        return replace(me, missing_since=datetime(2026, 9, 1, tzinfo=UTC))

    monkeypatch.setattr(directory, "account", leaving)
    said = await departure.start(sqlite_world.desk, sqlite_world.caller("enseignant"))

    assert (said.facts["until"], said.facts["ends"]) == ("2026-11-30", "2027-02-28")


async def test_without_an_answer_of_the_ent_the_rest_is_told(
    sqlite_world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def silent(_account: str) -> object:
        raise Declined("unreachable")

    monkeypatch.setattr(sqlite_world.desk.directory, "account", silent)

    assert (await departure.start(sqlite_world.desk, sqlite_world.caller("parent"))).facts["until"] == ""
