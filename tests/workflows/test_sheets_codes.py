"""Activation codes on sheets that are taken back: they stay good, and whoever takes the sheets back is told so."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import pytest

from bot import texts
from bot.storage import handouts
from bot.terms import Notice, Unavailable, Way
from bot.workflows import upkeep
from bot.workflows.linking import giving
from bot.workflows.sheets import revoking
from tests.workflows.giving import Given, never_activated, printed
from tests.world import World


async def handed_out(world: World) -> int:
    """The number of the newest sheets of the school."""
    [newest] = await world.desk.look(handouts.of_school, "jean-moulin", 1, None, Way.SHEET)
    return newest.id


async def asked(world: World) -> Notice:
    """What the director reads who is about to take the newest sheets back."""
    return await revoking.ask(world.desk, world.caller("directeur"), await handed_out(world))


async def revoked(world: World) -> Notice:
    """What the director reads who takes the newest sheets back."""
    return await revoking.revoke(world.desk, world.cause(), world.caller("directeur"), await handed_out(world))


def words(notice: Notice) -> str:
    """The notice as it is read in French."""
    return texts.word(notice, "fr").text


async def test_taking_sheets_back_says_before_and_after_how_many_codes_on_them_stay_good(
    world: World, given: Given
) -> None:
    await never_activated(world, "lea.martin", "aurelie.martin")
    await printed(world, given, "directeur", "CM2")

    before, after = words(await asked(world)), words(await revoked(world))

    for said in (before, after):
        assert "2 de ces fiches portent un code d’activation encore bon" in said
        assert "/bloquer" in said


async def test_a_code_that_was_used_meanwhile_is_not_counted(world: World, given: Given) -> None:
    await never_activated(world, "lea.martin", "aurelie.martin")
    await printed(world, given, "directeur", "CM2")
    await never_activated(world, "lea.martin", activated=True)

    assert "1 de ces fiches porte un code" in words(await revoked(world))


async def test_nothing_is_said_of_codes_where_no_sheet_bears_one(world: World, given: Given) -> None:
    await printed(world, given, "directeur", "CM2")

    assert "code" not in words(await asked(world))
    assert "code" not in words(await revoked(world))


async def test_sheets_are_taken_back_while_the_ent_is_away_and_codes_are_spoken_of_without_a_number(
    world: World, given: Given, monkeypatch: pytest.MonkeyPatch
) -> None:
    await never_activated(world, "lea.martin")
    await printed(world, given, "directeur", "CM2")

    async def away(_school: str, _accounts: Collection[str]) -> Mapping[str, str]:
        raise Unavailable("away")

    monkeypatch.setattr(world.desk.directory, "activation_codes", away)

    said = await revoked(world)

    assert said.facts["count"] == len(given.sheets)
    assert "Celles des comptes jamais activés portent un code d’activation" in words(said)


async def test_no_number_is_given_once_nobody_knows_any_more_whom_the_sheets_were_for(
    world: World, given: Given
) -> None:
    await never_activated(world, "lea.martin")
    await printed(world, given, "directeur", "CM2")
    await printed(world, given, "directeur", "lea.martin")
    first, last = 1, await handed_out(world)
    assert first != last
    world.wait(days=8)
    await upkeep.sweep(world.desk)
    world.wait(hours=1)  # after a long time, the first sweep does not believe the clock
    await upkeep.sweep(world.desk)
    await world.ask_again("directeur")

    said = await revoking.revoke(world.desk, world.cause(), world.caller("directeur"), first)

    assert said.facts["codes"] is None


async def test_a_link_that_voids_a_sheet_says_that_its_code_stays_good(world: World, given: Given) -> None:
    await never_activated(world, "lea.martin")
    await printed(world, given, "directeur", "lea.martin")

    said = await giving.ask(world.desk, world.cause(), world.caller("directeur"), "lea.martin")

    assert said is not None
    assert "Le code d’activation de la fiche, lui, reste bon" in words(said)
    await never_activated(world, "lea.martin", activated=True)
    said = await giving.ask(world.desk, world.cause(), world.caller("directeur"), "lea.martin")
    assert said is not None
    assert "activation" not in words(said)


async def test_one_sheet_is_spoken_of_as_a_packet_is(world: World, given: Given) -> None:
    await never_activated(world, "lea.martin")
    await printed(world, given, "directeur", "lea.martin")

    assert "1 de ces fiches porte un code d’activation" in words(await revoked(world))
