"""What is typed after `/creer` and is near a profile: it is asked about, and never part of a name."""

from __future__ import annotations

import pytest

from bot.terms import Refusal
from tests.workflows.creating import asked, picked
from tests.world import World


@pytest.mark.parametrize(
    ("typed", "meant", "kind"),
    [
        ("pupille Léo Petit 04/05/2018 CM2", "student", "create_sure"),
        ("élve Léo Petit 04/05/2018 CM2", "student", "create_sure"),
        ("parrents Léo Petit", "relative", "create_children"),
        ("atsemm Léo Petit", "personnel", "create_sure"),
        ("invtié Léo Petit", "guest", "create_sure"),
    ],
)
async def test_a_profile_that_is_mistyped_is_asked_about_and_never_part_of_the_name(
    world: World, typed: str, meant: str, kind: str
) -> None:
    question = await asked(world, typed=typed)

    assert question.kind == "create_meant"
    key = question.buttons[0][0]
    assert (key.words, key.target.rpartition(":")[2]) == ("", meant)
    question = await picked(world, "create_meant")
    if question.kind == "create_case":
        question = await picked(world, "create_case", "other")
    assert (question.kind, question.facts["name"]) == (kind, "Léo Petit")


async def test_a_mistyped_member_of_the_national_education_is_sent_to_the_erun(world: World) -> None:
    question = await asked(world, typed="enseigant Léo Petit")
    assert question.buttons[0][0].target.endswith(":national")

    with pytest.raises(Refusal, match="creation-national"):
        await world.press("directeur", "create_meant")
    question = await picked(world, "create_word")
    assert question.kind == "create_profile"
    question = await picked(world, "create_as", "guest")
    assert question.kind == "create_split"
    assert (await world.rows("drafts"))[0]["data"]["draft"]["typed"] == "enseigant Léo Petit"
