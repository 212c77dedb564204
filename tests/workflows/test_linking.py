"""Linking an account by its token, and the charter that comes first."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace

import pytest

from bot.terms import Refusal
from bot.workflows.desk import Caller
from bot.workflows.people import charters, linking, speaking
from bot.workflows.policy import Charter
from bot.workflows.requests import cards
from tests.workflows.steps import NEWCOMER, linked, pressed
from tests.world import World


def renewed(world: World) -> None:
    """Publishes a newer charter of every profile."""
    charters = {name: Charter(c.version + 1, c.text) for name, c in world.desk.policy.charters.items()}
    world.desk.policy = replace(world.desk.policy, charters=charters)


async def test_a_token_is_kept_as_a_hash_only(world: World) -> None:
    _, token = await linking.issue_token(world.desk, "inconnu")

    kept = json.dumps([await world.rows(table) for table in ("tokens", "events", "causes")], default=str)
    assert token not in kept


async def test_a_token_is_issued_for_a_known_login_only(world: World) -> None:
    with pytest.raises(Refusal, match="no-account"):
        await linking.issue_token(world.desk, "personne")


async def test_the_charter_comes_first_and_accepting_it_links(world: World) -> None:
    _, token = await linking.issue_token(world.desk, "inconnu")

    shown = await linking.present(world.desk, world.cause(), NEWCOMER, token)
    assert shown.kind == "charter_to_accept"
    assert (await world.person("inconnu")).telegram_id is None

    mark = pressed(shown, "accept")
    assert (await linking.accept(world.desk, world.cause(), NEWCOMER, mark)).kind == "linked"
    assert (await world.person("inconnu")).telegram_id == NEWCOMER.telegram_id


async def test_a_token_links_once(world: World) -> None:
    _, token = await linking.issue_token(world.desk, "inconnu")
    shown = await linking.present(world.desk, world.cause(), NEWCOMER, token)
    await linking.accept(world.desk, world.cause(), NEWCOMER, pressed(shown, "accept"))

    with pytest.raises(Refusal, match="bad-token"):
        await linking.present(world.desk, world.cause(), Caller(6_000_009, 6_000_009), token)


async def test_of_two_who_present_the_same_token_one_is_linked(world: World) -> None:
    _, token = await linking.issue_token(world.desk, "inconnu")
    callers = [NEWCOMER, Caller(6_000_009, 6_000_009)]
    shown = [await linking.present(world.desk, world.cause(), caller, token) for caller in callers]
    marks = [pressed(one, "accept") for one in shown]

    accepted = (
        linking.accept(world.desk, world.cause(), caller, mark) for caller, mark in zip(callers, marks, strict=True)
    )
    said = await asyncio.gather(*accepted, return_exceptions=True)

    assert [getattr(result, "reason", "linked") for result in said].count("bad-token") == 1


@pytest.mark.parametrize(("days", "works"), [(29, True), (30, False)])
async def test_a_token_lives_thirty_days(world: World, days: int, works: bool) -> None:
    _, token = await linking.issue_token(world.desk, "inconnu")
    world.wait(days=days)

    if works:
        assert (await linking.present(world.desk, world.cause(), NEWCOMER, token)).kind == "charter_to_accept"
    else:
        with pytest.raises(Refusal, match="bad-token"):
            await linking.present(world.desk, world.cause(), NEWCOMER, token)


@pytest.mark.parametrize("token", ["wrong", "", "é" * 200, "a b"])
async def test_a_wrong_token_opens_nothing(sqlite_world: World, token: str) -> None:
    with pytest.raises(Refusal, match="bad-token"):
        await linking.present(sqlite_world.desk, sqlite_world.cause(), NEWCOMER, token)


async def test_nothing_is_accepted_that_was_not_shown(world: World) -> None:
    with pytest.raises(Refusal, match="unlinked"):
        await linking.accept(world.desk, world.cause(), NEWCOMER, "")
    with pytest.raises(Refusal, match="old-button"):
        await linking.accept(world.desk, world.cause(), world.caller("eleve"), "")


@pytest.mark.parametrize("mark", ["0123456789abcdef01234567", "%", "_" * 24, "é"])
async def test_a_forged_button_of_a_charter_links_nothing(world: World, mark: str) -> None:
    await linking.issue_token(world.desk, "inconnu")

    with pytest.raises(Refusal, match="bad-token"):
        await linking.accept(world.desk, world.cause(), NEWCOMER, mark)


async def test_a_charter_that_is_shown_drops_nothing_that_is_being_prepared(world: World) -> None:
    await world.new("enseignant")
    await world.press("enseignant", "category", "application")
    before = await world.rows("drafts")

    await linked(world, "parent2", world.caller("enseignant"))

    assert await world.rows("drafts") == before


async def test_a_newer_charter_is_asked_for_before_anything_else(world: World) -> None:
    number = await world.file("eleve")
    renewed(world)

    refusal = await world.refused("eleve", cards.send, number)
    assert refusal.reason == "charter-first"
    assert (await charters.read_charter(world.desk, world.caller("eleve"))).kind == "charter_to_accept"
    assert (await linking.accept(world.desk, world.cause(), world.caller("eleve"), "")).kind == "charter_accepted"
    await world.act("eleve", cards.send, number)


async def test_linking_elsewhere_tells_the_chat_that_was_linked_before(world: World) -> None:
    mark = await world.mark()

    await linked(world, "eleve", Caller(6_000_009, 6_000_009))

    assert await world.told("eleve", mark) == ["unlinked_elsewhere"]
    assert (await world.refused("eleve", speaking.accounts)).reason == "unlinked"
