"""Two people of one name and one class: told apart by their logins wherever one is chosen, never beside a code."""

from __future__ import annotations

from bot import texts
from bot.workflows.accounts import cards, finding
from bot.workflows.lists import pages
from tests.workflows.codes import asked, given
from tests.workflows.test_listing import buttons, listed, only
from tests.world import World


async def test_two_people_of_one_name_and_class_are_told_apart_by_their_logins(world: World) -> None:
    await world.twin("lea.martin", "lea.martin2")
    director = world.caller("directeur")

    lines = (await listed(world, "directeur", "lea martin")).facts["lines"]
    assert [(line["name"], line["login"]) for line in lines] == [
        ("Léa Martin", "lea.martin"),
        ("Léa Martin", "lea.martin2"),
    ]
    suggested = (await pages.suggest(world.desk, director, "martin", "")).lines
    assert {line["login"] for _, line in suggested} == {"", "lea.martin", "lea.martin2"}
    choice = await cards.look_up(world.desk, director, "lea martin")
    offered = [button.words for button in buttons(choice, "account")]
    assert sorted(offered) == ["lea.martin · Léa Martin", "lea.martin2 · Léa Martin"]


async def test_two_people_of_one_name_are_told_apart_though_one_is_on_the_next_page(world: World) -> None:
    first = await listed(world, "directeur")
    last = first.facts["lines"][-1]
    (account,) = await finding.named(world.desk, await world.person("directeur"), last["name"])
    await world.twin(account.login, f"{account.login}.z")

    first = await listed(world, "directeur")
    second = await pages.page(world.desk, world.caller("directeur"), only(first, "list_next"))
    assert first.facts["lines"][-1]["login"] == account.login
    assert second.facts["lines"][0]["name"] == last["name"]
    assert second.facts["lines"][0]["login"] == f"{account.login}.z"


async def test_whoever_asks_for_another_tells_two_people_of_one_name_apart(world: World) -> None:
    await world.twin("lea.martin", "lea.martin2")
    await world.new("directeur", "")
    await world.press("directeur", "someone")
    said = await world.say("directeur", "lea martin")
    assert said is not None
    offered = [button.words for button in buttons(said, "whom")]
    assert sorted(offered) == ["lea.martin · Léa Martin", "lea.martin2 · Léa Martin"]


async def test_a_login_that_tells_two_people_apart_never_stands_beside_the_code(world: World) -> None:
    await world.twin("lea.martin", "lea.martin2")

    choice = await asked(world, "directeur", "lea martin")
    assert choice is not None
    assert [button.words.partition(" ")[0] for button in buttons(choice, "code")] == ["lea.martin", "lea.martin2"]
    shown = texts.word(await given(world, "directeur", "lea.martin2"), "fr")
    assert "Léa M." in shown.text
    assert "martin" not in f"{shown.text} {[key.label for row in shown.rows for key in row]}".lower()
