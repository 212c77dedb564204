"""Whoever asks to correct what ONDE says reads on the card where that is done, and when it arrives."""

from __future__ import annotations

import pytest

from bot.texts import word
from bot.workflows.requests import verbs
from tests.world import World

ASKED = "Il faut changer la date de naissance de ma fille"
HINT = "Ce qui vient d’ONDE se corrige là"


async def said(world: World, key: str, number: int) -> str:
    """The card as that person reads it."""
    return word(await world.card(key, number), "fr").text


async def test_the_family_and_the_school_read_where_it_is_corrected_and_the_levels_above_do_not(world: World) -> None:
    number = await world.file("parent", "compte", ASKED)

    for reader in ("parent", "directeur", "adjoint"):
        shown = await said(world, reader, number)
        assert HINT in shown
        assert "en théorie, 7 jours en pratique" in shown.replace("\N{NO-BREAK SPACE}", " ")
    await world.act("directeur", verbs.take, number)
    await world.act("directeur", verbs.escalate, number, world.saying("directeur", "Je ne peux pas"))
    assert HINT not in await said(world, "erun", number)


async def test_a_director_who_asks_for_a_pupil_reads_it_too(world: World) -> None:
    number = await world.file("directeur", "compte", "Corriger le prénom de Léa Martin")

    assert HINT in await said(world, "directeur", number)
    assert HINT not in await said(world, "erun", number)


@pytest.mark.parametrize("text", ["Je ne vois pas la classe", "Changer mon mot de passe"])
async def test_other_words_bring_no_hint(world: World, text: str) -> None:
    number = await world.file("parent", "compte", text)

    assert HINT not in await said(world, "directeur", number)


async def test_what_is_over_has_no_hint(world: World) -> None:
    number = await world.file("parent", "compte", ASKED)
    await world.act("parent", verbs.withdraw, number)

    assert HINT not in await said(world, "parent", number)
