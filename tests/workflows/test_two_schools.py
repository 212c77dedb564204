"""An administrator of one school is a plain teacher in another: their card, its buttons, the lists, the refusals."""

from __future__ import annotations

import pytest

from bot import texts
from bot.terms import Notice, Refusal
from bot.workflows.accounts import cards
from bot.workflows.blocks import single
from bot.workflows.lists import pages
from bot.workflows.passwords import codes
from tests.workflows.hats import ABOVE, FAR, FAR_ABOVE, A, B, somebody
from tests.workflows.steps import actions
from tests.world import World


async def card(world: World, key: str, typed: str) -> Notice:
    """The card of the account with that login, as that persona sees it."""
    return await cards.look_up(world.desk, world.caller(key), typed)


async def test_a_director_of_another_school_is_a_teacher_here_and_their_card_says_what_else(world: World) -> None:
    await somebody(world, "double", ("director", B), at=(A,))

    here, there = await card(world, "directeur", "double"), await card(world, "directrice", "double")

    assert (here.facts["function"], here.facts["elsewhere"]) == ("teacher", ["École Louise-Michel"])
    assert "Administre aussi\u00a0: École Louise-Michel" in texts.word(here, "fr").text
    assert "direction" not in texts.word(here, "fr").text
    assert (there.facts["function"], there.facts["elsewhere"]) == ("director", [])
    assert actions(here) == ["classes", "rights", "ask_above"]


async def test_from_above_both_schools_everything_is_here(world: World) -> None:
    await somebody(world, "double", ("director", B), at=(A,))

    seen = await card(world, "erun", "double")

    assert (seen.facts["function"], seen.facts["elsewhere"]) == ("director", [])


async def test_an_erun_who_teaches_in_another_circonscription_is_a_teacher_there(world: World) -> None:
    await somebody(world, "double", ("erun", ABOVE), at=(FAR,))
    await somebody(world, "chef", ("director", FAR))

    seen = await card(world, "chef", "double")

    assert (seen.facts["function"], seen.facts["elsewhere"]) == ("teacher", ["Circonscription de Creil"])


@pytest.mark.parametrize(("functions", "school"), [((("director", B),), True), ((("erun", FAR_ABOVE),), False)])
async def test_a_code_or_a_block_for_them_is_refused_with_the_reason_and_a_way_up(
    world: World, functions: tuple[tuple[str, str], ...], school: bool
) -> None:
    await somebody(world, "double", *functions, at=(A,))
    me = world.caller("directeur")

    said = await codes.ask(world.desk, world.cause(), me, "double")
    with pytest.raises(Refusal, match="administrator-elsewhere") as met:
        await single.ask(world.desk, world.cause(), me, "double", True)

    assert said is not None
    assert (actions(said), said.facts["away"]) == (["ask_above"], True)
    spoken = texts.refuse(met.value, "fr")
    assert [key.button.action for row in spoken.rows for key in row] == ["ask_above"]
    assert ("administre une autre école (École Louise-Michel)" in spoken.text) is school
    assert ("administre l’ENT ailleurs (Circonscription de Beauvais)" in spoken.text) is not school


async def test_the_list_of_administrators_is_that_of_the_schools_listed(world: World) -> None:
    await somebody(world, "double", ("director", B), at=(A,), name=("Aude", "Zola"))
    await somebody(world, "both", ("adml", A), ("erun", FAR_ABOVE), name=("Ana", "Zidane"))

    async def listed(key: str, typed: str) -> list[str]:
        page = await pages.start(world.desk, world.caller(key), typed)
        return [line["name"] for line in page.facts["lines"]]

    assert await listed("directeur", "adml") == ["Nadia Belkacem", "Marc Delattre", "Ana Zidane"]
    assert await listed("directrice", "adml") == ["Hélène Vasseur", "Aude Zola"]
    assert "Aude Zola" in await listed("erun", "adml")
