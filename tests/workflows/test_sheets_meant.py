"""For whom sheets are: words in any order, and a choice where they may mean several things."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.terms import Profile, Structure
from bot.texts import labels
from bot.texts.languages import language
from bot.workflows.sheets import revoking
from tests.workflows.giving import Given, printed, typed
from tests.workflows.steps import actions
from tests.world import World


@pytest.mark.parametrize("words", ["CM2 parents", "parents CM2 csv", "xls familles cm2 tous"])
async def test_the_parents_of_a_class_get_their_sheets_alone_and_the_list_says_so(
    world: World, given: Given, words: str
) -> None:
    sheets = await printed(world, given, "directeur", words)

    assert {one.profile for one in sheets.values()} == {Profile.RELATIVE}
    assert "aurelie.martin" in sheets
    [line] = (await revoking.last(world.desk, world.caller("directeur"))).facts["lines"]
    assert (line["scope"], line["name"], line["profile"]) == ("both", "CM2", "relative")


async def test_a_class_that_is_named_as_a_person_or_a_profile_is_a_choice(
    world: World, given: Given, monkeypatch: pytest.MonkeyPatch
) -> None:
    [cm2] = [one for one in await world.desk.directory.classes("jean-moulin") if one.name == "CM2"]
    names = ("Martin", "Parents")

    async def classes(_school: str) -> list[Structure]:
        return [*(replace(cm2, id=name.lower(), name=name) for name in names), cm2]

    monkeypatch.setattr(world.desk.directory, "classes", classes)

    said = await typed(world, "directeur", "martin")
    assert said is not None
    assert (said.kind, said.facts["meanings"]) == ("sheets_person", 1)
    assert set(actions(said)) == {"sheets_class", "sheets_person", "cancel"}
    said = await typed(world, "directeur", "parents")
    assert said is not None
    assert set(actions(said)) == {"sheets_class", "sheets_profile", "cancel"}
    said = await world.press("directeur", "sheets_profile", "relative")
    assert said is not None
    assert (said.kind, said.facts["scope"], said.facts["profile"]) == ("sheets_sure", "profile", "relative")
    said = await typed(world, "directeur", "élèves et parents CM2")
    assert said is not None
    words = [
        labels.narrowed(language("fr"), key) for row in said.buttons for key in row if key.action == "sheets_class"
    ]
    assert words == ["Élèves · CM2", "Parents · CM2"]
    target = said.buttons[1][0].target.partition(":")[2]
    said = await world.press("directeur", "sheets_class", target)
    assert said is not None
    assert (said.facts["scope"], said.facts["profile"], said.facts["name"]) == ("both", "relative", "CM2")


async def test_an_option_alone_is_kept_until_it_is_said_for_whom(world: World, given: Given) -> None:
    said = await typed(world, "directeur", "csv tous")
    assert said is not None
    assert (said.kind, said.facts["words"]) == ("sheets_whom", "")

    said = await world.press("directeur", "sheets_profile", "student")

    assert said is not None
    assert (said.facts["form"], said.facts["everybody"]) == ("csv", True)


@pytest.mark.parametrize("words", ["tous", "Toutes"])
async def test_all_alone_is_the_whole_school_as_for_links_and_invitations(
    world: World, given: Given, words: str
) -> None:
    said = await typed(world, "directeur", words)
    assert said is not None
    assert (said.kind, said.facts["scope"], said.facts["everybody"]) == ("sheets_sure", "school", False)
