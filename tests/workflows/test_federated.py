"""Accounts that enter through ÉduConnect or the académie's portal: they can have no code, and it is said."""

from __future__ import annotations

import pytest

from bot import texts
from bot.terms import Refusal
from bot.workflows.accounts import cards, finding
from bot.workflows.passwords import codes
from tests.workflows.codes import asked, given
from tests.workflows.steps import actions
from tests.world import World


async def test_who_enters_through_the_portal_can_have_no_code_and_it_is_said(world: World) -> None:
    with pytest.raises(Refusal, match="ent-federated"):
        await asked(world, "directeur", "jean-baptiste.martin")
    with pytest.raises(Refusal, match="ent-federated"):
        await given(world, "directeur", "jean-baptiste.martin")
    card = await cards.show(world.desk, world.caller("directeur"), "jean-baptiste.martin")

    assert not world.whispers
    assert "code" not in actions(card)
    assert "federated" in card.facts["marks"]


async def test_a_parent_of_the_portal_is_offered_codes_for_the_children_alone(world: World) -> None:
    await world.enrol("jean-baptiste.martin", 7_700_001)
    number = await world.file("jean-baptiste.martin")

    offer = await codes.offer(world.desk, world.caller("directeur"), number)

    aims = {finding.aimed(b.target)[1] for row in offer.buttons for b in row if b.target}
    assert aims == {"lea.martin", "noe.martin"}
    assert "ÉduConnect" in texts.word(offer, "fr").text
    assert "Jean-Baptiste Martin" in texts.word(offer, "fr").text
